import { NodeCollector } from './collector';
import { CollectorName } from './collector-name';
import { PrometheusOptions } from './options';
import { ON_BY_DEFAULT } from '../../analysis/node-exporter-flags';
import { AgentContext } from '../../core/agent-config';
import { invalid } from '../../host/invalid';
import { POD_INTERFACES } from '../pod-interfaces';

/** Those of the program's own default, and those of a server that may hang: https://github.com/prometheus/node_exporter/issues/868 */
const FS_TYPES = '^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore'
  + '|rpc_pipefs|securityfs|selinuxfs|squashfs|erofs|sysfs|tracefs|nfs4?|cifs|smb3|ceph|fuse\\..+)$';

/** The collectors of an exporter as its flags say them. */
export interface Collectors {
  /** Names of those that are on. */
  readonly on: ReadonlySet<string>;
  /** Those that were asked for by name. */
  readonly asked: ReadonlySet<string>;
  readonly flags: readonly string[];
}

/** What is on, and by which flags. */
export function collectorsOf(options: PrometheusOptions, { hardened, platform }: AgentContext): Collectors {
  const { collectors = [], onlyTheseCollectors = false } = options;
  const written = new Set<string>(collectors.map(({ name }) => name));
  const without = options.without ?? (hardened && !onlyTheseCollectors ? [CollectorName.BTRFS, CollectorName.HWMON].filter(name => !written.has(name)) : []);
  collectors.forEach(({ name }, position) => assertOnce(name, collectors.slice(position + 1).map(other => other.name), without));
  if (onlyTheseCollectors && (collectors.length === 0 || without.length > 0)) {
    throw invalid('onlyTheseCollectors', 'given with collectors and without `without`', { collectors: [...written], without });
  }
  const isOn = (name: string) => written.has(name) || (!onlyTheseCollectors && ON_BY_DEFAULT.includes(name) && !without.includes(name as CollectorName));
  const defaults = hardened ? defaultSettings(platform.kubeletRoot) : {};
  const names = [...new Set([...Object.keys(defaults).filter(isOn), ...written])];
  return {
    on: new Set([...ON_BY_DEFAULT, ...written].filter(isOn)),
    asked: written,
    flags: [
      ...onlyTheseCollectors ? ['--collector.disable-defaults'] : [],
      ...without.map(name => `--no-collector.${name}`),
      ...names.flatMap(name => [
        ...written.has(name) && (onlyTheseCollectors || !ON_BY_DEFAULT.includes(name)) ? [`--collector.${name}`] : [],
        ...settingsFlags(name, { ...defaults[name], ...collectors.find(collector => collector.name === name)?._settings }),
      ]),
    ],
  };
}

function assertOnce(name: string, others: readonly string[], without: readonly string[]): void {
  if (others.includes(name)) {
    throw invalid('collectors', 'each collector once', name, 'give all of its settings in one');
  }
  if (without.includes(name)) {
    throw invalid('a collector', 'on or off', name, 'take it out of collectors or out of without');
  }
}

/** Where one says what to include, the default of what to exclude would be in its way. */
function settingsFlags(name: string, settings: NodeCollector['_settings']): string[] {
  return Object.entries(settings)
    .filter(([flag, value]) => value !== undefined && !(flag.endsWith('-exclude') && settings[flag.replace(/exclude$/, 'include')] && name in DEFAULT_EXCLUDES))
    .flatMap(([flag, value]) => flagOf(`collector.${name}.${flag}`, value!));
}

const DEFAULT_EXCLUDES = { filesystem: true, netdev: true };

function flagOf(name: string, value: string | number | boolean | readonly string[]): string[] {
  if (typeof value === 'boolean') {
    return [value ? `--${name}` : `--no-${name}`];
  }
  return (Array.isArray(value) ? value : [value]).map(one => `--${name}=${one}`);
}

function defaultSettings(kubeletRoot: string): { readonly [collector: string]: NodeCollector['_settings'] } {
  const root = kubeletRoot.replace(/^\//, '').replace(/[.+*?()[\]{}|^$\\]/g, '\\$&');
  return {
    filesystem: {
      'mount-points-exclude': '^/(dev|proc|run/credentials/.+|run/(k3s/)?containerd/.+|sys|var/lib/(docker|containerd|containers/storage)/.+'
        + `|${root}/(pods|plugins)/.+)($|/)`,
      'fs-types-exclude': FS_TYPES,
    },
    netclass: { 'ignored-devices': POD_INTERFACES },
    netdev: { 'device-exclude': POD_INTERFACES },
  };
}
