import { Client, Use, usesOfDaemon } from './clients';
import type { Daemon } from './daemon';
import { decidingConditions, untoleratedTaints } from './deciding-conditions';
import { textAt, valueAt } from './loose';
import type { ObjectSet } from './object-set';
import { followsDaemons } from './pod-affinity';
import { Placed, presumedPlacements } from './presumed-placement';
import { decode } from '../kubernetes/decode';
import { runsBeside } from '../kubernetes/node-set';
import { Placement, podPlacement } from '../kubernetes/placement';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** A use of daemons that are not on every node of the client, and where both are as far as that is known. */
export interface Apart extends Use {
  /** Whether no node runs both. */
  readonly isNowhere: boolean;
  readonly own: Placement;
  readonly theirs: readonly Placement[];
}

/**
 * The uses of a daemon by pods that it is not beside.
 *
 * @param daemon the daemon
 * @param objects everything that is judged together
 * @returns nothing where nobody uses it
 */
export function apart(daemon: Daemon, objects: ObjectSet): Apart[] | undefined {
  const uses = usesOfDaemon(daemon, objects);
  return uses.length === 0 ? undefined : uses.flatMap(use => {
    const pod = podOf(use.client);
    if (pod === undefined) {
      return [];
    }
    const [own, theirs] = presumedPlacements(placed(use.client, pod), use.daemons.map(placedDaemon));
    const beside = runsBeside(own, theirs);
    const isApart = beside === 'never' || beside === 'possibly' && !followsDaemons(pod, use.client, use.daemons, objects);
    return isApart ? [{ ...use, own, theirs, isNowhere: beside === 'never' }] : [];
  });
}

/** How a message calls a client and what it uses; the daemon is called `it`. */
export function useInWords({ client, daemons: [, ...others], by }: Use): string {
  return `${client.name} ${by === undefined ? 'uses' : 'seems to use'} ${['it', ...others.map(({ name }) => `'${name}'`)].join(' or ')} on its own node${by === undefined ? '' : ` (${by})`}`;
}

/** What is wrong where no node runs both, and the repair. */
export function nowhereInWords(use: Apart): { message: string; field: string } {
  const { words, field } = conditionsInWords(use)!;
  return { field, message: `${useInWords(use)}, and no node runs both: ${words}, and the client for others: place both on the same nodes` };
}

/** The conditions of the daemons that the client's nodes may lack; nothing where some daemon has none, so that taints decide. */
export function conditionsInWords({ own, theirs }: Apart): { words: string; field: string } | undefined {
  const conditions = theirs.map(one => decidingConditions(own, one));
  return conditions.some(({ length }) => length === 0) ? undefined : {
    words: `${theirs.length > 1 ? 'they are' : 'the daemon is'} for nodes with ${conditions.map(all => all.map(({ words }) => words).join(', ')).join(' or ')}`, field: `spec.template.spec.${conditions[0][0].field}`,
  };
}

/** The taints that the client tolerates and no daemon for all its nodes does. */
export function taintsOf({ own, theirs }: Apart): string {
  const forAll = theirs.find(one => decidingConditions(own, one).length === 0) ?? theirs[0];
  return untoleratedTaints(own, forAll) ?? '';
}

/** The spec of a client's pods; nothing where the API server cannot read it. */
function podOf({ template }: Client): PodSpec | undefined {
  const { object, problems } = decode('DaemonSet', { spec: { template: { spec: valueAt(template, 'spec') } } }, { allowUnknown: true });
  return problems.length === 0 ? object.spec.template.spec : undefined;
}

function placed({ daemon, template }: Client, pod: PodSpec): Placed {
  return { placement: daemon?.outline.placement ?? podPlacement(pod), os: textAt(template, 'spec', 'os', 'name') };
}

function placedDaemon({ outline: { placement }, manifest }: Daemon): Placed {
  return { placement, os: textAt(manifest, 'spec', 'template', 'spec', 'os', 'name') };
}
