import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { DaemonSetWatcher } from './daemon-set-object';
import { ObjectsBeside } from './objects-beside';
import { replacedObjects, sameNames } from './same-names';
import { GroupsAndDaemon, sharedLabel } from './shared-label';
import { SynthesisWatch } from './synthesis-watch';
import { constructOf } from './tree';
import { ACKNOWLEDGED, reasonFor } from '../analysis/acknowledgements';
import { checkCompanion } from '../analysis/check-companion';
import { checkDaemons, DaemonFinding } from '../analysis/check-daemon';
import { Daemon, DaemonContext } from '../analysis/daemon';
import { daemonOf } from '../analysis/daemon-of';
import { nameOf } from '../analysis/manifests';
import { ObjectSet } from '../analysis/object-set';
import { Severity } from '../analysis/severity';
import { sharedNodes } from '../analysis/shared-nodes';
import type { DaemonSet } from '../kubernetes/wire/daemon-set';

/** A daemon of an app, as the checks see it. */
export interface CheckedDaemon extends IConstruct {
  /** @internal */
  _subject(): CheckSubject;
}

/** What the checks need of a daemon. */
export interface CheckSubject {
  readonly manifest: DaemonSet;
  /** The objects that belong to it. */
  readonly companions: readonly ApiObject[];
  readonly context: DaemonContext;
}

/** Daemons that are defined together, of which no two may be on one node. */
export interface CheckedGroups extends IConstruct {
  /** @internal */
  _subject(): GroupsSubject;
}

/** What the checks need of them. */
export interface GroupsSubject {
  /** The daemons by the names of their groups. */
  readonly daemons: ReadonlyMap<string, CheckedDaemon>;
  /** The objects that belong to all groups. */
  readonly companions: readonly ApiObject[];
}

const CHECKS = new WeakMap<IConstruct, AppChecks>();

/**
 * The checks of all daemons of an app.
 *
 * Synthesis asks every construct once more for each chart. So the app alone is asked, before all others; it judges what came or
 * changed, and a daemon that is wrong then says so itself, with its own path.
 */
export class AppChecks implements DaemonSetWatcher {
  /** The checks of an app. */
  public static of(app: IConstruct): AppChecks {
    let checks = CHECKS.get(app);
    if (checks === undefined) {
      CHECKS.set(app, checks = new AppChecks(app));
    }
    return checks;
  }

  private readonly daemons = new Set<CheckedDaemon>();
  private readonly groups = new Set<CheckedGroups>();
  private readonly errors = new Map<IConstruct, string[]>();
  private readonly synthesis = new SynthesisWatch();
  private beside?: ObjectsBeside;
  private isJudged = false;

  private constructor(private readonly app: IConstruct) {
    app.node.addValidation({ validate: () => this.judge() });
  }

  /** Adds a daemon. */
  public add(daemon: CheckedDaemon): void {
    this.daemons.add(daemon);
    this.changed();
  }

  /** Adds groups of daemons, each of which was added before. */
  public addGroups(groups: CheckedGroups): void {
    this.groups.add(groups);
    this.changed();
  }

  /** Something about a daemon changed. */
  public changed(): void {
    this.isJudged = false;
  }

  /** A daemon is written. */
  public taken(): void {
    this.synthesis.takes();
  }

  /** Judges all daemons; what is wrong is left to those that it concerns. */
  private judge(): string[] {
    if (this.synthesis.validates(this.daemons.size) && this.beside?.isUnchanged() === false) {
      this.isJudged = false;
    }
    if (!this.isJudged) {
      this.errors.forEach(texts => texts.length = 0);
      this.judgeAll();
      // What failed ends the synthesis, so that whoever asks again begins another one.
      this.isJudged = [...this.errors.values()].every(texts => texts.length === 0);
    }
    return [];
  }

