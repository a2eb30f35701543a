import type { Container } from '../../kubernetes/wire/container';
import type { Probe } from '../../kubernetes/wire/probe';
import { answer, Check } from '../check';
import { commandLine } from '../command-line';
import { objectOf, sourcesOf } from '../configuration';
import { Daemon } from '../daemon';
import { textsAt } from '../loose';
import { ObjectSet } from '../object-set';
import { portsOfImage } from '../program-ports';
import { Severity } from '../severity';

/** What the kubelet asks of a container by network. */
const ASKED = {
  'startupProbe': ({ startupProbe }: Container) => startupProbe,
  'livenessProbe': ({ livenessProbe }: Container) => livenessProbe,
  'readinessProbe': ({ readinessProbe }: Container) => readinessProbe,
  'lifecycle.postStart': ({ lifecycle }: Container) => lifecycle?.postStart,
  'lifecycle.preStop': ({ lifecycle }: Container) => lifecycle?.preStop,
};

/** ND505 */
export const undeclaredProbePort: Check = {
  id: 'ND505',
  severity: Severity.WARNING,
  title: 'A probe or hook asks a port that nothing in the manifest has',
  text: 'Ports need not be declared, but where no container declares the port, and no argument, variable or configuration names it, the number is a '
    + 'mistake more often than not: the pod never becomes ready, or is restarted for ever. Ports that well-known programs have by default are not meant. '
    + '[prometheus-community/helm-charts#1279](https://github.com/prometheus-community/helm-charts/issues/1279).',
  acknowledgeable: true,
  judge(daemon, objects) {
    const asked = daemon.containers.flatMap(({ container, field }) => Object.entries(ASKED).flatMap(([name, of]) => {
      const port = portOf(of(container));
      return port === undefined ? [] : [{ name, container: container.name, ...port, field: `${field}.${name}.${port.by}` }];
    }));
    const unknown = asked.filter(({ port }) => !isNamed(port, daemon, objects));
    return asked.length === 0 ? 'does not apply' : answer(unknown.map(({ name, container, port, field }) => ({
      field,
      message: `${name} of container '${container}' asks port ${port}, which no container declares and no argument, variable or configuration names: `
        + 'declare the port that the program listens on, and ask that one',
    })));
  },
};

/** A named port is that of a declaration, and another host is another program. */
function portOf(handler: Probe = {}): { readonly port: number; readonly by: string } | undefined {
  const { httpGet, tcpSocket, grpc } = handler;
  const [by, port, host] = httpGet ? ['httpGet.port', httpGet.port, httpGet.host] : tcpSocket ? ['tcpSocket.port', tcpSocket.port, tcpSocket.host] : ['grpc.port', grpc?.port];
  return typeof port === 'number' && !host ? { port, by } : undefined;
}

/** The containers of a pod share their ports. */
function isNamed(port: number, daemon: Daemon, objects: ObjectSet): boolean {
  const containers = daemon.containers.map(({ container }) => container);
  const texts = [
    ...daemon.containers.flatMap(commandLine).map(({ text }) => text),
    ...containers.flatMap(({ env = [] }) => env.map(({ value = '' }) => value)),
    ...sourcesOf(daemon).flatMap(source => Object.values(textsAt(objectOf(source, daemon, objects)?.manifest, 'data'))),
  ];
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return containers.some(({ image = '', ports = [] }) => ports.some(({ containerPort }) => containerPort === port) || portsOfImage(image).includes(port)) || texts.some(text => number.test(text));
}
