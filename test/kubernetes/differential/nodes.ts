import * as fc from 'fast-check';
import type { Json } from './valid-object';

const KEYS = ['kubernetes.io/os', 'zone', 'beta.kubernetes.io/arch', 'app', 'example.com/tier'];
const VALUES = ['linux', 'a', 'b', 'x', '5', '10', '007', ''];
const TAINTS = ['dedicated', 'node.kubernetes.io/not-ready', 'node.kubernetes.io/unschedulable', 'node.kubernetes.io/network-unavailable', 'a'];

/** A few nodes with the labels and taints that the generated DaemonSets speak of. */
export function nodes(): fc.Arbitrary<Json[]> {
  const node = fc.record({
    metadata: fc.record({
      name: fc.constantFrom('a', 'b', 'node-1', 'linux'),
      labels: fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { maxKeys: 4 }),
    }),
    spec: fc.record({
      taints: fc.array(fc.record({
        key: fc.constantFrom(...TAINTS),
        value: fc.constantFrom('', 'x', 'a'),
        effect: fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule'),
      }), { maxLength: 2 }),
    }),
  });
  return fc.array(node, { minLength: 1, maxLength: 3 });
}
