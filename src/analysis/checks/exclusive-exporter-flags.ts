import { answer, Check } from '../check';
import { flag, hasCollector, nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

/** Pairs of which node exporter 1.12 refuses the second beside the first; other pairs of the same kind are combined. */
const EXCLUSIVE: { readonly [collector: string]: readonly (readonly [string, string])[] } = {
  diskstats: [['device-exclude', 'device-include'], ['device-exclude', 'ignored-devices']],
  filesystem: [
    ['mount-points-exclude', 'mount-points-include'], ['mount-points-exclude', 'ignored-mount-points'],
    ['fs-types-exclude', 'fs-types-include'], ['fs-types-exclude', 'ignored-fs-types'],
  ],
  netdev: [['device-exclude', 'device-include'], ['device-include', 'device-whitelist'], ['device-exclude', 'device-blacklist']],
};

/** ND604 */
export const exclusiveExporterFlags: Check = {
  id: 'ND604',
  severity: Severity.ERROR,
  title: 'node exporter gets two flags that exclude each other',
  text: 'It panics at the start, and the pod crashes for ever: what to include and what to exclude of disks, file systems and network devices cannot be '
    + 'given together, nor a flag beside its old name: '
    + '[filesystem](https://github.com/prometheus/node_exporter/blob/v1.12.1/collector/filesystem_common.go). Say it with one of the two.',
  acknowledgeable: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(exporter => Object.entries(EXCLUSIVE)
      .filter(([collector]) => hasCollector(exporter, collector))
      .flatMap(([collector, pairs]) => pairs.map(pair => pair.map(name => flag(exporter, `collector.${collector}.${name}`))))
      // An empty value is as good as none.
      .filter(pair => pair.every(given => Boolean(given?.value)))
      .map(([one, other]) => ({
        field: other!.field,
        message: `node exporter '${exporter.placed.container.name}' does not start with --${one!.name} and --${other!.name} together: keep one of them`,
      }))));
  },
};
