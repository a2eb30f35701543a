import { TcpProgram } from './program';
import { NodeDaemonOptions } from '../../core/node-daemon-options';
import { assertSomeOrAbsent } from '../../host/assert-some-or-absent';
import { invalid } from '../../host/invalid';
import { NetworkPeer } from '../../host/network-peer';
import { NetworkPolicyOptions } from '../../host/network-policy-options';
import { NetworkPort } from '../../host/network-port';

const PORTS: { readonly [protocol: string]: (number: number) => NetworkPort } = {
  TCP: number => NetworkPort.tcp(number), UDP: number => NetworkPort.udp(number), SCTP: number => NetworkPort.sctp(number),
};

/** All who may connect to some port; undefined for anybody. */
export function openTo(
  clients: readonly NetworkPeer[] | undefined, policies: readonly (NetworkPolicyOptions | undefined)[],
): readonly NetworkPeer[] | undefined {
  const others = policies.flatMap(policy => policy?.ingress ?? []).map(({ from }) => from);
  return clients === undefined || others.some(from => from === undefined) ? undefined : [...clients, ...others.flatMap(from => from!)];
}

/** The policy that lets clients connect to the exposed ports, with what else the user allows. */
export function policyOf(
  clients: readonly NetworkPeer[] | undefined, { ports, exposure: { how } }: TcpProgram, { networkPolicy, hostNamespaces }: NodeDaemonOptions,
): NetworkPolicyOptions | undefined {
  if (clients === undefined) {
    return networkPolicy;
  }
  assertSomeOrAbsent('allowedClients', 'peer', clients, 'leave it out for anybody');
  if (!clients.every(peer => typeof peer?._toWire === 'function')) {
    throw invalid('allowedClients', "a list of values such as NetworkPeer.pods({ matchLabels: { app: 'shop' } })", clients);
  }
  const wires = clients.map(peer => peer._toWire());
  if (how === 'hostNetwork' || hostNamespaces?.network === true) {
    throw invalid('allowedClients', 'left out with the network of the node, which no NetworkPolicy restricts', wires,
      'give NodeLocalExposure.localService() or hostPort(), or restrict who reaches the node');
  }
  if (how === 'nodePort') {
    throw invalid('allowedClients', 'left out with NodeLocalExposure.nodePort(), where every connection comes from the address of a node', wires,
      'give NodeLocalExposure.localService()');
  }
  const rule = { from: [...clients], ports: ports.map(({ protocol, number }) => PORTS[protocol](number)) };
  return { ...networkPolicy, ingress: [rule, ...networkPolicy?.ingress ?? []] };
}
