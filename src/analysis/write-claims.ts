import type { Daemon } from './daemon';
import { HostMount, hostMounts } from './host-mounts';
import type { ObjectSet } from './object-set';
import { isShared } from './shared-places';
import { directoriesOf } from '../kubernetes/host-path';
import { share } from '../kubernetes/node-set';
import { Placement, placementOf } from '../kubernetes/placement';

interface Claim {
  readonly daemon: Daemon;
  readonly mount: HostMount;
  readonly placement: Placement;
  readonly pins: ReadonlyMap<string, readonly string[]>;
}

/** A path that two daemons write. */
export interface Overlap {
  readonly mine: HostMount;
  readonly theirs: HostMount;
  readonly other: Daemon;
}

/** The paths of the node that a daemon writes in, under or over those of one before it, where both may run. */
export function overlaps(daemon: Daemon, objects: ObjectSet): readonly Overlap[] {
  return objects.once(overlaps, findAll).get(daemon) ?? [];
}

function findAll({ daemons }: ObjectSet): Map<Daemon, Overlap[]> {
  const at = new Map<string, Claim[]>();
  const below = new Map<string, Claim[]>();
  const add = (claims: Map<string, Claim[]>, place: string, claim: Claim) => {
    const list = claims.get(place);
    list === undefined ? claims.set(place, [claim]) : list.push(claim);
  };
  return new Map(daemons.filter(({ isReadable }) => isReadable).map(daemon => {
    const claims = claimsOf(daemon);
    const found = claims.flatMap(claim => {
      const { place } = claim.mount;
      const meets = (other: Claim) => isOther(other.daemon, daemon) && mayMeet(other, claim);
      const over = [...directoriesOf(place), place].find(one => at.get(one)?.some(meets));
      const theirs = (over === undefined ? below.get(place) : at.get(over))?.find(meets);
      return theirs === undefined ? [] : [{ mine: claim.mount, theirs: theirs.mount, other: theirs.daemon }];
    });
    for (const claim of claims) {
      add(at, claim.mount.place, claim);
      directoriesOf(claim.mount.place).forEach(directory => add(below, directory, claim));
    }
    return [daemon, found];
  }));
}

/** The places of the node that a daemon may have for itself and may write, each once. */
function claimsOf(daemon: Daemon): Claim[] {
  const mounts = hostMounts(daemon).filter(({ isWritable, place, type }) => isWritable && !isShared(place, type));
  if (mounts.length === 0) {
    return [];
  }
  const placement = placementOf(daemon.pod);
  const pins = pinsOf(placement);
  return [...new Map(mounts.map(mount => [mount.place, { daemon, mount, placement, pins }])).values()];
}

/** Two manifests of one name are one daemon, of which the later replaces the earlier. */
function isOther(a: Daemon, b: Daemon): boolean {
  const isSame = a.namespace === b.namespace && a.defaulted.metadata?.name === b.defaulted.metadata?.name;
  return !isSame && a.context.cluster === b.context.cluster;
}

function mayMeet(a: Claim, b: Claim): boolean {
  // Most daemons that never meet say so in plain words, and a full comparison costs much more.
  for (const [label, values] of a.pins) {
    const others = b.pins.get(label);
    if (others !== undefined && !values.some(value => others.includes(value))) {
      return false;
    }
  }
  return share(a.placement, b.placement) !== 'never';
}

/** The labels of which every node of a placement has one of some values. */
function pinsOf({ nodeSelector, terms }: Placement): Map<string, readonly string[]> {
  const expressions = terms?.length === 1 ? terms[0].expressions.filter(({ operator }) => operator === 'In') : [];
  return new Map<string, readonly string[]>([
    ...expressions.map(({ key, values = [] }) => [key, values] as const),
    ...Object.entries(nodeSelector).map(([key, value]) => [key, [value]] as const),
  ]);
}
