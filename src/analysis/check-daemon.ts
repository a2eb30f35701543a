import { Check } from './check';
import { CHECKS } from './checks/all';
import { Daemon } from './daemon';
import { Finding } from './finding';

/** All findings about one daemon. */
export function checkDaemon(daemon: Daemon): Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    const answer = answerOf(check, daemon);
    if (typeof answer !== 'string') {
      const { id, severity, acknowledgeable } = check;
      findings.push(...answer.map(({ message, field }) => ({ id, severity, acknowledgeable, message, field })));
    }
  }
  return findings;
}

/** A check that throws is a finding, never a crash: the other checks still speak. */
function answerOf(check: Check, daemon: Daemon) {
  try {
    return check.judge(daemon);
  } catch (error) {
    return [{ message: `the check failed (${(error as Error).message}): please report it with the manifest` }];
  }
}
