import { answer, Check } from '../check';
import { Severity } from '../severity';
import { sharedStates } from '../state-claims';

/** ND514 */
export const sharedLogState: Check = {
  id: 'ND514',
  severity: Severity.ERROR,
  title: 'Two log agents keep their state in one place of the same nodes',
  text: 'Every node that runs the one runs the other too. Two of Fluent Bit forget each other\'s positions and send each other\'s buffers, two of fluentd overwrite them, '
    + 'and of two Filebeats one does not start: [fluent-bit#8928](https://github.com/fluent/fluent-bit/issues/8928), '
    + '[fluent-bit#4838](https://github.com/fluent/fluent-bit/issues/4838). Give each a directory of its own. It is asked of `pos_file`, `DB`, `storage.path` and file buffers in '
    + 'ConfigMaps that are judged with the daemons, and of what Vector, Filebeat, Alloy, Promtail, Logstash and the OpenTelemetry Collector mount to write. '
    + 'Where there only may be such nodes, ND303 and ND512 warn.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const shared = sharedStates(daemon, objects, 'surely');
    const once = shared.filter(({ theirs }, position) => shared.findIndex(other => other.theirs.daemon === theirs.daemon) === position);
    return answer(once.map(({ mine: { field, place, placed, what }, theirs: { daemon: other } }) => ({
      other,
      field,
      message: `container '${placed.container.name}' keeps in '${place}' of the node ${what}, and '${other.name}' does so too on the same nodes: give each a directory of its own`,
    })));
  },
};
