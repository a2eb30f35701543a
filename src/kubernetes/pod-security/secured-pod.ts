import type { DaemonPod } from '../daemon-pod';
import type { Container } from '../wire/container';
import type { PodSpec } from '../wire/pod-spec';
import type { PodSecurityContext, SecurityContext } from '../wire/security';

/** A pod, seen by the checks of Pod Security. */
export interface SecuredPod {
  readonly annotations: Readonly<Record<string, string>>;
  readonly spec: PodSpec;
  /** Every container, in the order in which Kubernetes visits them. */
  readonly containers: readonly SecuredContainer[];
  /** The security context of the pod, then those of its containers, where there are any. */
  readonly contexts: readonly SecuredContext[];
}

/** A container and where it stands. */
export interface SecuredContainer {
  readonly container: Container;
  readonly name: string;
  readonly context: SecurityContext;
  /** The paths of the container and of its security context. */
  readonly at: string;
  readonly contextAt: string;
}

/** A security context and whose it is. */
export interface SecuredContext {
  readonly context: PodSecurityContext | SecurityContext;
  /** Nothing for the pod's own. */
  readonly container?: string;
  readonly at: string;
}

/** The pod with its containers in one list: paths are made once for all checks. */
export function securedPod({ metadata, spec }: DaemonPod): SecuredPod {
  const containers = (['initContainers', 'containers', 'ephemeralContainers'] as const)
    .flatMap((list) => (spec[list] ?? []).map((container, i) => secured(container, `spec.${list}[${i}]`)));
  return {
    annotations: metadata.annotations ?? {},
    spec,
    containers,
    contexts: [
      ...(spec.securityContext ? [{ context: spec.securityContext, at: 'spec.securityContext' }] : []),
      ...containers.map(({ name, context, contextAt }) => ({ context, container: name, at: contextAt })),
    ],
  };
}

function secured(container: Container, at: string): SecuredContainer {
  return { container, name: container.name, context: container.securityContext ?? {}, at, contextAt: `${at}.securityContext` };
}

/** Whether root in the pod is nobody on the node. */
export function hasUserNamespace({ spec }: SecuredPod): boolean {
  return spec.hostUsers === false;
}

/** Whether the pod is for Windows, which has no seccomp, capabilities or privilege escalation that a pod could set. */
export function isForWindows({ spec }: SecuredPod): boolean {
  return spec.os?.name === 'windows';
}
