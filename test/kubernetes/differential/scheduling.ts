import type { Disagreement } from './comparison';
import type { Judge, Places } from './judge';
import type { Json } from './valid-object';
import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { defaultPod } from '../../../src/kubernetes/default-pod';
import { conflict, hostPorts } from '../../../src/kubernetes/host-ports';
import { Quantity } from '../../../src/kubernetes/quantity';
import { namedResources, podRequest } from '../../../src/kubernetes/requests';
import type { PodSpec } from '../../../src/kubernetes/wire/pod-spec';

const NO_PORTS = "node(s) didn't have free ports for the requested pod ports";

/** Compares what a pod asks for: a node with just that much must admit it, a node with one unit less must not. */
export async function compareRequests(judge: Judge, manifest: Json): Promise<Disagreement | undefined> {
  const anywhere = withoutPlace(manifest, 'resources');
  const spec = podSpec(anywhere);
  if (spec === undefined) { return undefined; }
  const names = [...new Set([...namedResources(spec, 'requests'), ...Object.keys(spec.overhead ?? {})])];
  if (names.some((name) => podRequest(spec, name).compare(Quantity.parse('9P')) > 0)) { return undefined; } // thousandths of it overflow
  const amounts = new Map(names.map((name) => [name, amount(spec, name)]));
  const short = [...amounts].filter(([, value]) => value > 0n).map(([name]) => name);
  const nodes = [undefined, ...short].map((scarce) => node(scarce ?? 'enough', [...amounts].map(([name, value]) => [name, name === scarce ? value - 1n : value])));
  const answer = await place(judge, nodes, [anywhere]);
  const theirs = answer?.map(({ reasons = [] }) => reasons.filter((reason) => reason.startsWith('Insufficient')));
  const ours = [[], ...short.map((name) => [`Insufficient ${name}`])];
  return answer === undefined || String(theirs) === String(ours) ? undefined : { about: 'requests', ours: { ours, amounts: String([...amounts]) }, judge: theirs };
}

/** Compares whether two daemons get their ports on one node. */
export async function compareHostPorts(judge: Judge, a: Json, b: Json): Promise<Disagreement | undefined> {
  const sets = [a, b].map((manifest, i) => ({ ...withoutPlace(manifest, 'priority', 'priorityClassName'), metadata: { name: `d${i}` } }));
  const [first, second] = sets.map(podSpec);
  if (first === undefined || second === undefined) { return undefined; }
  const answer = await place(judge, [node('any', [])], sets);
  if (answer?.[0].reasons !== undefined) { return undefined; } // nothing is taken
  const theirs = answer?.[1].reasons?.includes(NO_PORTS) ?? false;
  const ours = hostPorts(first).some((port) => hostPorts(second).some((other) => conflict(port, other)));
  return answer === undefined || ours === theirs ? undefined : { about: 'host ports', ours, judge: theirs };
}

function podSpec(manifest: Json): PodSpec | undefined {
  const { stored, errors } = admitDaemonSet(manifest);
  return stored === undefined || errors.length > 0 ? undefined : defaultPod(stored.spec.template.spec!);
}

function amount(spec: PodSpec, name: string): bigint {
  const quantity = podRequest(spec, name);
  return name === 'cpu' ? quantity.milliValue() : quantity.value();
}

/** The DaemonSet on all nodes, and without more of its pod's fields. */
function withoutPlace(manifest: Json, ...fields: string[]): Json {
  const copy = structuredClone(manifest) as { spec?: { template?: { spec?: Json } } };
  for (const field of ['nodeSelector', 'affinity', 'nodeName', ...fields]) { delete copy.spec?.template?.spec?.[field]; }
  return copy as Json;
}

function node(name: string, amounts: [string, bigint][]): Json {
  const allocatable = Object.fromEntries(amounts.map(([resource, value]) => [resource, resource === 'cpu' ? `${value}m` : String(value)]));
  return { metadata: { name: name.replace(/[^a-z0-9]/gi, '-').toLowerCase() }, status: { allocatable: { pods: '110', ...allocatable } } };
}

async function place(judge: Judge, nodes: Json[], daemonSets: Json[]): Promise<{ reasons?: string[] }[] | undefined> {
  try {
    const { placements } = await judge.ask<Places>({ op: 'place', nodes, daemonSets });
    return daemonSets.length === 1 ? placements[0].nodes : placements.map((placement) => placement.nodes[0]);
  } catch {
    return undefined; // a pod that cannot be made
  }
}
