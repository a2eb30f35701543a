import { answer, Check } from '../check';
import { Severity } from '../severity';
import { isReadOnly, stateFiles } from '../state-files';

/** ND510 */
export const lostLogPosition: Check = {
  id: 'ND510',
  severity: Severity.WARNING,
  title: 'A log agent forgets how far it has read when its pod is replaced',
  text: 'The file with its positions lies in the container or in an emptyDir, which go with the pod. The next pod sends all logs of the node again, or '
    + 'leaves out what was written meanwhile: [elastic/beats#5557](https://github.com/elastic/beats/issues/5557), '
    + '[fluent-bit#7406](https://github.com/fluent/fluent-bit/issues/7406). Keep it in a directory of the node (`DirectoryOrCreate`). It is asked of `pos_file` of fluentd '
    + 'and `DB` of Fluent Bit in ConfigMaps that are judged with the daemon.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const files = stateFiles(daemon, objects);
    const lost = files.filter(file => !isReadOnly(file) && (file.mount === undefined || file.mount.volume?.emptyDir !== undefined));
    return files.length === 0 ? 'does not apply' : answer([...new Map(lost.map(file => [`${file.placed.field} ${file.path}`, file])).values()].map(({ placed, path, mount, agent, configMap }) => ({
      field: mount?.field ?? placed.field,
      message: `${agent} '${placed.container.name}' notes in '${path}' how far it has read (ConfigMap '${configMap}'), which is lost with the pod: mount a directory of the node there`,
    })));
  },
};
