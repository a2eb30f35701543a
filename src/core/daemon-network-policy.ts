import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { assertName, assertLabels } from './assert-metadata';
import { companion, later } from './companion';
import { CompanionDaemon } from './companion-daemon';
import { listOrNothing, mapOrNothing } from './tidy';
import { constructOf } from './tree';
import { assertSomeOrAbsent } from '../host/assert-some-or-absent';
import { ContainerPort } from '../host/container-port';
import { toLabelSelector } from '../host/label-selector-wire';
import { NetworkIngressRule, NetworkPolicyOptions } from '../host/network-policy-options';
import { NetworkPort } from '../host/network-port';
import type { NetworkPolicyPort, NetworkPolicySpec } from '../kubernetes/wire/network-policy';

/** Makes the NetworkPolicy of a daemon's pods. */
export function daemonNetworkPolicy(scope: Construct, options: NetworkPolicyOptions, daemon: CompanionDaemon): ApiObject {
  const { name, labels, ingress = [] } = options;
  assertName('name of the NetworkPolicy', name);
  assertLabels('labels of the NetworkPolicy', labels);
  for (const { from, ports } of ingress) {
    assertSomeOrAbsent('from of an ingress rule', 'peer', from, 'leave it out for anybody; without a rule nobody may connect');
    assertSomeOrAbsent('ports of an ingress rule', 'port', ports, 'leave it out for those of the containers, or give NetworkPort.ALL');
  }
  constructOf(scope).node.addValidation({ validate: () => missing(ingress, daemon) });
  const metadata = { name: name ?? daemon.daemonName, labels: mapOrNothing({ ...daemon.labels, ...labels }) };
  return companion(scope, 'NetworkPolicy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' }, metadata, { spec: later(() => policySpec(options, daemon)) });
}

function policySpec({ ingress = [], egress }: NetworkPolicyOptions, daemon: CompanionDaemon): NetworkPolicySpec {
  return {
    podSelector: toLabelSelector(daemon.selector),
    policyTypes: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
    ingress: listOrNothing(ingress.map(({ from, ports }) => ({
      from: from?.map(peer => peer._toWire()),
      ports: ports === undefined ? declaredPorts(daemon) : NetworkPort._toWire(ports),
    }))),
    egress: listOrNothing(egress?._toWire()),
  };
}

function declaredPorts(daemon: CompanionDaemon): NetworkPolicyPort[] {
  const ports = portsOf(daemon).map(({ number, protocol }): [string, NetworkPolicyPort] =>
    [`${protocol} ${number}`, { port: number, protocol: protocol === 'TCP' ? undefined : protocol }]);
  return [...new Map(ports).values()];
}

function portsOf({ pod }: CompanionDaemon): ContainerPort[] {
  return [...pod.running, ...pod.init].flatMap(({ ports = [] }) => ports);
}

/** Without a port, a rule would open every one. Ports may come until synthesis. */
function missing(ingress: readonly NetworkIngressRule[], daemon: CompanionDaemon): string[] {
  return ingress.every(({ ports }) => ports !== undefined) || portsOf(daemon).length > 0 ? []
    : ['an ingress rule needs a port: give the container ports, or give the rule ports'];
}
