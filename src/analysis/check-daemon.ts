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
 * @param isAsked which checks are asked, by the severity that their findings have; all where it is not given
 */
export function checkDaemon(daemon: Daemon, objects: ObjectSet, isAsked: (check: Check, severity: Severity) => boolean = () => true): DaemonFinding[] {
  const findings: DaemonFinding[] = [];
  for (const check of daemon.isReadable ? CHECKS : [refusedByApiServer]) {
    const severity = severityFor(check, daemon);
    const answer = isAsked(check, severity) ? answerOf(check, daemon, objects) : 'does not apply';
    if (typeof answer !== 'string') {
      findings.push(...answer.map(problem => ({ ...problem, check, severity })));
    }
  }
  return findings;
}

/**
 * The findings of one severity about each of many daemons, of which only one at a time is held as it was read.
 *
 * @param daemons all daemons of the set that are judged
 * @param objects everything that is judged together
 * @param worst the severity
 */
export function checkDaemons(daemons: readonly Daemon[], objects: ObjectSet, worst: Severity): DaemonFinding[][] {
  const alone = daemons.map(daemon => {
    const findings = checkDaemon(daemon, objects, ({ comparesDaemons }, severity) => severity === worst && !comparesDaemons);
    daemon.forget();
    return findings;
  });
  return daemons.map((daemon, i) => {
    const compared = checkDaemon(daemon, objects, ({ comparesDaemons }, severity) => severity === worst && comparesDaemons === true);
    return compared.length === 0 ? alone[i] : [...alone[i], ...compared].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  });
}

/** The findings about the programs in the pods of another workload. */
export function checkPods(pods: Daemon, objects: ObjectSet): DaemonFinding[] {
  const findings = CHECKS.filter(({ isOfAnyPod }) => pods.isReadable && isOfAnyPod).map(check => ({ check, answer: answerOf(check, pods, objects) }));
  return findings.flatMap(({ check, answer }) => typeof answer === 'string' ? [] : answer.map(problem => ({ ...problem, check, severity: severityFor(check, pods) })));
}

/** A check that throws is a finding, never a crash: the other checks still speak. */
function answerOf(check: Check, daemon: Daemon, objects: ObjectSet) {
  try {
    return check.judge(daemon, objects);
  } catch (error) {
    return [{ message: `the check failed (${(error as Error).message}): please report it with the manifest` }];
  }
}
