import * as fc from 'fast-check';
import { EVERYWHERE, LINUX, requiring, templates, WINDOWS } from './placed-pods';
import { commonNode } from '../../src/kubernetes/common-node';
import { judgeNode } from '../../src/kubernetes/node-predicate';
import { share } from '../../src/kubernetes/node-set';
import { placementOf } from '../../src/kubernetes/placement';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

const common = (a: PodSpec, b: PodSpec) => commonNode(placementOf(a), placementOf(b));
const size = (operator: string, ...values: string[]) => requiring([{ key: 'size', operator, values }]);

describe('a node that runs two daemons', () => {
  test('has what both ask for, and no more', () => expect(common(LINUX, size('In', 'big', 'huge'))).toEqual({ labels: { 'kubernetes.io/os': 'linux', 'size': 'big' } }));
  test('has no label that neither asks for', () => expect(common(EVERYWHERE, size('NotIn', 'big'))).toEqual({ labels: {} }));
  test('has any value where one asks for the label alone', () => expect(common(size('Exists'), size('NotIn', 'x'))).toEqual({ labels: { size: 'xx' } }));
  test('has a name where one asks for it', () => expect(common({ ...EVERYWHERE, nodeName: 'a' }, LINUX)).toEqual({ name: 'a', labels: { 'kubernetes.io/os': 'linux' } }));
  test('is none where no node does', () => expect(common(LINUX, WINDOWS)).toBeUndefined());
});

test('there is one unless two daemons never share a node, and it runs both', () => {
  fc.assert(fc.property(templates(), templates(), (a, b) => {
    const placements = [placementOf(a), placementOf(b)];
    const node = common(a, b);
    expect(node === undefined).toBe(share(placements[0], placements[1]) === 'never');
    if (node !== undefined) {
      const { name = 'any', labels } = node;
      expect(placements.map((placement) => judgeNode(placement, { metadata: { name, labels } }).shouldRun)).toEqual([true, true]);
    }
  }), { numRuns: 2000 });
});
