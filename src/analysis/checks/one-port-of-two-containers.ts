import { answer, Check } from '../check';
import { Listener, listeners } from '../listeners';
import { Severity } from '../severity';

/** ND236 */
export const onePortOfTwoContainers: Check = {
  id: 'ND236',
  severity: Severity.ERROR,
  title: 'Two containers of a pod listen on one port',
  text: 'The containers of a pod share its network, so the one that comes second cannot bind the port and crashes for ever. It is asked of programs that '
    + 'say by their arguments what they listen on: the registrar and the livenessprobe of CSI, node exporter and kube-rbac-proxy.',
  acknowledgeable: true,
  judge(daemon) {
    const all = listeners(daemon);
    return all.length === 0 ? 'does not apply' : answer(all.flatMap((one, position) => {
      const other = all.slice(0, position).find(before => before.placed.container !== one.placed.container && clashes(before, one));
      return other === undefined ? [] : [{
        field: one.field,
        message: `containers '${other.placed.container.name}' and '${one.placed.container.name}' both listen on port ${one.port} of the pod: give one of them another port`,
      }];
    }));
  },
};

function clashes(a: Listener, b: Listener): boolean {
  const isAll = a.address === '0.0.0.0' || b.address === '0.0.0.0';
  return a.port === b.port && (isAll || (a.address !== undefined && a.address === b.address));
}
