import { requestsTo } from '../../kubernetes/handlers';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND209 */
export const undeclaredPortName: Check = {
  id: 'ND209',
  severity: Severity.ERROR,
  title: 'A probe or a hook asks a port by a name that its container does not declare',
  text: 'The kubelet looks for the name among the ports of the same container only, so the probe never succeeds: '
    + '[csi-wekafs#735](https://github.com/weka/csi-wekafs/issues/735).',
  acknowledgeable: true,
  judge(daemon) {
    const named = daemon.containers.flatMap(({ container, field }) => requestsTo(container)
      .flatMap(({ by, request: { port }, field: below }) => typeof port === 'string' ? [{ container, by, port, field: `${field}.${below}.port` }] : []));
    return named.length === 0 ? 'does not apply' : answer(named.flatMap(({ container: { name, ports = [] }, by, port, field }) => {
      const declared = ports.flatMap(one => one.name ? [`'${one.name}'`] : []);
      return declared.includes(`'${port}'`) ? [] : [{
        field,
        message: `the ${by} of container '${name}' asks port '${port}', which the container does not declare `
          + `(${declared.length === 0 ? 'it names none' : `it has ${declared.join(', ')}`}): give one of its ports that name, or ask by number`,
      }];
    }));
  },
};
