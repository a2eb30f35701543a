import type { Disagreement } from './comparison';
import type { Judge, SecurityLevel, Verdict } from './judge';
import type { Json } from './valid-object';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import { evaluatePodSecurity, NEWEST_POLICY } from '../../../src/kubernetes/pod-security/evaluate';


/** Compares the level of a daemon's pods and all that keeps them from a stricter one, in the server's words, under every policy version. */
export async function comparePodSecurity(judge: Judge, manifest: Json): Promise<Disagreement | undefined> {
  const { accepted, pod } = await judge.ask<Verdict>({ op: 'check', object: manifest, levels: true });
  const { stored } = admitDaemonSet(manifest);
  if (!accepted || stored === undefined) { return undefined; }
  const ours = daemonPod(stored);
  for (const [i, { since, ...theirs }] of pod!.levels!.entries()) {
    const next = pod!.levels![i + 1];
    for (let minor = minorOf(since); minor < (next ? minorOf(next.since) : Math.max(minorOf(since), NEWEST_POLICY) + 1); minor++) {
      const { level, violations } = evaluatePodSecurity(ours, minor);
      const disagreement = differing(minor, { level, violations }, theirs);
      if (disagreement) { return disagreement; }
    }
  }
  return undefined;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

function differing(minor: number, ours: Omit<SecurityLevel, 'since'>, theirs: Omit<SecurityLevel, 'since'>): Disagreement | undefined {
  const plain = ({ level, violations = [] }: Omit<SecurityLevel, 'since'>) => [level, ...violations.map((violation) => `${violation.level} ${violation.check}: ${violation.message}`)];
  const [a, b] = [plain(ours), plain(theirs)];
  return JSON.stringify(a) === JSON.stringify(b) ? undefined : { about: `pod security of v1.${minor}`, ours: a, judge: b };
}
