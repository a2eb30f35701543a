import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import type { PodSecurityEvaluation } from '../../../src/kubernetes/pod-security/evaluate';
import { evaluatePodSecurity, NEWEST_POLICY } from '../../../src/kubernetes/pod-security/evaluate';
import { withPod } from '../refusals';

type Json = Record<string, unknown>;

/** What Pod Security makes of the pods of a DaemonSet that Kubernetes takes. */
export function evaluated(manifest: Json, minor = NEWEST_POLICY): PodSecurityEvaluation {
  const { stored, problems, errors } = admitDaemonSet(manifest);
  expect([...problems, ...errors]).toEqual([]);
  return evaluatePodSecurity(daemonPod(stored!), minor);
}

/** A DaemonSet whose pods break no check, with other fields of their spec. */
export function restrictedWith(pod: Json): Json {
  return withPod({
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, containers: [container({})], ...pod,
  });
}

/** The same with other fields of its one container. */
export function restrictedContainer(fields: Json): Json {
  return restrictedWith({ containers: [container(fields)] });
}

/** The same with other fields of that container's security context. */
export function restrictedContext(context: Json): Json {
  return restrictedContainer({ securityContext: { ...CONTEXT, ...context } });
}

/** The same with other fields of the pod's security context. */
export function restrictedPodContext(context: Json): Json {
  return restrictedWith({ securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' }, ...context } });
}

const CONTEXT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

function container(fields: Json): Json {
  return { name: 'c0', image: 'busybox', securityContext: CONTEXT, ...fields };
}

/** Declares a test: that pods break exactly these checks, each as `level check: message`, at these fields. */
export function breaks(what: string, manifest: Json, checks: readonly string[], fields: readonly string[], minor = NEWEST_POLICY): void {
  test(`${what} breaks ${checks.map((check) => check.split(/[ :]/)[1]).join(' and ')} of v1.${minor}`, () => {
    const { level, violations } = evaluated(manifest, minor);
    expect(violations.map((violation) => `${violation.level} ${violation.check}: ${violation.message}`)).toEqual(checks);
    expect([...new Set(violations.flatMap((violation) => violation.fields))]).toEqual(fields);
    expect(level).toBe(checks[0].startsWith('baseline') ? 'privileged' : 'baseline');
  });
}

/** Declares a test: that pods break no check. */
export function fits(what: string, manifest: Json, minor = NEWEST_POLICY): void {
  test(`${what} fits restricted of v1.${minor}`, () => expect(evaluated(manifest, minor)).toEqual({ level: 'restricted', violations: [] }));
}
