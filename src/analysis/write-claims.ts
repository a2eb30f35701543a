import type { Daemon } from './daemon';
import { HostMount, hostMounts } from './host-mounts';
import type { ObjectSet } from './object-set';
import { onlyGivesAway } from './ownership';
import { PinIndex, Pins, pinsOf } from './pins';
import { isShared } from './shared-places';
import { directoriesOf } from '../kubernetes/host-path';
import { share } from '../kubernetes/node-set';

interface Claim {
  readonly daemon: Daemon;
  readonly mount: HostMount;
  readonly pins: Pins;
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
  const at = new Map<string, PinIndex<Claim>>();
  const below = new Map<string, PinIndex<Claim>>();
  const add = (index: Map<string, PinIndex<Claim>>, place: string, claim: Claim) => {
    const claims = index.get(place) ?? new PinIndex<Claim>();
    claims.add(claim);
    index.set(place, claims);
  };
  return new Map(daemons.filter(({ isReadable }) => isReadable).map(daemon => {
    const claims = claimsOf(daemon);
    const found = claims.flatMap(claim => {
      const { place } = claim.mount;
      const theirs = meeting(claim, [...[...directoriesOf(place), place].map(one => at.get(one)), below.get(place)]);
      return theirs === undefined ? [] : [{ mine: claim.mount, theirs: theirs.mount, other: theirs.daemon }];
    });
    for (const claim of claims) {
      add(at, claim.mount.place, claim);
      directoriesOf(claim.mount.place).forEach(directory => add(below, directory, claim));
    }
    return [daemon, found];
  }));
}

/** The first of others' claims whose daemon may meet this one's. */
function meeting(claim: Claim, indexes: readonly (PinIndex<Claim> | undefined)[]): Claim | undefined {
  for (const index of indexes) {
    for (const other of index?.near(claim.pins) ?? []) {
      if (isOther(other.daemon, claim.daemon) && share(other.daemon.outline.placement, claim.daemon.outline.placement) !== 'never') {
        return other;
      }
    }
  }
  return undefined;
}

/** The places of the node that a daemon may have for itself and may write, each once. */
function claimsOf(daemon: Daemon): Claim[] {
  const mounts = hostMounts(daemon).filter(mount => mount.isWritable && !isShared(mount.place, mount.type) && !onlyGivesAway(mount));
  if (mounts.length === 0) {
    return [];
  }
  const pins = pinsOf(daemon.outline.placement);
  return [...new Map(mounts.map(mount => [mount.place, { daemon, mount, pins }])).values()];
}

/** Two manifests of one name are one daemon, of which the later replaces the earlier. */
function isOther(a: Daemon, b: Daemon): boolean {
  const isSame = a.namespace === b.namespace && a.outline.name === b.outline.name;
  return !isSame && a.context.cluster === b.context.cluster;
}
