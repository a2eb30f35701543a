import type { Finding } from './check';
import { containersOf, finding, plural, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';

/** Takes no port of the node. Under host networking defaulting has made every port one. */
export function hostPorts({ containers }: SecuredPod): Finding | undefined {
  const offences = containers.flatMap(({ container, name, at }) => (container.ports ?? []).flatMap(({ hostPort }, i) =>
    hostPort ? [{ container: name, field: `${at}.ports[${i}].hostPort`, value: String(hostPort) }] : []));
  return finding(offences, 'hostPort', () => {
    const [users, ports] = [new Set(offences.map(({ container }) => container)), valuesOf(offences)];
    return `${containersOf(offences)} ${users.size === 1 ? 'uses' : 'use'} ${plural('hostPort', ports)} ${ports.join(', ')}`;
  });
}
