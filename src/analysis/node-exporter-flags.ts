/** The version of node_exporter that these tables are of. They are compared with what the program itself says. */
export const NODE_EXPORTER_VERSION = '1.12.1';

/** Collectors that are on where nothing is said. */
export const ON_BY_DEFAULT: readonly string[] = [
  'arp', 'bcache', 'bcachefs', 'bonding', 'btrfs', 'conntrack', 'cpu', 'cpufreq', 'diskstats', 'dmi', 'dmmultipath', 'edac', 'entropy', 'fibrechannel',
  'filefd', 'filesystem', 'hwmon', 'infiniband', 'ipvs', 'kernel_hung', 'loadavg', 'mdadm', 'meminfo', 'netclass', 'netdev', 'netstat', 'nfs', 'nfsd', 'nvme',
  'os', 'powersupplyclass', 'pressure', 'rapl', 'schedstat', 'selinux', 'sockstat', 'softnet', 'stat', 'tapestats', 'textfile', 'thermal_zone', 'time',
  'timex', 'udp_queues', 'uname', 'vmstat', 'watchdog', 'xfs', 'zfs',
];

/** Collectors that are off where nothing is said. */
export const OFF_BY_DEFAULT: readonly string[] = [
  'buddyinfo', 'cgroups', 'cpu_vulnerabilities', 'drbd', 'drm', 'ethtool', 'interrupts', 'ksmd', 'lnstat', 'logind', 'meminfo_numa', 'mountstats',
  'network_route', 'ntp', 'nvmesubsystem', 'pcidevice', 'perf', 'processes', 'qdisc', 'runit', 'slabinfo', 'softirqs', 'supervisord', 'swap', 'sysctl',
  'systemd', 'tcpstat', 'wifi', 'xfrm', 'zoneinfo',
];

/** Flags that take no value, besides those of the collectors themselves; `--no-` before the name turns them off. */
export const SWITCHES: readonly string[] = [
  'collector.arp.netlink', 'collector.bcache.priorityStats', 'collector.cpu.guest', 'collector.cpu.info', 'collector.disable-defaults',
  'collector.interrupts.include-zeros', 'collector.netclass.ignore-invalid-speed', 'collector.netclass.netlink', 'collector.netclass_rtnl.with-stats',
  'collector.netdev.address-info', 'collector.netdev.enable-detailed-metrics', 'collector.netdev.label-ifalias', 'collector.netdev.netlink',
  'collector.ntp.server-is-local', 'collector.pcidevice.names', 'collector.perf.disable-cache-profilers', 'collector.perf.disable-hardware-profilers',
  'collector.perf.disable-software-profilers', 'collector.rapl.enable-zone-label', 'collector.stat.softirq', 'collector.systemd.enable-restarts-metrics',
  'collector.systemd.enable-start-time-metrics', 'collector.systemd.enable-task-metrics', 'collector.systemd.private', 'completion-bash',
  'completion-script-bash', 'completion-script-zsh', 'help', 'help-long', 'help-man', 'version', 'web.disable-exporter-metrics', 'web.systemd-socket',
];

