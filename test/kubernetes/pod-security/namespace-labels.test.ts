import { NEWEST_POLICY } from '../../../src/kubernetes/pod-security/evaluate';
import { podSecurityPolicies } from '../../../src/kubernetes/pod-security/namespace-labels';

const OPEN = { level: 'privileged', minor: NEWEST_POLICY, isLatest: true };

function labelled(labels: Record<string, string>) {
  return podSecurityPolicies(Object.fromEntries(Object.entries(labels).map(([name, value]) => [`pod-security.kubernetes.io/${name}`, value])));
}

describe('a namespace', () => {
  test('without labels allows everything', () => {
    expect(podSecurityPolicies(undefined)).toEqual({ enforce: OPEN, audit: OPEN, warn: OPEN, errors: [] });
    expect(podSecurityPolicies({ team: 'a' })).toEqual({ enforce: OPEN, audit: OPEN, warn: OPEN, errors: [] });
  });

  test('has a policy for each mode', () => {
    expect(labelled({ 'enforce': 'baseline', 'enforce-version': 'v1.30', 'audit': 'restricted', 'warn': 'restricted', 'warn-version': 'latest' })).toEqual({
      enforce: { level: 'baseline', minor: 30, isLatest: false },
      audit: { ...OPEN, level: 'restricted' },
      warn: { ...OPEN, level: 'restricted' },
      errors: [],
    });
  });

  test('warns of what it enforces, unless it says what it warns of', () => {
    expect(labelled({ 'enforce': 'baseline', 'enforce-version': 'v1.30' }).warn).toEqual({ level: 'baseline', minor: 30, isLatest: false });
    expect(labelled({ 'enforce': 'baseline', 'enforce-version': 'v1.30', 'warn-version': 'v1.31' }).warn).toEqual({ level: 'baseline', minor: 31, isLatest: false });
    expect(labelled({ enforce: 'baseline', warn: 'privileged' }).warn).toEqual(OPEN);
    expect(labelled({ 'enforce': 'privileged', 'enforce-version': 'v1.30' }).warn).toEqual(OPEN);
  });

  test('enforces restricted where its level is none, and audits and warns of nothing', () => {
    expect(labelled({ enforce: 'strict', audit: 'strict', warn: 'strict' })).toEqual({
      enforce: { ...OPEN, level: 'restricted' },
      audit: OPEN,
      warn: OPEN,
      errors: ['enforce', 'audit', 'warn'].map((mode) => ({
        label: `pod-security.kubernetes.io/${mode}`, value: 'strict', detail: 'must be one of privileged, baseline, restricted',
      })),
    });
  });

  test.each(['1.30', 'v1.030', 'v2.0', 'v1.30.1', '', 'v1.9223372036854775808'])('takes the latest version for %p', (version) => {
    const { enforce, errors } = labelled({ 'enforce': 'baseline', 'enforce-version': version });
    expect(enforce).toEqual({ ...OPEN, level: 'baseline' });
    expect(errors).toEqual([{ label: 'pod-security.kubernetes.io/enforce-version', value: version, detail: 'must be "latest" or "v1.x"' }]);
  });

  test('may name a policy that is not there yet', () => expect(labelled({ 'audit-version': 'v1.99' }).audit).toEqual({ level: 'privileged', minor: 99, isLatest: false }));
});
