import { answer, Check } from '../check';
import { nodeExporters } from '../node-exporter';
import { Renaming, RENAMED_FLAGS } from '../node-exporter-renames';
import { Severity } from '../severity';

/** ND602 */
export const renamedExporterFlag: Check = {
  id: 'ND602',
  severity: Severity.ERROR,
  title: 'A flag of node exporter has another name by now',
  text: 'node exporter does not start with a flag that it does not know. `--collector.procfs` and `--collector.sysfs` are gone since 0.15; the others are '
    + 'accepted until 2.0: [changes](https://github.com/prometheus/node_exporter/blob/master/CHANGELOG.md). Where the tag of the image does not '
    + 'say the version, the newest is meant.',
  acknowledgeable: true,
  isDecision: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(({ flags, placed, version = Infinity }) => flags.flatMap(({ name, field }) => {
      const renaming = Object.hasOwn(RENAMED_FLAGS, name) ? RENAMED_FLAGS[name] : undefined;
      return renaming === undefined || version < renaming.since ? [] : [{ field, message: messageOf(placed.container.name, name, renaming) }];
    })));
  },
};

function messageOf(container: string, flag: string, { to, since, isGone }: Renaming): string {
  const version = `${Math.floor(since / 1000)}.${since % 1000}`;
  return `node exporter '${container}' ${isGone ? `does not start with --${flag} from ${version} on` : `calls --${flag} by another name from ${version} on`}: write --${to}`;
}