/** Flags with one value. */
export const SINGLE_VALUES: readonly string[] = [
  'collector.arp.device-exclude', 'collector.arp.device-include', 'collector.cpu.info.bugs-include', 'collector.cpu.info.flags-include',
  'collector.diskstats.device-exclude', 'collector.diskstats.device-include', 'collector.diskstats.ignored-devices', 'collector.ethtool.device-exclude',
  'collector.ethtool.device-include', 'collector.ethtool.metrics-include', 'collector.filesystem.fs-types-exclude', 'collector.filesystem.fs-types-include',
  'collector.filesystem.ignored-fs-types', 'collector.filesystem.ignored-mount-points', 'collector.filesystem.mount-points-exclude',
  'collector.filesystem.mount-points-include', 'collector.filesystem.mount-timeout', 'collector.filesystem.stat-workers', 'collector.hwmon.chip-exclude',
  'collector.hwmon.chip-include', 'collector.hwmon.sensor-exclude', 'collector.hwmon.sensor-include', 'collector.infiniband.device-exclude',
  'collector.infiniband.device-include', 'collector.interrupts.name-exclude', 'collector.interrupts.name-include', 'collector.ipvs.backend-labels',
  'collector.netclass.ignored-devices', 'collector.netdev.device-blacklist', 'collector.netdev.device-exclude', 'collector.netdev.device-include',
  'collector.netdev.device-whitelist', 'collector.netstat.fields', 'collector.ntp.ip-ttl', 'collector.ntp.local-offset-tolerance',
  'collector.ntp.max-distance', 'collector.ntp.protocol-version', 'collector.ntp.server', 'collector.ntp.server-port', 'collector.pcidevice.idsfile',
  'collector.perf.cpus', 'collector.powersupply.ignored-supplies', 'collector.qdisc.device-exclude', 'collector.qdisc.device-include',
  'collector.qdisc.fixtures', 'collector.qdisk.device-exclude', 'collector.qdisk.device-include', 'collector.runit.servicedir',
  'collector.slabinfo.slabs-exclude', 'collector.slabinfo.slabs-include', 'collector.supervisord.url', 'collector.systemd.unit-blacklist',
  'collector.systemd.unit-exclude', 'collector.systemd.unit-include', 'collector.systemd.unit-whitelist', 'collector.tapestats.ignored-devices',
  'collector.vmstat.fields', 'collector.wifi.fixtures', 'log.format', 'log.level', 'path.procfs', 'path.rootfs', 'path.sysfs', 'path.udev.data',
  'runtime.gomaxprocs', 'web.config.file', 'web.max-requests', 'web.telemetry-path',
];

/** Flags that may be given more than once. */
export const REPEATABLE: readonly string[] = [
  'collector.perf.cache-profilers', 'collector.perf.hardware-profilers', 'collector.perf.software-profilers', 'collector.perf.tracepoint',
  'collector.sysctl.include', 'collector.sysctl.include-info', 'collector.textfile.directory', 'web.listen-address',
];

/** What a flag takes. */
export type FlagKind = 'switch' | 'single' | 'repeatable';

const KINDS = new Map<string, FlagKind>([
  ...[...ON_BY_DEFAULT, ...OFF_BY_DEFAULT].map((name): [string, FlagKind] => [`collector.${name}`, 'switch']),
  ...SWITCHES.map((name): [string, FlagKind] => [name, 'switch']),
  ...SINGLE_VALUES.map((name): [string, FlagKind] => [name, 'single']),
  ...REPEATABLE.map((name): [string, FlagKind] => [name, 'repeatable']),
]);

/** What a flag takes, written without its hyphens; nothing for one that the program does not know. */
export function kindOfFlag(name: string): FlagKind | undefined {
  const negated = name.startsWith('no-') ? KINDS.get(name.slice(3)) : undefined;
  return KINDS.get(name) ?? (negated === 'switch' ? 'switch' : undefined);
}

/** Collectors that the next version drops. */
export const DEPRECATED: readonly string[] = ['ntp', 'runit', 'supervisord'];

/**
 * The version in which a collector came, 1.9 as 1009, where it is not as old as 1.8.
 * https://github.com/prometheus/node_exporter/blob/v1.12.1/CHANGELOG.md
 */
export const SINCE: { readonly [collector: string]: number } = {
  pcidevice: 1010, swap: 1010, bcachefs: 1011, kernel_hung: 1011, dmmultipath: 1012, nvmesubsystem: 1012,
};

/** Collectors that read the network namespace of the program. */
export const OF_NETWORK: readonly string[] = [
  'arp', 'conntrack', 'ethtool', 'ipvs', 'lnstat', 'netdev', 'netstat', 'network_route', 'nfs', 'nfsd', 'qdisc', 'sockstat', 'softnet', 'tcpstat',
  'udp_queues', 'wifi', 'xfrm',
];

/** The version that the tag of an image says, 1.2 as 1002; nothing where it says none. */
export function exporterVersion(tag: string | undefined): number | undefined {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(tag ?? '') ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}
