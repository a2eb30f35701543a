import * as fc from 'fast-check';
import { amounts, limitRanges, quotas } from './limit-objects';
import { daemonSets } from './valid-daemon-set';
import type { Json } from './valid-object';

/** A DaemonSet and what its namespace says of resources. */
export interface LimitedDaemonSet {
  readonly manifest: Json;
  readonly limitRanges: Json[];
  readonly resourceQuotas: Json[];
}

const CLASSES = ['a', 'b', 'system-node-critical'];

/** DaemonSets with requests and limits in any state, LimitRanges and quotas around them. */
export function limitedDaemonSets(): fc.Arbitrary<LimitedDaemonSet> {
  const manifest = fc.oneof({ weight: 1, arbitrary: daemonSets() }, { weight: 5, arbitrary: plainDaemonSets() });
  return fc.record({ manifest, limitRanges: limitRanges(), resourceQuotas: quotas(CLASSES) });
}

/** Those whose pods differ in nothing but what limits read. */
function plainDaemonSets(): fc.Arbitrary<Json> {
  const restartPolicy = fc.constantFrom(undefined, 'Always');
  const containers = fc.array(resources(), { minLength: 1, maxLength: 3 }).map((all) => all.map((made, i) => ({ name: `c${i}`, image: 'a', resources: made })));
  const initContainers = fc.array(fc.tuple(resources(), restartPolicy), { maxLength: 3 })
    .map((all) => all.map(([made, policy], i) => ({ name: `i${i}`, image: 'a', resources: made, restartPolicy: policy })));
  const term = fc.constantFrom<Json>({ namespaces: ['x'] }, { namespaceSelector: {} }, { namespaceSelector: { matchLabels: { a: 'b' } } }, {}, { namespaces: [] })
    .map((made) => ({ ...made, topologyKey: 'zone', labelSelector: {} }));
  const terms = fc.oneof(term.map((made) => ({ requiredDuringSchedulingIgnoredDuringExecution: [made] })),
    term.map((made) => ({ preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: made }] })));
  const pod = fc.record({
    containers,
    initContainers,
    priorityClassName: fc.constantFrom(...CLASSES),
    affinity: fc.oneof(terms.map((made) => ({ podAffinity: made })), terms.map((made) => ({ podAntiAffinity: made }))),
    overhead: fc.constantFrom({ cpu: '10m' }, { memory: '1Mi', cpu: '0' }, { 'ephemeral-storage': '1Gi' }),
    resources: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: podResources() }),
  }, { requiredKeys: ['containers'] });
  const labels = { app: 'x' };
  return pod.map((spec) => ({
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent' }, spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
  }));
}

/** Amounts that most containers fit in. */
function podResources(): fc.Arbitrary<Json> {
  const list = (cpu: (string | number)[], memory: string[]) => fc.record(
    { cpu: fc.constantFrom(...cpu), memory: fc.constantFrom(...memory) }, { requiredKeys: [] },
  );
  return fc.record({ requests: list([3, '40k', '0'], ['10G', '9Gi', '1Mi']), limits: list(['40k', '50k'], ['10Gi', '1P']) }, { requiredKeys: [] });
}

/** Requests not above their limits, nearly always, so that there is a pod. */
function resources(): fc.Arbitrary<Json> {
  return fc.tuple(amounts(), amounts(['cpu', 'memory', 'ephemeral-storage']), fc.constantFrom('both', 'both', 'limits', 'limits', 'requests', 'requests', 'apart')).map(([limits, requests, kind]) => {
    const fitting = Object.fromEntries(Object.entries(requests).map(([name, amount]) => [name, limits[name] ?? amount]));
    const { 'hugepages-2Mi': _, 'example.com/gpu': __, ...soft } = limits;
    return kind === 'limits' ? { limits } : kind === 'requests' ? { requests: soft } : { limits, requests: kind === 'both' ? fitting : requests };
  });
}
