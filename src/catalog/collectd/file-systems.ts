import { Item, option } from './conf';
import { CollectdDfOptions, CollectdFileSystems } from './df-options';
import { assertOneOf, selected } from './selection';
import { invalid } from '../../host/invalid';

/** Where the root directory of the node is mounted. */
export const HOST_ROOT = '/host';

/** Every path but those below the root directory of the node, letter by letter, as POSIX has no word for "not". */
const NOT_OF_NODE = '/^\\/($|[^h]|h($|[^o])|ho($|[^s])|hos($|[^t])|host[^/])/';

/** Mounts of the system, of container runtimes and of the volumes of pods. */
const NOT_OF_INTEREST = [
  '/^\\/host\\/(dev|proc|sys|run\\/credentials|run\\/(k3s\\/)?containerd|var\\/lib\\/(docker|containerd|containers\\/storage))(\\/|$)/',
  '/\\/(pods\\/[-0-9a-f]{32,36}|plugins\\/kubernetes\\.io)\\//',
];

/** Types of the kernel, and those of a server that may hang. */
const TYPES = '/^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|pstore'
  + '|rpc_pipefs|securityfs|selinuxfs|squashfs|erofs|sysfs|tracefs|nfs4?|cifs|smb3|ceph|fuse\\..+)$/';

/**
 * Which file systems the plugin df reports: it sees the mounts of its container, and those of the node among them below one directory.
 * Its three lists share one switch.
 */
export function fileSystems({ include, exclude }: CollectdDfOptions): Item[] {
  assertOneOf('file systems', include, exclude);
  if (include !== undefined) {
    return [...lists({ ...include, mountPoints: undefined }), ...points(include.mountPoints?.map(onNode) ?? [`/^\\${HOST_ROOT}(\\/|$)/`]), ...option('IgnoreSelected', false)];
  }
  const own = exclude ?? { types: [TYPES] };
  return [
    ...lists(own),
    ...points([NOT_OF_NODE, ...exclude === undefined ? NOT_OF_INTEREST : own.mountPoints?.map(onNode) ?? []]),
    ...option('IgnoreSelected', true),
  ];
}

function lists({ devices = [], types = [] }: CollectdFileSystems): Item[] {
  return [
    ...devices.flatMap(device => option('Device', selected('devices', device))),
    ...types.flatMap(type => option('FSType', selected('types of file systems', type))),
  ];
}

function points(patterns: readonly string[]): Item[] {
  return patterns.flatMap(pattern => option('MountPoint', pattern));
}

/** A mount point of the node as the container sees it. */
function onNode(mountPoint: string): string {
  const expression = /^\/(.+)\/$/.exec(selected('mount points', mountPoint))?.[1];
  if (expression === undefined && (!mountPoint.startsWith('/') || mountPoint.split('/').includes('..'))) {
    throw invalid('mount points', "absolute paths, or regular expressions such as '/^\\/var\\//'", mountPoint);
  }
  if (expression === undefined) {
    return mountPoint === '/' ? HOST_ROOT : `${HOST_ROOT}${mountPoint}`;
  }
  if (expression.startsWith('^') && !/^\^\\?\//.test(expression)) {
    throw invalid('mount points', "expressions that go on with a slash after '^', as the root of the node is mounted elsewhere", mountPoint);
  }
  return `/${expression.replace(/^\^/, `^\\${HOST_ROOT}`)}/`;
}
