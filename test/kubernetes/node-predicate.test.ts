import type { NodeVerdict } from '../../src/kubernetes/node-predicate';
import { judgeNode } from '../../src/kubernetes/node-predicate';
import { placementOf } from '../../src/kubernetes/placement';
import type { NodeSelectorTerm } from '../../src/kubernetes/wire/affinity';
import type { Node, Taint } from '../../src/kubernetes/wire/node';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

function verdict(spec: Partial<PodSpec>, labels: Record<string, string> = {}, taints: Taint[] = []): NodeVerdict {
  const node: Node = { metadata: { name: 'n1', labels }, spec: { taints } };
  return judgeNode(placementOf({ containers: [], ...spec }), node);
}

function requiring(...nodeSelectorTerms: NodeSelectorTerm[]): Partial<PodSpec> {
  return { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } } };
}

const RUNS = { shouldRun: true, shouldContinue: true, reason: { kind: 'runs' } };
const refused = (reason: object) => ({ shouldRun: false, shouldContinue: false, reason });

describe('a daemon', () => {
  test('runs on every node without taints', () => expect(verdict({})).toEqual(RUNS));
  test('with a node name runs there only', () => {
    expect(verdict({ nodeName: 'n1' })).toEqual(RUNS);
    expect(verdict({ nodeName: 'n2' })).toEqual(refused({ kind: 'nodeName', nodeName: 'n2' }));
  });
  test('with a node selector runs where every label is', () => {
    expect(verdict({ nodeSelector: { os: 'linux' } }, { os: 'linux' })).toEqual(RUNS);
    expect(verdict({ nodeSelector: { os: 'linux' } }, { os: 'windows' })).toEqual(refused({ kind: 'nodeSelector', key: 'os', value: 'linux' }));
  });
  test('does not start under a taint of NoSchedule, but stays', () => {
    const taint = { key: 'a', effect: 'NoSchedule' };
    expect(verdict({}, {}, [taint])).toEqual({ shouldRun: false, shouldContinue: true, reason: { kind: 'taint', taint } });
  });
  test('leaves under a taint of NoExecute', () => {
    const taint = { key: 'a', effect: 'NoExecute' };
    expect(verdict({}, {}, [taint])).toEqual(refused({ kind: 'taint', taint }));
  });
  test('overlooks a taint of PreferNoSchedule', () => expect(verdict({}, {}, [{ key: 'a', effect: 'PreferNoSchedule' }])).toEqual(RUNS));
  test('runs on a node that is not ready', () => expect(verdict({}, {}, [{ key: 'node.kubernetes.io/not-ready', effect: 'NoExecute' }])).toEqual(RUNS));
});

describe('required node affinity', () => {
  test.each<[string, NodeSelectorTerm[], Record<string, string>, boolean]>([
    ['holds when one of its terms does', [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, { matchExpressions: [{ key: 'b', operator: 'Exists' }] }], { b: '' }, true],
    ['fails when one expression of each term does', [{ matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'b', operator: 'Exists' }] }], { b: '' }, false],
    ['compares numbers', [{ matchExpressions: [{ key: 'n', operator: 'Gt', values: ['9'] }] }], { n: '10' }, true],
    ['compares no number with a text', [{ matchExpressions: [{ key: 'n', operator: 'Lt', values: ['9'] }] }], { n: 'x' }, false],
    ['holds by NotIn where the label is absent', [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['x'] }] }], {}, true],
    ['chooses by name', [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }], {}, true],
    ['chooses nothing without terms', [], {}, false],
    ['chooses nothing by an empty term', [{}], {}, false],
    ['chooses nothing by a term that cannot be evaluated', [{ matchExpressions: [{ key: 'a', operator: 'In' }] }], { a: 'x' }, false],
  ])('%s', (_, terms, labels, expected) => expect(verdict(requiring(...terms), labels)).toEqual(expected ? RUNS : refused({ kind: 'nodeAffinity' })));
});
