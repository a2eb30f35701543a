import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { companion, later } from './companion';
import { SelectedPods, selectedLabels } from './companion-daemon';
import { listOrNothing, mapOrNothing } from './tidy';
import { constructOf } from './tree';
import { ContainerPort } from '../host/container-port';
import { listed } from '../host/invalid';
import { ServiceOptions, ServiceTargetPort } from '../host/service-options';
import type { ServiceSpec } from '../kubernetes/wire/companion';

/** Makes the Service in front of pods; it has the ports of the options, otherwise those that the pods have at the end. */
export function daemonService(scope: Construct, options: ServiceOptions, pods: SelectedPods, podPorts: () => readonly ContainerPort[]): ApiObject {
  const metadata = {
    name: options.name ?? pods.daemonName,
    labels: mapOrNothing({ ...pods.labels, ...options.labels }),
    annotations: mapOrNothing(options.annotations),
  };
  const ports = () => options.ports ?? podPorts();
  constructOf(scope).node.addValidation({ validate: () => missing(options, pods, ports()) });
  return companion(scope, 'Service', { apiVersion: 'v1', kind: 'Service' }, metadata, { spec: later(() => serviceSpec(options, pods, ports())) });
}

function serviceSpec(options: ServiceOptions, pods: SelectedPods, ports: readonly ContainerPort[]): ServiceSpec {
  return {
    clusterIP: options.headless === true ? 'None' : undefined,
    externalTrafficPolicy: options.externalTrafficPolicy,
    internalTrafficPolicy: options.internalTrafficPolicy,
    ipFamilies: listOrNothing(options.ipFamilies),
    ipFamilyPolicy: options.ipFamilyPolicy,
    publishNotReadyAddresses: options.publishNotReadyAddresses,
    selector: selectedLabels(pods),
    trafficDistribution: options.trafficDistribution,
    type: options.type,
    ports: listOrNothing(ports.map(({ name, number, protocol }) => ({
      name: name ?? (ports.length > 1 ? `${protocol.toLowerCase()}-${number}` : undefined),
      port: number,
      appProtocol: ofPort(options.appProtocols, name, number),
      nodePort: ofPort(options.nodePorts, name, number),
      // The number of the port is what Kubernetes takes where nothing is said.
      targetPort: options.targetPort === ServiceTargetPort.NAME ? name : undefined,
      protocol: protocol === 'TCP' ? undefined : protocol,
    }))),
  };
}

/** Ports may come until synthesis, so that only then one can be missing. */
function missing(options: ServiceOptions, pods: SelectedPods, ports: readonly ContainerPort[]): string[] {
  return [
    ...options.headless === true || ports.length > 0 ? [] : ['a Service needs a port: give the container ports, or give the service ports'],
    ...options.targetPort === ServiceTargetPort.NAME ? ports.filter(({ name }) => name === undefined)
      .map(({ number }) => `a Service finds ports by their names, and port ${number} has none: give it one, or leave targetPort out`) : [],
    ...unknownPorts('nodePorts', options.nodePorts, ports),
    ...unknownPorts('appProtocols', options.appProtocols, ports),
    ...Object.keys(selectedLabels(pods)).length > 0 ? [] : ['a Service finds pods by labels, and the selector of the daemon has none: give selector.matchLabels'],
  ];
}

type ByPort<T> = { readonly [port: string]: T };

function ofPort<T>(values: ByPort<T> | undefined, name: string | undefined, number: number): T | undefined {
  return values?.[name ?? number] ?? values?.[number];
}

function unknownPorts(what: string, values: ByPort<unknown> = {}, ports: readonly ContainerPort[]): string[] {
  return Object.keys(values).filter(port => !ports.some(({ name, number }) => port === name || port === String(number)))
    .map(port => `${what} of a Service are by the name or number of its ports, and it has no '${port}': name one of `
      + listed(ports.map(({ name, number }) => name ?? String(number))));
}
