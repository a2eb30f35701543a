import * as fc from 'fast-check';
import type { Disagreement } from './comparison';
import { stable } from './comparison';
import type { Judge, Problem } from './judge';
import type { PodSecurityPolicy } from '../../../src/kubernetes/pod-security/namespace-labels';
import { podSecurityPolicies } from '../../../src/kubernetes/pod-security/namespace-labels';
import { quote } from '../../../src/kubernetes/quote';

type Labels = Record<string, string>;

const LEVELS = ['privileged', 'baseline', 'restricted', 'Restricted', 'strict', ''];
const VERSIONS = [
  'latest', 'v1.0', 'v1.28', 'v1.30', 'v1.36', 'v1.37', 'v1.38', 'v1.100', 'v1.9007199254740991', 'v1.9223372036854775808',
  'v1.030', 'v1.-1', 'v1.', 'v2.0', '1.30', 'v1.30.1', 'v1.30\n', 'Latest', '',
];
const LABEL = 'pod-security.kubernetes.io/';

/** The labels of namespaces that choose policies, rightly and wrongly. */
export function namespaceLabels(): fc.Arbitrary<Labels> {
  const likely = (words: readonly string[], right: number) => fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words.slice(0, right)) }, { weight: 1, arbitrary: fc.constantFrom(...words) },
  );
  const modes = ['enforce', 'audit', 'warn'].flatMap((mode) => [[mode, likely(LEVELS, 3)], [`${mode}-version`, likely(VERSIONS, 9)]] as const);
  const labels = modes.map(([name, value]) => [LABEL + name, value]);
  return fc.record(Object.fromEntries([...labels, ['app', fc.constant('x')], [`${LABEL}exempt`, fc.constant('restricted')]]), { requiredKeys: [] }) as fc.Arbitrary<Labels>;
}

/** Compares the policies that labels choose, and what is wrong with the labels. */
export async function compareNamespaceLabels(judge: Judge, labels: Labels): Promise<Disagreement | undefined> {
  const answer = await judge.ask<Record<string, unknown> & { errors?: Problem[] }>({ op: 'namespace-policy', labels });
  const { enforce, audit, warn, errors } = podSecurityPolicies(labels);
  const ours = [spoken(enforce), spoken(audit), spoken(warn), errors.map(({ label, value, detail }) => `metadata.labels[${label}]: Invalid value: ${quote(value)}: ${detail}`)];
  const theirs = [answer.enforce, answer.audit, answer.warn, (answer.errors ?? []).map(({ message }) => message)];
  return stable(ours) === stable(theirs) ? undefined : { about: 'namespace labels', ours, judge: theirs };
}

function spoken({ level, minor, isLatest }: PodSecurityPolicy): unknown {
  return { level, version: isLatest ? 'latest' : `v1.${minor}` };
}
