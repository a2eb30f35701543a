import { SystemMetricset } from './metricset';
import { OF_THE_NETWORK, SYSTEM_DEFAULTS } from './metricset-groups';
import { MetricbeatSystemOptions } from './module-options';
import { AgentContext } from '../../core/agent-config';
import { withoutUndefined } from '../../host/copy';
import { HostPath } from '../../host/host-path';
import { MountPropagation } from '../../host/mount-propagation';

/** Where the container sees the node. */
export const HOST_ROOT = '/hostfs';

const { FILESYSTEM, FSSTAT, PROCESS, RAID, SERVICE, SOCKET, USERS } = SystemMetricset;
const D_BUS: readonly SystemMetricset[] = [SERVICE, USERS];

/** The system modules of a daemon that says nothing: file systems are slow to ask, and change slowly. */
export function defaultModules(hasHostNetwork: boolean): MetricbeatSystemOptions[] {
  const disks = [FILESYSTEM, FSSTAT];
  return [
    { metricsets: SYSTEM_DEFAULTS.filter(metricset => !disks.includes(metricset) && (hasHostNetwork || !OF_THE_NETWORK.includes(metricset))) },
    { metricsets: disks, period: '1m' },
  ];
}

/** What system modules measure, together. */
export function measured(modules: readonly MetricbeatSystemOptions[]): SystemMetricset[] {
  return [...new Set(modules.flatMap(({ metricsets = [...SYSTEM_DEFAULTS] }) => metricsets))];
}

/** A system module as metricbeat.yml has it. Metricbeat 7 knows the root of the node by a flag instead. */
export function systemModule(options: MetricbeatSystemOptions, { hardened, platform }: AgentContext, isVersion7: boolean): object {
  const has = (metricset: SystemMetricset) => measured([options]).includes(metricset);
  const { processTopByCpu, processTopByMemory } = options;
  const isTopGiven = processTopByCpu !== undefined || processTopByMemory !== undefined;
  const top = isTopGiven ? withoutUndefined({ by_cpu: processTopByCpu, by_memory: processTopByMemory })
    : hardened && has(PROCESS) ? { by_cpu: 5, by_memory: 5 } : undefined;
  const excluded = options.excludeMountPoints ?? (hardened && has(FILESYSTEM) ? systemMountPoints(platform.kubeletRoot) : undefined);
  return withoutUndefined({
    'module': 'system',
    // Said, so that another version of Metricbeat finds what is mounted for it.
    'metricsets': options.metricsets ?? (hardened ? [...SYSTEM_DEFAULTS] : undefined),
    'period': options.period ?? (hardened ? '10s' : undefined),
    'hostfs': isVersion7 ? undefined : HOST_ROOT,
    'processes': options.processes,
    'process.include_top_n': top,
    'process.cgroups.enabled': options.processCgroups,
    'filesystem.ignore_types': options.ignoreFilesystemTypes,
    'diskio.include_devices': options.diskDevices,
    'service.state_filter': options.serviceStates,
    'service.pattern_filter': options.servicePatterns,
    'processors': excluded === undefined ? undefined : [{ drop_event: { when: { regexp: { 'system.filesystem.mount_point': excluded } } } }],
  });
}

/** What must be mounted of the node. Its root holds all of the others. */
export function systemHostPaths(metricsets: readonly SystemMetricset[]): HostPath[] {
  if (metricsets.length === 0) {
    return [];
  }
  const has = (...some: readonly SystemMetricset[]) => some.some(metricset => metricsets.includes(metricset));
  const below = (path: string) => HostPath.readOnly(path, { mountPath: `${HOST_ROOT}${path}` });
  // Without propagation it would not see what is mounted after its start.
  return has(FILESYSTEM, FSSTAT) ? [HostPath.readOnly('/', { mountPath: HOST_ROOT, propagation: MountPropagation.HOST_TO_CONTAINER })] : [
    below('/proc'),
    ...has(RAID) ? [below('/sys')] : has(PROCESS) ? [below('/sys/fs/cgroup')] : [],
    // The directory, for the socket is another after the D-Bus was restarted.
    ...has(...D_BUS) ? [below('/run/dbus')] : [],
  ];
}

/** Where it finds the D-Bus of the node; undefined where it asks for nothing there. */
export function busAddress(metricsets: readonly SystemMetricset[]): string | undefined {
  return metricsets.some(metricset => D_BUS.includes(metricset)) ? `unix:path=${HOST_ROOT}/run/dbus/system_bus_socket` : undefined;
}

/** The sockets of other users' processes are in files of theirs. */
export function capabilitiesFor(metricsets: readonly SystemMetricset[]): string[] | undefined {
  return metricsets.includes(SOCKET) ? ['SYS_PTRACE', 'DAC_READ_SEARCH'] : undefined;
}

function systemMountPoints(kubeletRoot: string): string {
  const root = kubeletRoot.replace(/^\//, '').replace(/[.+*?()[\]{}|^$\\]/g, '\\$&');
  return `^(${HOST_ROOT})?/(sys|cgroup|proc|dev|etc|run|host|lib|snap|usr/share/metricbeat|var/lib/(docker|containerd|containers)|${root})($|/)`;
}
