import { Check, Problem, severityFor } from './check';
import { CHECKS } from './checks/all';
import { refusedByApiServer } from './checks/refused-by-api-server';
import { Daemon } from './daemon';
import { ObjectSet } from './object-set';
import { Severity } from './severity';

/** What a check found wrong with a daemon. */
export interface DaemonFinding extends Problem {
  readonly check: Check;
  readonly severity: Severity;
}

/**
 * All findings about one daemon.
 *
 * @param daemon one of the daemons of the set
 * @param objects everything that is judged together
 * @param worst only findings of this severity, where it is given
 */
export function checkDaemon(daemon: Daemon, objects: ObjectSet, worst?: Severity): DaemonFinding[] {
  const findings: DaemonFinding[] = [];
  for (const check of daemon.isReadable ? CHECKS : [refusedByApiServer]) {
    const severity = severityFor(check, daemon);
    const answer = worst === undefined || severity === worst ? answerOf(check, daemon, objects) : 'does not apply';
    if (typeof answer !== 'string') {
      findings.push(...answer.map(problem => ({ ...problem, check, severity })));
    }
  }
  return findings;
}

/** The findings about the programs in the pods of another workload. */
export function checkPods(pods: Daemon, objects: ObjectSet): DaemonFinding[] {
  const findings = CHECKS.filter(({ isOfAnyPod }) => pods.isReadable && isOfAnyPod).map(check => ({ check, answer: answerOf(check, pods, objects) }));
  return findings.flatMap(({ check, answer }) => typeof answer === 'string' ? [] : answer.map(problem => ({ ...problem, check, severity: check.severity })));
}

/** A check that throws is a finding, never a crash: the other checks still speak. */
function answerOf(check: Check, daemon: Daemon, objects: ObjectSet) {
  try {
    return check.judge(daemon, objects);
  } catch (error) {
    return [{ message: `the check failed (${(error as Error).message}): please report it with the manifest` }];
  }
}
