import { answer, Check } from '../check';
import { nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

interface Renaming {
  readonly to: string;
  /** The first version with the new name, 1.2 as 1002. */
  readonly since: number;
  /** Whether it does not start with the old name since then. */
  readonly isGone?: boolean;
}

/** https://github.com/prometheus/node_exporter/blob/v1.12.1/CHANGELOG.md */
const RENAMED: { readonly [flag: string]: Renaming } = {
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

/** ND602 */
export const renamedExporterFlag: Check = {
  id: 'ND602',
  severity: Severity.WARNING,
  title: 'A flag of node exporter has another name by now',
  text: 'node exporter does not start with a flag that it does not know. `--collector.procfs` and `--collector.sysfs` are gone since 0.15; the others are '
    + 'accepted until 2.0: [changes](https://github.com/prometheus/node_exporter/blob/master/CHANGELOG.md). Where the tag of the image does not '
    + 'say the version, the newest is meant.',
  acknowledgeable: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(({ flags, placed, version = Infinity }) => flags.flatMap(({ name, field }) => {
      const renaming = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
      return renaming === undefined || version < renaming.since ? [] : [{ field, message: messageOf(placed.container.name, name, renaming) }];
    })));
  },
};

function messageOf(container: string, flag: string, { to, since, isGone }: Renaming): string {
  const version = `${Math.floor(since / 1000)}.${since % 1000}`;
  return `node exporter '${container}' ${isGone ? `does not start with --${flag} from ${version} on` : `calls --${flag} by another name from ${version} on`}: write --${to}`;
}
