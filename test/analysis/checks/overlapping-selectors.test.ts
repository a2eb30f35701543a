import { App, Chart, Testing } from 'cdk8s';
import { LabelExpression } from '../../../src';
import { daemonIn } from '../../core/testing';
import { findingsOf } from '../checks';
import { complaints, daemonSet } from '../objects';

const shared = (name: string, more: any = {}) => daemonSet({}, {}, { name, labels: { app: 'agent', own: name }, ...more });

test('in another namespace it is another daemon, and so it is under the same name', () => {
  expect(complaints('ND304', shared('a'), shared('b', { namespace: 'others' }), shared('a'))).toBe(0);
});

test('one direction is enough, whichever stands first', () => {
  const wide = shared('wide');
  const narrow = daemonSet({}, {}, { name: 'narrow', labels: { app: 'agent', own: 'narrow' }, spec: { selector: { matchLabels: { own: 'narrow' } } } });
  expect(findingsOf('ND304', [wide, narrow]).map(({ object }) => object)).toEqual(['DaemonSet agents/narrow']);
  expect(findingsOf('ND304', [narrow, wide]).map(({ object }) => object)).toEqual(['DaemonSet agents/wide']);
});

test('expressions select too', () => {
  const any = daemonSet({}, {}, { name: 'any', labels: { app: 'any' }, spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } } });
  expect(complaints('ND304', any, shared('a'))).toBe(1);
});

test('it is a warning in a manifest that others wrote, and fails the synthesis of a construct', () => {
  expect(findingsOf('ND304', [shared('a'), shared('b')]).map(({ severity }) => severity)).toEqual(['warning']);
  const chart = new Chart(new App(), 'platform', { namespace: 'agents' });
  daemonIn(chart, {}, {}, 'first');
  daemonIn(chart, {}, { selector: { matchExpressions: [LabelExpression.exists('app.kubernetes.io/name')] } }, 'second');
  expect(() => Testing.synth(chart)).toThrow(/\[platform\/second\] ND304 'platform\/first' of the same namespace/);
});
