import { answer, Check } from '../check';
import { Severity } from '../severity';
import { isReadOnly, stateFiles } from '../state-files';

/** ND511 */
export const unwritableLogPosition: Check = {
  id: 'ND511',
  severity: Severity.ERROR,
  title: 'A log agent cannot write how far it has read',
  text: 'The file with its positions lies on a mount that is read-only, so the agent does not start, or stops at the input: '
    + '[newrelic/helm-charts#529](https://github.com/newrelic/helm-charts/issues/529), [fluent-bit#5180](https://github.com/fluent/fluent-bit/issues/5180). Mount a directory of '
    + 'its own for the file, and leave the logs read-only. It is asked of `pos_file` of fluentd and `DB` of Fluent Bit in ConfigMaps that are judged with the daemon.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const files = stateFiles(daemon, objects);
    const unwritable = files.filter(isReadOnly);
    return files.length === 0 ? 'does not apply' : answer([...new Map(unwritable.map(file => [`${file.placed.field} ${file.path}`, file])).values()].map(({ placed, path, mount, agent, configMap }) => ({
      field: mount?.field ?? `${placed.field}.securityContext.readOnlyRootFilesystem`,
      message: `${agent} '${placed.container.name}' notes in '${path}' how far it has read (ConfigMap '${configMap}'), and ${mount === undefined ? 'its root file system' : `'${mount.mountPath}'`} `
        + 'is read-only: mount a directory of the node for it that it may write',
    })));
  },
};
