import { defaultContainer } from './default-container';
import { roundResourceList, roundResources } from './default-resources';
import { defaultVolume } from './default-volume';
import { mapChanged } from './map-changed';
import type { PodSpec } from './wire/pod-spec';

/**
 * The spec of a pod template as the API server defaults it. A Pod gets more: see `defaultPod`.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go
 */
export function defaultPodTemplate(spec: PodSpec): PodSpec {
  // Fields that come before the copy cost far less than fields added to it.
  const defaulted: PodSpec = {
    dnsPolicy: 'ClusterFirst',
    restartPolicy: 'Always',
    securityContext: {},
    terminationGracePeriodSeconds: 30,
    schedulerName: 'default-scheduler',
    ...withBothAccounts(spec),
  };
  if (spec.volumes) { defaulted.volumes = mapChanged(spec.volumes, defaultVolume); }
  if (spec.initContainers) { defaulted.initContainers = spec.initContainers.map(defaultContainer); }
  if (spec.containers) { defaulted.containers = spec.containers.map(defaultContainer); }
  if (spec.ephemeralContainers) { defaulted.ephemeralContainers = spec.ephemeralContainers.map(defaultContainer); }
  if (spec.overhead) { defaulted.overhead = roundResourceList(spec.overhead); }
  if (spec.resources) { defaulted.resources = roundResources(spec.resources); }
  return defaulted;
}

/** The spec with its account under the older and the newer name; the newer one decides. */
function withBothAccounts(spec: PodSpec): PodSpec {
  const account = spec.serviceAccountName ?? spec.serviceAccount;
  if (account === undefined || (spec.serviceAccount === account && spec.serviceAccountName === account)) { return spec; }
  const both: PodSpec = { serviceAccount: account, serviceAccountName: account, ...spec };
  both.serviceAccount = account;
  return both;
}
