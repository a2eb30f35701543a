import type { Container } from './wire/container';
import type { PodSpec } from './wire/pod-spec';

/** The user of a container as far as the manifest says: what the container leaves out it has from the pod. */
export function userOf({ securityContext: ofPod }: PodSpec, { securityContext: own }: Container): { user?: number; isNonRoot: boolean } {
  return { user: own?.runAsUser ?? ofPod?.runAsUser, isNonRoot: own?.runAsNonRoot ?? ofPod?.runAsNonRoot ?? false };
}
