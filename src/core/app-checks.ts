import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { DaemonSetWatcher } from './daemon-set-object';
import { ObjectsBeside } from './objects-beside';
import { SynthesisWatch } from './synthesis-watch';
import { constructOf } from './tree';
import { reasonFor } from '../analysis/acknowledgements';
import { checkCompanion } from '../analysis/check-companion';
import { checkDaemons, DaemonFinding } from '../analysis/check-daemon';
import { Daemon, DaemonContext } from '../analysis/daemon';
import { daemonOf } from '../analysis/daemon-of';
import { ObjectSet } from '../analysis/object-set';
import { Severity } from '../analysis/severity';
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
      const companions = subjects[i].companions.map(companion => beside.manifestOf(companion));
      this.report(constructs[i], [...findings.flatMap(finding => textOf(finding, daemons[i])), ...companions.flatMap(checkCompanion).map(({ message }) => `ND101 ${message}`)]);
    });
    beside.forget();
  }

  private report(daemon: CheckedDaemon, texts: readonly string[]): void {
    if (texts.length === 0) {
      return;
    }
    const construct = constructOf(daemon);
    let errors = this.errors.get(construct);
    if (errors === undefined) {
      const own: string[] = [];
      construct.node.addValidation({ validate: () => [...own] });
      this.errors.set(construct, errors = own);
    }
    errors.push(...texts);
  }
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
  return reasonFor(id, daemon, other) === undefined ? [`${id} ${message}, or acknowledge: [{ id: '${id}', reason: '…' }]`] : [];
}
