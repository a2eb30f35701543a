import { placeOf } from '../../kubernetes/host-path';
import { share } from '../../kubernetes/node-set';
import { Placement, placementOf } from '../../kubernetes/placement';
import { answer, Check, Problem } from '../check';
import type { Daemon } from '../daemon';
import { nodePathAt } from '../mounted-paths';
import type { ObjectSet } from '../object-set';
import { PinIndex, Pins, pinsOf } from '../pins';
import { Severity } from '../severity';
import { isShared } from '../shared-places';
import { StateFile, stateFiles } from '../state-files';

/** A file of the node in which a daemon notes something. */
interface Claim {
  readonly daemon: Daemon;
  readonly file: StateFile;
  readonly place: string;
  readonly placement: Placement;
  readonly pins: Pins;
}

/** ND512 */
export const sharedLogPosition: Check = {
  id: 'ND512',
  severity: Severity.WARNING,
  title: 'Two inputs of log agents note how far they have read in one file',
  text: 'fluentd does not start with two inputs of one `pos_file`. Fluent Bit since 3.0.2 removes from the `DB` at each start what the input does not read '
    + 'itself, so that the other one begins anew: [fluent-bit#8928](https://github.com/fluent/fluent-bit/issues/8928). The same holds for two agents of a '
    + 'node. Give each input a file of its own. It is asked of ConfigMaps that are judged with the daemon.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const files = stateFiles(daemon, objects);
    return files.length === 0 ? 'does not apply' : answer([...withinOne(files), ...amongTwo(daemon, objects)]);
  },
};

/** Two keys of a ConfigMap may be for two agents, so that each is asked alone. */
function withinOne(files: readonly StateFile[]): Problem[] {
  const groups = new Map<string, StateFile[]>();
  for (const file of files) {
    const name = JSON.stringify([file.placed.field, file.configMap, file.key, file.path]);
    groups.set(name, [...groups.get(name) ?? [], file]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map(([{ placed, agent, path, key, configMap }, ...others]) => ({
    field: placed.field,
    message: `${others.length + 1} inputs of ${agent} '${placed.container.name}' note in '${path}' how far they have read ('${key}' of ConfigMap '${configMap}'): `
      + 'give each a file of its own',
  }));
}

function amongTwo(daemon: Daemon, objects: ObjectSet): Problem[] {
  return objects.once(sharedLogPosition, findAll).get(daemon) ?? [];
}

function findAll(objects: ObjectSet): Map<Daemon, Problem[]> {
  const byPlace = new Map<string, PinIndex<Claim>>();
  return new Map(objects.daemons.filter(({ isReadable }) => isReadable).map(daemon => {
    const claims = claimsOf(daemon, objects);
    const problems = claims.flatMap(claim => {
      const others = [...byPlace.get(claim.place)?.near(claim.pins) ?? []];
      const other = others.find(one => one.daemon.context.cluster === daemon.context.cluster && share(one.placement, claim.placement) !== 'never')?.daemon;
      return other === undefined ? [] : [{
        other,
        field: claim.file.mount!.field,
        message: `'${claim.place}' of the node, where ${claim.file.agent} '${claim.file.placed.container.name}' notes how far it has read, is that of '${other.name}' too: `
          + 'give each a file of its own',
      }];
    });
    for (const claim of claims) {
      byPlace.set(claim.place, byPlace.get(claim.place) ?? new PinIndex());
      byPlace.get(claim.place)!.add(claim);
    }
    return [daemon, problems];
  }));
}

/** The files in places of the node that many programs write; ND303 speaks of others. */
function claimsOf(daemon: Daemon, objects: ObjectSet): Claim[] {
  const files = stateFiles(daemon, objects).filter(({ mount }) => mount?.hostPath !== undefined && isShared(placeOf(mount.hostPath), mount.volume?.hostPath?.type ?? ''));
  if (files.length === 0) {
    return [];
  }
  const placement = placementOf(daemon.pod);
  const claims = files.map(file => ({ daemon, file, placement, pins: pinsOf(placement), place: placeOf(nodePathAt([file.mount!], file.path)!) }));
  return [...new Map(claims.map(claim => [claim.place, claim])).values()];
}
