import type { DaemonPod } from '../daemon-pod';
import type { Check } from './check';
import { CHECKS, lookOf } from './checks';
import type { SecuredPod } from './secured-pod';
import { securedPod } from './secured-pod';

/** How much a namespace allows its pods. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** A check that a pod breaks. */
export interface PodSecurityViolation {
  /** The level that the check belongs to. */
  readonly level: 'baseline' | 'restricted';
  /** The name of the check in Kubernetes. */
  readonly check: string;
  /** Every field that breaks the check or is missing, as paths below the pod. */
  readonly fields: readonly string[];
  /** What the API server says of it. */
  readonly message: string;
}

/** What Pod Security makes of a pod. */
export interface PodSecurityEvaluation {
  /** The strictest level that the pod may run under. */
  readonly level: PodSecurityLevel;
  /** Everything that keeps the pod from the levels above, baseline first. */
  readonly violations: readonly PodSecurityViolation[];
}

/** The newest policy version that has anything of its own; newer ones are the same. */
export const NEWEST_POLICY = Math.max(...CHECKS.flatMap(({ variants }) => variants.map(([since]) => since)));

/**
 * Evaluates a pod against the Pod Security Standards.
 *
 * @param pod as `daemonPod` returns it: what the template leaves out counts as what defaulting makes of it
 * @param minor the policy version, 28 for v1.28
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function evaluatePodSecurity(pod: DaemonPod, minor: number): PodSecurityEvaluation {
  const secured = securedPod(pod);
  const violations = CHECKS.flatMap((check) => violationsOf(check, secured, minor));
  return { level: levelOf(violations), violations };
}

function violationsOf(check: Check, pod: SecuredPod, minor: number): PodSecurityViolation[] {
  const found = lookOf(check, minor)?.(pod);
  return found === undefined ? [] : [{ level: check.level, check: check.id, ...found }];
}

function levelOf(violations: readonly PodSecurityViolation[]): PodSecurityLevel {
  if (violations.length === 0) { return 'restricted'; }
  return violations.some(({ level }) => level === 'baseline') ? 'privileged' : 'baseline';
}

/**
 * The violations that the API server tells of in a namespace of a level: one that repeats another in milder terms is left out.
 *
 * @see https://pkg.go.dev/k8s.io/pod-security-admission@v0.37.1/policy#VersionedCheck
 */
export function violationsUnder(level: PodSecurityLevel, { violations }: PodSecurityEvaluation, minor: number): PodSecurityViolation[] {
  if (level === 'privileged') { return []; }
  if (level === 'baseline') { return violations.filter((violation) => violation.level === 'baseline'); }
  const replaced = CHECKS.filter((check) => lookOf(check, minor) !== undefined).map(({ replaces }) => replaces);
  return violations.filter(({ check }) => !replaced.includes(check));
}
