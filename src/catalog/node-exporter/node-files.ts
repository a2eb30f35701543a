import { Collectors } from './collector-flags';
import { PrometheusOptions } from './options';
import { HostPath } from '../../host/host-path';
import { invalid } from '../../host/invalid';
import { MountPropagation } from '../../host/mount-propagation';
import { assertMountPath } from '../../host/paths';

/** The mounts of the node's files, and the flags that say where they are. */
export interface MountedFiles {
  readonly hostPaths: readonly HostPath[];
  readonly flags: readonly string[];
}

/** Where the exporter sees the files of the node. */
export function filesOf({ nodeFiles }: PrometheusOptions, { on }: Collectors, hardened: boolean): MountedFiles {
  if (nodeFiles === undefined && !hardened) {
    return { hostPaths: [], flags: [] };
  }
  const { root = true, rootfs = '/host/root', propagation = MountPropagation.HOST_TO_CONTAINER } = nodeFiles ?? {};
  const { procfs = root ? `${rootfs}/proc` : '/host/proc', sysfs = root ? `${rootfs}/sys` : '/host/sys' } = nodeFiles ?? {};
  [rootfs, procfs, sysfs].forEach(assertMountPath);
  const ofRoot = ['filesystem', 'os'].filter(name => on.has(name));
  if (!root && ofRoot.length > 0) {
    throw invalid('nodeFiles.root', 'true with collectors that read it', false,
      `they would report the container: leave it out, or switch them off with without: [${ofRoot.map(name => `CollectorName.${name.toUpperCase()}`).join(', ')}]`);
  }
  const isInRoot = (path: string) => root && (path === rootfs || path.startsWith(`${rootfs}/`));
  return {
    hostPaths: [
      ...isInRoot(procfs) ? [] : [HostPath.readOnly('/proc', { mountPath: procfs, volumeName: 'proc' })],
      ...isInRoot(sysfs) ? [] : [HostPath.readOnly('/sys', { mountPath: sysfs, volumeName: 'sys' })],
      ...root ? [HostPath.readOnly('/', { mountPath: rootfs, propagation, volumeName: 'root' })] : [],
    ],
    flags: [
      `--path.procfs=${procfs}`,
      `--path.sysfs=${sysfs}`,
      ...root ? [`--path.rootfs=${rootfs}`, `--path.udev.data=${rootfs}/run/udev/data`] : [],
    ],
  };
}
