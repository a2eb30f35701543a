import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { Exposure } from '../../host/exposure';
import { invalid } from '../../host/invalid';

/** The ports that others connect to, as the container has them. */
export function exposedPorts(container: DaemonContainer, port: number | undefined, ports: readonly ContainerPort[] = [], exposure: Exposure): ContainerPort[] {
  if (!Array.isArray(ports) || !ports.every(one => typeof one?._onNode === 'function')) {
    throw invalid('ports', 'a list of values such as ContainerPort.udp(8125)', ports);
  }
  const all = [...port === undefined ? [] : [ContainerPort.tcp(port)], ...ports];
  if (all.length === 0) {
    throw invalid('port', 'given, as it is what others connect to', port, 'give port, or ports where there are several or a UDP port');
  }
  assertDifferent([...all, ...container.ports ?? []]);
  all.forEach(one => assertFits(one, exposure));
  if (exposure.how !== 'hostPort') {
    return all;
  }
  const onNode = all.map(one => one._onNode(exposure.hostIp));
  assertDifferentOnNode(onNode);
  return onNode;
}

/** The port of the node that leads to one of the container; undefined where none does. */
export function numberOnNode({ number, hostPort }: ContainerPort, { how }: Exposure): number | undefined {
  return how === 'hostPort' ? hostPort : how === 'hostNetwork' ? number : undefined;
}

function assertDifferent(ports: readonly ContainerPort[]): void {
  const texts = ports.map(({ protocol, number }) => `${protocol} ${number}`);
  const twice = texts.find((text, position) => texts.indexOf(text) !== position);
  if (twice !== undefined) {
    throw invalid('port', 'given once, in port, ports or the ports of the container', twice, 'take one of the two away; container.ports are for those that are not exposed');
  }
}

function assertFits(port: ContainerPort, { how, hostIp }: Exposure): void {
  const { hostPort, number, protocol } = port;
  if (how === 'hostNetwork' && hostPort !== undefined && hostPort !== number) {
    throw invalid(`hostPort of ${protocol} ${number}`, 'left out with NodeLocalExposure.hostNetwork(), where the port itself is one of the node', hostPort,
      'let the program listen there, or give NodeLocalExposure.hostPort()');
  }
  if (!['hostPort', 'hostNetwork'].includes(how) && hostPort !== undefined) {
    throw invalid(`hostPort of ${protocol} ${number}`, `left out with NodeLocalExposure.${how}(), whose Service leads to the port`, hostPort,
      'take it away, or give NodeLocalExposure.hostPort()');
  }
  const { hostIP } = port._toWire();
  if (hostIP !== undefined && hostIP !== hostIp) {
    throw invalid(`hostIp of ${protocol} ${number}`, 'that of the exposure, which all ports have in common', hostIP, `give NodeLocalExposure.hostPort({ hostIp: '${hostIP}' })`);
  }
}

function assertDifferentOnNode(ports: readonly ContainerPort[]): void {
  ports.forEach(({ protocol, hostPort, number }, position) => {
    const other = ports.slice(0, position).find(one => one.protocol === protocol && one.hostPort === hostPort);
    if (other !== undefined) {
      throw invalid('hostPort', `different for ${protocol} ${other.number} and ${protocol} ${number}`, hostPort, 'give one of the two another hostPort');
    }
  });
}
