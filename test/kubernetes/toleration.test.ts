import { daemonTolerations, tolerates } from '../../src/kubernetes/toleration';
import type { PodSpec, Toleration } from '../../src/kubernetes/wire/pod-spec';

const TAINT = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' };

describe('a toleration tolerates a taint', () => {
  test.each<[string, Toleration, boolean]>([
    ['of its key, value and effect', { key: 'dedicated', operator: 'Equal', value: 'gpu', effect: 'NoSchedule' }, true],
    ['of any effect when it names none', { key: 'dedicated', value: 'gpu' }, true],
    ['of any value when it asks for existence', { key: 'dedicated', operator: 'Exists' }, true],
    ['of any kind when it names no key', { operator: 'Exists' }, true],
    ['not of another effect', { key: 'dedicated', operator: 'Exists', effect: 'NoExecute' }, false],
    ['not of another key', { key: 'other', operator: 'Exists' }, false],
    ['not of another value', { key: 'dedicated', value: 'cpu' }, false],
    ['not of any number while that gate is closed', { key: 'dedicated', operator: 'Gt', value: '1' }, false],
  ])('%s', (_, toleration, expected) => expect(tolerates(toleration, TAINT)).toBe(expected));
});

describe('a daemon tolerates', () => {
  const keys = (spec: Partial<PodSpec>) => daemonTolerations({ containers: [], ...spec }).map(({ key = '', effect = '' }) => `${key}:${effect}`);

  test('nodes in trouble', () => {
    expect(keys({})).toEqual([
      'node.kubernetes.io/not-ready:NoExecute', 'node.kubernetes.io/unreachable:NoExecute', 'node.kubernetes.io/disk-pressure:NoSchedule',
      'node.kubernetes.io/memory-pressure:NoSchedule', 'node.kubernetes.io/pid-pressure:NoSchedule', 'node.kubernetes.io/unschedulable:NoSchedule',
    ]);
  });
  test('nodes without a network when it uses the host\'s', () => expect(keys({ hostNetwork: true })).toContain('node.kubernetes.io/network-unavailable:NoSchedule'));
  test('first what its template says', () => expect(keys({ tolerations: [{ key: 'a', operator: 'Exists' }] })[0]).toBe('a:'));
  test('a thing once though its template says it too', () => {
    expect(keys({ tolerations: [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }] })).toHaveLength(6);
  });
});
