import { requestsTo } from '../../kubernetes/handlers';
import { answer, Check } from '../check';
import { commandLine } from '../command-line';
import type { Daemon, PlacedContainer } from '../daemon';
import { Listener, listeners } from '../listeners';
import { Severity } from '../severity';

/** ND237 */
export const probeOfLoopbackServer: Check = {
  id: 'ND237',
  severity: Severity.ERROR,
  title: 'A probe asks the address of the pod, and the program listens on the loopback address alone',
  text: 'Without `host` the kubelet asks the address of the pod, which under host networking is that of the node. A program on `127.0.0.1` refuses, so the '
    + 'container is restarted for ever or never ready. Under host networking the probe can ask `host: 127.0.0.1`; elsewhere the program must listen on all '
    + 'addresses. It is asked of programs that say by their arguments what they listen on: the registrar and the livenessprobe of CSI, node exporter and '
    + 'kube-rbac-proxy.',
  acknowledgeable: true,
  judge(daemon) {
    const all = listeners(daemon);
    return all.length === 0 ? 'does not apply' : answer(daemon.containers.flatMap(({ container, field }) => requestsTo(container).flatMap(({ by, request: { host, port }, field: at }) => {
      const number = typeof port === 'number' ? port : container.ports?.find(({ name }) => name === port)?.containerPort;
      const servers = all.filter(one => one.port === number);
      const isDeaf = !host && servers.length > 0 && servers.every(({ address }) => address === '127.0.0.1') && !isNamedElsewhere(servers, daemon);
      return isDeaf ? [{
        field: `${field}.${at}.host`,
        message: `the ${by} of container '${container.name}' asks port ${number} of the pod's address, and '${servers[0].placed.container.name}' listens on the loopback address `
          + `alone: ${daemon.pod.hostNetwork ? 'set host: 127.0.0.1 in the probe' : 'let it listen on all addresses'}`,
      }] : [];
    })));
  },
};

/** Whether another container may have the port on another address. */
function isNamedElsewhere(servers: readonly Listener[], { containers }: Daemon): boolean {
  const number = new RegExp(`(?<!\\d)${servers[0].port}(?!\\d)`);
  const names = (placed: PlacedContainer) => [...commandLine(placed).map(({ text }) => text), ...(placed.container.env ?? []).map(({ value = '' }) => value)];
  return containers.some(placed => !servers.some(server => server.placed.container === placed.container) && names(placed).some(text => number.test(text)));
}
