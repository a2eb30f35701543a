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
  const defaulted = { ...spec };
  const account = spec.serviceAccountName || spec.serviceAccount;
  if (account) {
    defaulted.serviceAccountName = account;
    defaulted.serviceAccount = account;
  }
  defaulted.dnsPolicy ||= 'ClusterFirst';
  defaulted.restartPolicy ||= 'Always';
  defaulted.securityContext ??= {};
  defaulted.terminationGracePeriodSeconds ??= 30;
  defaulted.schedulerName ||= 'default-scheduler';
  if (spec.volumes) { defaulted.volumes = mapChanged(spec.volumes, defaultVolume); }
  if (spec.initContainers) { defaulted.initContainers = spec.initContainers.map(defaultContainer); }
  if (spec.containers) { defaulted.containers = spec.containers.map(defaultContainer); }
  if (spec.ephemeralContainers) { defaulted.ephemeralContainers = spec.ephemeralContainers.map(defaultContainer); }
  if (spec.overhead) { defaulted.overhead = roundResourceList(spec.overhead); }
  if (spec.resources) { defaulted.resources = roundResources(spec.resources); }
  return defaulted;
}
