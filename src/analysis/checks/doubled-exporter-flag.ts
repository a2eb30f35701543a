import { answer, Check } from '../check';
import { Flag } from '../flags';
import { nodeExporters } from '../node-exporter';
import { kindOfFlag } from '../node-exporter-flags';
import { Severity } from '../severity';

/** ND612 */
export const doubledExporterFlag: Check = {
  id: 'ND612',
  severity: Severity.ERROR,
  title: 'node exporter gets a flag twice',
  text: 'It ends at its start with a flag that is given twice, also where a collector is switched on and off, and the pod crashes for ever. Only '
    + '`--web.listen-address`, `--collector.textfile.directory` and the lists of sysctl and perf may be repeated. Keep one.',
  acknowledgeable: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(({ flags, placed }) => doubled(flags).map(({ name, field }) => ({
      field,
      message: `node exporter '${placed.container.name}' does not start with --${name}, which stands there twice or against --${opposite(name)}: keep one`,
    }))));
  },
};

function doubled(flags: readonly Flag[]): Flag[] {
  const single = flags.filter(({ name }) => ['switch', 'single'].includes(kindOfFlag(name) ?? ''));
  return single.filter(({ name }, position) => single.slice(0, position).some(before => before.name === name || before.name === opposite(name)));
}

function opposite(name: string): string {
  return name.startsWith('no-') ? name.slice(3) : `no-${name}`;
}
