import * as fc from 'fast-check';
import { EVERYWHERE, LINUX, requiring, templates, WINDOWS } from './placed-pods';
import { judgeNode } from '../../src/kubernetes/node-predicate';
import { share } from '../../src/kubernetes/node-set';
import { placementOf } from '../../src/kubernetes/placement';
import type { Node, Taint } from '../../src/kubernetes/wire/node';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

const RUNS = { numRuns: 400 };

function shareOf(a: PodSpec, b: PodSpec): string {
  return share(placementOf(a), placementOf(b));
}

describe('two daemons share nodes', () => {
  test('surely when both run everywhere', () => expect(shareOf(EVERYWHERE, EVERYWHERE)).toBe('surely'));
  test('surely when the one runs everywhere and the other on some nodes', () => expect(shareOf(LINUX, EVERYWHERE)).toBe('surely'));
  test('never when a label would need two values', () => expect(shareOf(LINUX, WINDOWS)).toBe('never'));
  test('never when the one needs a label and the other its absence', () => {
    expect(shareOf(requiring([{ key: 'gpu', operator: 'Exists' }]), requiring([{ key: 'gpu', operator: 'DoesNotExist' }]))).toBe('never');
  });
  test('never when no number lies between the bounds', () => {
    const [above, below] = [requiring([{ key: 'n', operator: 'Gt', values: ['4'] }]), requiring([{ key: 'n', operator: 'Lt', values: ['5'] }])];
    expect(shareOf(above, below)).toBe('never');
  });
  test('possibly when a number written with zeros lies between the bounds', () => {
    const [above, below] = [
      requiring([{ key: 'n', operator: 'Gt', values: ['4'] }, { key: 'n', operator: 'NotIn', values: ['5'] }]),
      requiring([{ key: 'n', operator: 'Lt', values: ['6'] }]),
    ];
    expect(shareOf(above, below)).toBe('possibly');
  });
  test('never when a number would be less than zero, which no label is', () => {
    expect(shareOf(requiring([{ key: 'n', operator: 'Lt', values: ['0'] }]), EVERYWHERE)).toBe('never');
  });
  test('never when they name two nodes', () => {
    expect(shareOf({ ...EVERYWHERE, nodeName: 'a' }, { ...EVERYWHERE, nodeName: 'b' })).toBe('never');
  });
  test('possibly when the one names a node and the other its host name, which may differ', () => {
    expect(shareOf({ ...EVERYWHERE, nodeName: 'a' }, { ...EVERYWHERE, nodeSelector: { 'kubernetes.io/hostname': 'b' } })).toBe('possibly');
  });
  test('surely when the terms of the one together cover the other', () => {
    const either = requiring([{ key: 'zone', operator: 'In', values: ['a'] }], [{ key: 'zone', operator: 'NotIn', values: ['a'] }]);
    expect(shareOf(either, LINUX)).toBe('surely');
  });
  test('possibly when each tolerates a taint that the other does not', () => {
    const [a, b] = ['a', 'b'].map((key) => ({ ...EVERYWHERE, tolerations: [{ key, operator: 'Exists' }] }));
    expect(shareOf(a, b)).toBe('possibly');
  });
  test('surely when the one tolerates everything', () => {
    expect(shareOf({ ...EVERYWHERE, tolerations: [{ operator: 'Exists' }] }, { ...EVERYWHERE, tolerations: [{ key: 'a', value: 'x' }] })).toBe('surely');
  });
  test('possibly when the wider labels come with fewer tolerations', () => {
    expect(shareOf(EVERYWHERE, { ...LINUX, tolerations: [{ operator: 'Exists' }] })).toBe('possibly');
  });
  test('surely when host networking adds a toleration to the wider one', () => {
    expect(shareOf({ ...EVERYWHERE, hostNetwork: true }, LINUX)).toBe('surely');
    expect(shareOf(EVERYWHERE, { ...LINUX, hostNetwork: true })).toBe('possibly');
  });
});

describe('on every node of a small universe', () => {
  test('no two daemons that run together never share, and of two that surely share the one follows the other', () => {
    fc.assert(fc.property(templates(), templates(), fc.array(universeNodes(), { minLength: 1, maxLength: 30 }), (a, b, nodes) => {
      const [onA, onB] = [a, b].map((spec) => runsOn(spec, nodes));
      const answer = shareOf(a, b);
      if (answer === 'never') { return !onA.some((runs, i) => runs && onB[i]); }
      if (answer === 'surely') { return onA.every((runs, i) => !runs || onB[i]) || onB.every((runs, i) => !runs || onA[i]); }
      return true;
    }), { numRuns: 3000 });
  });

  test('every two daemons that never or surely share are found', () => {
    const all = everyNode();
    fc.assert(fc.property(templates(), templates(), (a, b) => {
      const [onA, onB] = [a, b].map((spec) => runsOn(spec, all));
      const neverTogether = !onA.some((runs, i) => runs && onB[i]);
      const follows = onA.every((runs, i) => !runs || onB[i]) || onB.every((runs, i) => !runs || onA[i]);
      expect(shareOf(a, b)).toBe(neverTogether ? 'never' : follows ? 'surely' : 'possibly');
    }), RUNS);
  });

  test('the order of two daemons makes no difference', () => {
    fc.assert(fc.property(templates(), templates(), (a, b) => shareOf(a, b) === shareOf(b, a)), RUNS);
  });
});

function runsOn(spec: PodSpec, nodes: readonly Node[]): boolean[] {
  const placement = placementOf(spec);
  return nodes.map((node) => judgeNode(placement, node).shouldRun);
}

// The universe has, besides what templates mention, a label value, a number, a name and a taint that none of them does.
const NAMES = ['a', 'b', 'other'];
const LETTERS = [undefined, 'x', 'y', 'other'];
const NUMBERS = [undefined, '1', '4', '04', '5', '005', '6', '06', '007', '11', '12', 'other'];
const TAINTS: Taint[] = ['k', 'other', 'node.kubernetes.io/network-unavailable']
  .flatMap((key) => ['', 'v', 'other'].flatMap((value) => ['NoSchedule', 'NoExecute'].map((effect) => ({ key, value, effect }))));

function everyNode(): Node[] {
  // Each taint by itself: placements look at taints one by one.
  const taintings = [[], ...TAINTS.map((taint) => [taint])];
  const places = NAMES.flatMap((name) => LETTERS.flatMap((l) => NUMBERS.map((n): Node => ({ metadata: { name, labels: labelled(l, n) } }))));
  return places.flatMap((place) => taintings.map((taints) => ({ ...place, spec: { taints } })));
}

function labelled(l: string | undefined, n: string | undefined): Record<string, string> {
  return { ...(l === undefined ? {} : { l }), ...(n === undefined ? {} : { n }) };
}

function universeNodes(): fc.Arbitrary<Node> {
  return fc.record({
    metadata: fc.record({
      name: fc.constantFrom(...NAMES),
      labels: fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...NUMBERS)).map(([l, n]) => labelled(l, n)),
    }),
    spec: fc.record({ taints: fc.array(fc.constantFrom(...TAINTS), { maxLength: 2 }) }),
  });
}
