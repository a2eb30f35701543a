/** Another name for a flag of node exporter. */
export interface Renaming {
  readonly to: string;
  /** The first version with the new name, 1.2 as 1002. */
  readonly since: number;
  /** Whether it does not start with the old name since then. */
  readonly isGone?: boolean;
}

/** Flags by their old names: https://github.com/prometheus/node_exporter/blob/v1.12.1/CHANGELOG.md */
export const RENAMED_FLAGS: { readonly [flag: string]: Renaming } = {
  'collector.procfs': { to: 'path.procfs', since: 15, isGone: true },
  'collector.sysfs': { to: 'path.sysfs', since: 15, isGone: true },
  'collector.netdev.ignored-devices': { to: 'collector.netdev.device-exclude', since: 1001, isGone: true },
  'collector.netdev.device-whitelist': { to: 'collector.netdev.device-include', since: 1001 },
  'collector.netdev.device-blacklist': { to: 'collector.netdev.device-exclude', since: 1001 },
  'collector.systemd.unit-whitelist': { to: 'collector.systemd.unit-include', since: 1001 },
  'collector.systemd.unit-blacklist': { to: 'collector.systemd.unit-exclude', since: 1001 },
  'collector.filesystem.ignored-mount-points': { to: 'collector.filesystem.mount-points-exclude', since: 1002 },
  'collector.filesystem.ignored-fs-types': { to: 'collector.filesystem.fs-types-exclude', since: 1002 },
  'collector.diskstats.ignored-devices': { to: 'collector.diskstats.device-exclude', since: 1004 },
  'collector.qdisk.device-include': { to: 'collector.qdisc.device-include', since: 1005 },
  'collector.qdisk.device-exclude': { to: 'collector.qdisc.device-exclude', since: 1005 },
};

/** The version in which a flag came, of those that came with a new name and of others that are used much. */
export const FLAG_SINCE: { readonly [flag: string]: number } = {
  ...Object.fromEntries(Object.values(RENAMED_FLAGS).map(({ to, since }) => [to, since])),
  'collector.filesystem.fs-types-include': 1009,
  'collector.filesystem.mount-points-include': 1009,
  'path.udev.data': 1004,
  'web.config.file': 1005,
};
