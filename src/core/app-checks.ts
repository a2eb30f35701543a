import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { constructOf } from './tree';
import { reasonFor } from '../analysis/acknowledgements';
import { checkCompanion } from '../analysis/check-companion';
import { checkDaemon } from '../analysis/check-daemon';
import { Daemon, DaemonContext } from '../analysis/daemon';
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
  readonly companions: readonly any[];
  readonly context: DaemonContext;
}

interface Subject {
  readonly construct: CheckedDaemon;
  readonly daemon: Daemon;
  readonly companions: readonly any[];
}

/** Kinds of objects, other than companions of a daemon, that decide about daemons. */
const KINDS_BESIDE = new Set(['Namespace', 'ResourceQuota', 'LimitRange', 'ClusterRole', 'ClusterRoleBinding']);

const CHECKS = new WeakMap<IConstruct, AppChecks>();

/**
 * The checks of all daemons of an app.
 *
 * Synthesis asks every construct once more for each chart. So the app alone is asked, before all others; it judges what came or
 * changed, and a daemon that is wrong then says so itself, with its own path.
 */
export class AppChecks {
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

  /** Judges all daemons; what is wrong is left to those that it concerns. */
  private judge(): string[] {
    if (!this.isJudged) {
      this.errors.forEach(texts => texts.length = 0);
      const subjects = [...this.daemons].filter(isInTree).map(daemonOf);
      const objects = new ObjectSet(subjects.map(({ daemon }) => daemon), this.others(subjects));
      subjects.forEach(subject => this.report(subject.construct, errorsOf(subject, objects)));
      this.isJudged = true;
    }
    return [];
  }

  /** What stands beside the daemons and matters to them. */
  private others(subjects: readonly Subject[]): unknown[] {
    const beside = this.app.node.findAll().filter(construct => ApiObject.isApiObject(construct) && KINDS_BESIDE.has(construct.kind)
      && !this.daemons.has(construct.node.scope as CheckedDaemon));
    return [...subjects.flatMap(({ companions }) => companions), ...beside.map(object => (object as ApiObject).toJson())];
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

function daemonOf(construct: CheckedDaemon): Subject {
  const { manifest, companions, context } = construct._subject();
  return { construct, companions, daemon: new Daemon(() => constructOf(construct).node.path, manifest, { ...context, isConstruct: true }) };
}

function errorsOf({ daemon, companions }: Subject, objects: ObjectSet): string[] {
  return [
    ...checkDaemon(daemon, objects, Severity.ERROR)
      .filter(({ check: { id, acknowledgeable }, other }) => !acknowledgeable || reasonFor(id, daemon, other) === undefined)
      .map(({ check: { id, acknowledgeable }, message }) => `${id} ${message}${acknowledgeable ? `, or acknowledge: [{ id: '${id}', reason: '…' }]` : ''}`),
    ...companions.flatMap(checkCompanion).map(({ message }) => `ND101 ${message}`),
  ];
}
