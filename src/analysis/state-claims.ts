import { agentConfigurations } from './agent-configurations';
import type { Daemon, PlacedContainer } from './daemon';
import { fluentBitSections } from './fluent-bit-sections';
import { HostMount, hostMounts } from './host-mounts';
import { imageName } from './images';
import { mountAt, mountedPaths, nodePathAt } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { PinIndex, Pins, pinsOf } from './pins';
import { isShared } from './shared-places';
import { stateFiles } from './state-files';
import { placeOf } from '../kubernetes/host-path';
import { share } from '../kubernetes/node-set';
import { Placement, placementOf } from '../kubernetes/placement';

/** A place of the node that a log agent must have for itself. */
export interface StateClaim {
  readonly daemon: Daemon;
  readonly program: string;
  readonly placed: PlacedContainer;
  readonly place: string;
  /** What it keeps there, such as `how far it has read`. */
  readonly what: string;
  readonly isFile: boolean;
  /** Path of the mount in the manifest. */
  readonly field: string;
  /** Whether the place that is mounted is one that many programs have something in. */
  readonly isInShared: boolean;
  readonly placement: Placement;
  readonly pins: Pins;
}

/** Programs that have a directory for all that they keep; what they mount to write, and nobody else has, is it. */
const WITH_DIRECTORY = /^(alloy|filebeat(-wolfi)?|logstash|promtail|vector|opentelemetry-collector(-contrib|-k8s)?)$/;

/** A place that two agents claim. */
export interface SharedState {
  readonly mine: StateClaim;
  readonly theirs: StateClaim;
}

/** The places of a daemon that another agent claimed before it, where the two share nodes surely or possibly. */
export function sharedStates(daemon: Daemon, objects: ObjectSet, sharing: 'surely' | 'possibly'): readonly SharedState[] {
  const met = objects.once(sharedStates, findAll).get(daemon) ?? [];
  return met.filter(({ mine, theirs }) => share(theirs.placement, mine.placement) === sharing);
}

/** Whether two daemons surely meet in a place that each must have for itself. */
export function meetInState(a: Daemon, b: Daemon, objects: ObjectSet): boolean {
  const places = new Set(claimsOf(a, objects).map(keyOf));
  return places.size > 0 && claimsOf(b, objects).some(claim => places.has(keyOf(claim))) && share(a.outline.placement, b.outline.placement) === 'surely';
}

function findAll(objects: ObjectSet): Map<Daemon, SharedState[]> {
  const byPlace = new Map<string, PinIndex<StateClaim>>();
  return new Map(objects.daemons.filter(({ isReadable }) => isReadable).map(daemon => {
    const claims = claimsOf(daemon, objects);
    const met = claims.flatMap(mine => {
      const theirs = [...byPlace.get(keyOf(mine))?.near(mine.pins) ?? []]
        .find(other => isOther(other.daemon, daemon) && share(other.placement, mine.placement) !== 'never');
      return theirs === undefined ? [] : [{ mine, theirs }];
    });
    for (const claim of claims) {
      byPlace.set(keyOf(claim), byPlace.get(keyOf(claim)) ?? new PinIndex());
      byPlace.get(keyOf(claim))!.add(claim);
    }
    return [daemon, met];
  }));
}

function keyOf({ program, place }: StateClaim): string {
  return `${program} ${place}`;
}

/** Two manifests of one name are one daemon, of which the later replaces the earlier. */
function isOther(a: Daemon, b: Daemon): boolean {
  return a.context.cluster === b.context.cluster && !(a.namespace === b.namespace && a.outline.name === b.outline.name);
}

function claimsOf(daemon: Daemon, objects: ObjectSet): StateClaim[] {
  const files = stateFiles(daemon, objects).map(({ placed, path, agent }) => ({ placed, path, program: agent, what: 'how far it has read', isFile: true }));
  const inMounts = [...files, ...buffersOf(daemon, objects)].flatMap(({ placed, path, ...claim }) => {
    const mount = mountAt(mountedPaths(daemon.pod, placed), path);
    return mount?.hostPath === undefined ? [] : [{
      ...claim,
      placed,
      field: mount.field,
      place: placeOf(nodePathAt([mount], path)!),
      isInShared: isShared(placeOf(mount.hostPath), mount.volume?.hostPath?.type ?? ''),
    }];
  });
  const isDirectory = ({ isInit, isWritable, place, type, container }: HostMount) =>
    !isInit && isWritable && !isShared(place, type) && WITH_DIRECTORY.test(imageName(container.image));
  const directories = hostMounts(daemon).filter(isDirectory).map(({ mountField: field, place, ...placed }) =>
    ({ program: imageName(placed.container.image), placed, place, what: 'all that it keeps', isFile: false, field, isInShared: false }));
  const claims = [...inMounts, ...directories];
  if (claims.length === 0) {
    return [];
  }
  const placement = placementOf(daemon.pod);
  const whole = claims.map(claim => ({ ...claim, daemon, placement, pins: pinsOf(placement) }));
  return [...new Map(whole.map(claim => [keyOf(claim), claim])).values()];
}

/** Where fluentd and Fluent Bit keep what they have not sent. */
function buffersOf(daemon: Daemon, objects: ObjectSet) {
  return agentConfigurations(daemon, objects).flatMap(({ placed, text }) => {
    const ofFluentBit = fluentBitSections(text).flatMap(({ kind, settings }) => kind === 'service' ? [settings['storage.path'] ?? ''] : []);
    const ofFluentd = fileBuffers(text).flatMap(buffer => [...buffer.matchAll(/^[ \t]*path[ \t]+["']?(\/[^\s"']+)["']?[ \t]*$/gm)].map(([, path]) => path));
    const known = (paths: readonly string[], program: string) => paths.filter(path => path.startsWith('/') && !/[#$%\s]/.test(path))
      .map(path => ({ placed, path: path.replace(/(.)\/+$/, '$1'), program, what: 'what it has not sent', isFile: false }));
    return [...known(ofFluentBit, 'Fluent Bit'), ...known(ofFluentd, 'fluentd')];
  });
}

/** The buffers of fluentd that are files. */
export function fileBuffers(text: string): string[] {
  return [...text.matchAll(/^[ \t]*<buffer\b[^>\n]*>([^]*?)^[ \t]*<\/buffer>/gm)].map(([, buffer]) => buffer)
    .filter(buffer => /^[ \t]*@type[ \t]+["']?file(_single)?\b/m.test(buffer));
}
