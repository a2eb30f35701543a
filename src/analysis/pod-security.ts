import type { Daemon } from './daemon';
import { PodSecurityNeed, PodSecurityReason } from './pod-security-facts';
import { daemonPod } from '../kubernetes/daemon-pod';
import { evaluatePodSecurity, NEWEST_POLICY, PodSecurityEvaluation, PodSecurityLevel, violationsUnder } from '../kubernetes/pod-security/evaluate';

/** The levels, the strictest last. */
export const LEVELS: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];

/** The first policy version that is told apart. */
const OLDEST_POLICY = 28;

/** What the Pod Security of a policy version makes of the pods of a daemon. */
export function podSecurityOf({ defaulted }: Daemon, minor = NEWEST_POLICY): PodSecurityEvaluation {
  return evaluatePodSecurity(daemonPod(defaulted), minor);
}

/** Why the pods may not run under a level. */
export function reasonsAgainst(level: PodSecurityLevel, evaluation: PodSecurityEvaluation, minor = NEWEST_POLICY): PodSecurityReason[] {
  return violationsUnder(level, evaluation, minor).map(violation => ({ ...violation, fields: violation.fields.map(inTemplate) }));
}

/** The level that a daemon needs, by policy version; an entry where it or its reasons change. */
export function podSecurityNeeds(daemon: Daemon): PodSecurityNeed[] {
  const pod = daemonPod(daemon.defaulted);
  const needs: PodSecurityNeed[] = [];
  for (let minor = OLDEST_POLICY; minor <= NEWEST_POLICY; minor++) {
    const evaluation = evaluatePodSecurity(pod, minor);
    const reasons = reasonsAgainst(stricterThan(evaluation.level), evaluation, minor);
    const before = needs[needs.length - 1];
    if (before?.level !== evaluation.level || JSON.stringify(before.reasons) !== JSON.stringify(reasons)) {
      needs.push({ since: `1.${minor}`, level: evaluation.level, reasons });
    }
  }
  return needs;
}

/** The next stricter level; the strictest itself. */
export function stricterThan(level: PodSecurityLevel): PodSecurityLevel {
  return level === 'privileged' ? 'baseline' : 'restricted';
}

/** The level that all of them may run under. */
export function mildest(levels: readonly PodSecurityLevel[]): PodSecurityLevel {
  return LEVELS.find(level => levels.includes(level)) ?? 'restricted';
}

function inTemplate(field: string): string {
  return `spec.template.${field}`;
}
