import { answer, Check } from '../check';
import { Flag } from '../flags';
import { NodeExporter, nodeExporters } from '../node-exporter';
import { exporterVersion, kindOfFlag, NODE_EXPORTER_VERSION, SINCE } from '../node-exporter-flags';
import { FLAG_SINCE, RENAMED_FLAGS } from '../node-exporter-renames';
import { Severity } from '../severity';

const OF_TABLE = exporterVersion(NODE_EXPORTER_VERSION);

/** ND611: of a version that is not that of the table, only what is known to be younger is known to be missing. */
export const unknownExporterFlag: Check = {
  id: 'ND611',
  severity: Severity.ERROR,
  title: 'node exporter does not know a flag',
  text: 'It ends at its start with a flag or a collector that it does not know, and the pod crashes for ever: '
    + `[collectors](https://github.com/prometheus/node_exporter/tree/v${NODE_EXPORTER_VERSION}#collectors). Correct the name, or take an image that knows it.`,
  acknowledgeable: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers).filter(({ isOfficial, version }) => isOfficial && version !== undefined && version <= OF_TABLE!);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(exporter => exporter.flags.flatMap(flag => {
      const problem = problemOf(flag, exporter);
      return problem === undefined ? [] : [{ field: flag.field, message: `node exporter '${exporter.placed.container.name}' ${problem}` }];
    })));
  },
};

function problemOf({ name }: Flag, { version }: NodeExporter): string | undefined {
  const [, collector] = /^(?:no-)?collector\.([a-z_0-9]+)/.exec(name) ?? [];
  const since = collector === undefined || !Object.hasOwn(SINCE, collector) ? 0 : SINCE[collector];
  if (version! < since) {
    return `does not start with --${name}: it knows the collector ${collector} from ${versionText(since)} on`;
  }
  const sinceFlag = Object.hasOwn(FLAG_SINCE, name) ? FLAG_SINCE[name] : 0;
  if (version! < sinceFlag) {
    return `does not start with --${name}: it knows the flag from ${versionText(sinceFlag)} on`;
  }
  return version === OF_TABLE && kindOfFlag(name) === undefined && !Object.hasOwn(RENAMED_FLAGS, name)
    ? `does not start with --${name}: ${NODE_EXPORTER_VERSION} has no such flag` : undefined;
}

function versionText(version: number): string {
  return `${Math.floor(version / 1000)}.${version % 1000}`;
}
