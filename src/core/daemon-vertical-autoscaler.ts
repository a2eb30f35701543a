import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { assertLabels } from './assert-metadata';
import { companion, later } from './companion';
import { CompanionDaemon } from './companion-daemon';
import { PodContainers } from './pod-containers';
import { mapOrNothing } from './tidy';
import { constructOf } from './tree';
import { listed } from '../host/invalid';
import { VerticalAutoscaler } from '../host/vertical-autoscaler';

/** Makes the VerticalPodAutoscaler of a daemon. */
export function daemonVerticalAutoscaler(scope: Construct, autoscaler: VerticalAutoscaler, daemon: CompanionDaemon): ApiObject {
  const { name, labels, containers = {} } = autoscaler._options;
  assertLabels('labels of the autoscaler', labels);
  constructOf(scope).node.addValidation({ validate: () => unknown(Object.keys(containers), daemon.pod) });
  const metadata = { name: name ?? daemon.daemonName, labels: mapOrNothing({ ...daemon.labels, ...labels }) };
  return companion(scope, 'VerticalPodAutoscaler', { apiVersion: 'autoscaling.k8s.io/v1', kind: 'VerticalPodAutoscaler' }, metadata, {
    spec: later(() => autoscaler._toWire(daemon.name)),
  });
}

/** Of a container that is not there, the autoscaler says nothing. Containers may come until synthesis. */
function unknown(named: readonly string[], pod: PodContainers): string[] {
  const containers = [...pod.running, ...pod.init].map(({ name }) => name!);
  return named.filter(name => name !== '*' && !containers.includes(name))
    .map(name => `verticalAutoscaler names the container '${name}', and there are ${listed(containers)}`);
}