  private judgeAll(): void {
    const constructs = [...this.daemons].filter(daemon => isInTree(daemon) || !this.daemons.delete(daemon));
    const beside = this.beside = new ObjectsBeside(this.app, this.daemons);
    const subjects = constructs.map(construct => construct._subject());
    const daemons = subjects.map(({ manifest, context }, i) =>
      new Daemon(() => constructOf(constructs[i]).node.path, manifest, context));
    const objects = new ObjectSet([...foreign(beside, daemons), ...daemons], {
      kinds: () => beside.kinds(),
      ofKind: kind => beside.ofKind(kind).map(({ manifest }) => manifest),
    });
    checkDaemons(daemons, objects, Severity.ERROR).forEach((findings, i) => {
      this.report(constructs[i], [...findings.flatMap(finding => textOf(finding, daemons[i])), ...refusals(subjects[i].companions, beside)]);
    });
    const byConstruct = new Map(constructs.map((construct, i) => [construct, daemons[i]]));
    const groups = [...this.groups].filter(one => isInTree(one) || !this.groups.delete(one)).map(one => ({ one, ...one._subject() }));
    const before: GroupsAndDaemon[] = [];
    for (const { one, daemons: ofGroups, companions } of groups) {
      const named = [...ofGroups].flatMap(([name, construct]) => byConstruct.has(construct) ? [[name, byConstruct.get(construct)!] as const] : []);
      const labelled: GroupsAndDaemon[] = named.slice(0, 1).map(([, daemon]) => [one, daemon]);
      this.report(one, [
        ...sharedNodes(new Map(named)), ...sameNames(ofGroups), ...labelled.flatMap(own => sharedLabel(own, before)), ...refusals(companions, beside),
      ]);
      before.push(...labelled);
    }
    const groupsOf = new Map<IConstruct, IConstruct>(groups.flatMap(({ one, daemons: own }) => [...own.values()].map(daemon => [daemon, one] as const)));
    const made = (maker: IConstruct, companions: readonly ApiObject[]) => companions.map(one => ({ maker, manifest: beside.manifestOf(one) }));
    const written = [
      ...constructs.flatMap((construct, i) => {
        const [maker, { manifest, companions }] = [groupsOf.get(construct) ?? construct, subjects[i]];
        return [{ maker, manifest }, ...made(maker, companions)];
      }),
      ...groups.flatMap(({ one, companions }) => made(one, companions)),
    ];
    replacedObjects(written).forEach((texts, maker) => this.report(maker, texts));
    beside.forget();
  }

  private report(subject: IConstruct, texts: readonly string[]): void {
    if (texts.length === 0) {
      return;
    }
    const construct = constructOf(subject);
    let errors = this.errors.get(construct);
    if (errors === undefined) {
      const own: string[] = [];
      construct.node.addValidation({ validate: () => [...own] });
      this.errors.set(construct, errors = own);
    }
    errors.push(...texts);
  }
}

/** What the API server refuses of objects that belong to daemons. */
function refusals(companions: readonly ApiObject[], beside: ObjectsBeside): string[] {
  return companions.flatMap(companion => checkCompanion(beside.manifestOf(companion))).map(({ message }) => `ND101 ${message}`);
}

/** A construct that was removed still points to where it was. */
function isInTree({ node }: IConstruct): boolean {
  return node.scope === undefined || (node.scope.node.tryFindChild(node.id)?.node === node && isInTree(node.scope));
}

/** The DaemonSets that others wrote; they were there first. A daemon is for the cluster that those of this library are for, where that is one. */
function foreign(beside: ObjectsBeside, daemons: readonly Daemon[]): Daemon[] {
  const clusters = [...new Set(daemons.map(({ context }) => context.cluster))];
  const cluster = clusters.length === 1 ? clusters[0] : undefined;
  return beside.ofKind('DaemonSet').flatMap(({ object, manifest }) => {
    const daemon = daemonOf(manifest, { cluster }, () => object.node.path);
    daemon?.forget();
    return daemon ?? [];
  });
}

/** What is wrong, for the user; nothing where it was accepted. */
function textOf({ check: { id, acknowledgeable }, message, other }: DaemonFinding, daemon: Daemon): string[] {
  if (!acknowledgeable) {
    return [`${id} ${message}`];
  }
  // A reason of the daemon silences all its clients; of two daemons each is asked for itself.
  const there = other === undefined || other instanceof Daemon ? 'or'
    : `or accept it in ${nameOf(other.manifest)} with the annotation ${ACKNOWLEDGED}: '{"${id}":"…"}', or in all with`;
  return reasonFor(id, daemon, other) === undefined ? [`${id} ${message}, ${there} acknowledge: [{ id: '${id}', reason: '…' }]`] : [];
}
