import * as fc from 'fast-check';
import { EVERYWHERE, LINUX, requiring, templates, WINDOWS } from './placed-pods';
import { judgeNode } from '../../src/kubernetes/node-predicate';
import { runsBeside } from '../../src/kubernetes/node-set';
import { placementOf, podPlacement } from '../../src/kubernetes/placement';
import type { Node, Taint } from '../../src/kubernetes/wire/node';
import type { PodSpec, Toleration } from '../../src/kubernetes/wire/pod-spec';

const answer = (pods: PodSpec, ...daemons: PodSpec[]) => runsBeside(podPlacement(pods), daemons.map(placementOf));
const tolerating = (...tolerations: Toleration[]): PodSpec => ({ ...EVERYWHERE, tolerations });
const zone = (operator: string, ...values: string[]) => requiring([{ key: 'zone', operator, values }]);

describe('pods run beside a daemon', () => {
  test('always, when it runs everywhere', () => expect(answer(LINUX, EVERYWHERE)).toBe('always'));
  test('always, when both keep off tainted nodes', () => expect(answer(EVERYWHERE, EVERYWHERE)).toBe('always'));
  test('always, when two daemons together have all nodes of the pods', () => {
    expect(answer(zone('In', 'a', 'b'), zone('In', 'a'), zone('In', 'b', 'c'))).toBe('always');
    expect(answer(EVERYWHERE, zone('In', 'a'), zone('NotIn', 'a'))).toBe('always');
  });
  test('always, when the pods can be nowhere', () => {
    expect(answer(requiring([{ key: 'l', operator: 'Exists' }, { key: 'l', operator: 'DoesNotExist' }]), WINDOWS)).toBe('always');
  });
  test('possibly, when it runs on some of their nodes', () => expect(answer(EVERYWHERE, LINUX)).toBe('possibly'));
  test('possibly, when the pods tolerate what it does not', () => expect(answer(tolerating({ key: 'gpu', operator: 'Exists' }), EVERYWHERE)).toBe('possibly'));
  test('never, when no node runs both', () => expect(answer(WINDOWS, LINUX)).toBe('never'));
  test('never, when no node runs one of several', () => expect(answer(zone('In', 'd'), zone('In', 'a'), zone('In', 'b'))).toBe('never'));
  test('never, when there is no daemon', () => expect(answer(EVERYWHERE)).toBe('never'));

  test('always, when each of two daemons tolerates one value of a taint, of which a node has one', () => {
    const pool = (value: string): Toleration => ({ key: 'pool', value, effect: 'NoSchedule' });
    expect(answer(tolerating(pool('red'), pool('blue')), tolerating(pool('red')), tolerating(pool('blue')))).toBe('always');
  });
  test('possibly, when each of two daemons tolerates one of two taints, which a node may both have', () => {
    const [red, blue]: Toleration[] = ['red', 'blue'].map((key) => ({ key, operator: 'Exists' }));
    expect(answer(tolerating(red, blue), tolerating(red), tolerating(blue))).toBe('possibly');
  });
});

test('the answer is that of every node of a small universe', () => {
  const nodes = everyNode();
  fc.assert(fc.property(templates(), fc.array(templates(), { maxLength: 3 }), (pods, daemons) => {
    const [own, theirs] = [podPlacement(pods), daemons.map(placementOf)];
    const [alone, beside] = [false, true].map((isBeside) => nodes.some((node) =>
      judgeNode(own, node).shouldRun && theirs.some((one) => judgeNode(one, node).shouldRun) === isBeside));
    expect(runsBeside(own, theirs)).toBe(!alone ? 'always' : beside ? 'possibly' : 'never');
  }), { numRuns: 300 });
});

// What no template mentions: a name, a value of l, numbers between the bounds, and a taint.
function everyNode(): Node[] {
  const places = ['a', 'b', 'other'].flatMap((name) => [undefined, 'x', 'y', 'other'].flatMap((l) => [undefined, '1', '4', '5', '6', '06', '007', '12', 'other']
    .map((n): Node => ({ metadata: { name, labels: { ...(l === undefined ? {} : { l }), ...(n === undefined ? {} : { n }) } } }))));
  const ofKey = (key: string, values: string[]) => ['NoSchedule', 'NoExecute'].map((effect): (Taint | undefined)[] =>
    [undefined, ...values.map((value) => ({ key, value, effect }))]);
  const taintings = [...ofKey('k', ['', 'v', 'other']), ...ofKey('other', ['', 'v', 'other'])]
    .reduce<Taint[][]>((all, taints) => all.flatMap((one) => taints.map((taint) => taint === undefined ? one : [...one, taint])), [[]]);
  return places.flatMap((place) => taintings.map((taints) => ({ ...place, spec: { taints } })));
}
