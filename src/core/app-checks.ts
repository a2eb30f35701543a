import type { IConstruct } from 'constructs';
import { constructOf } from './tree';
import { checkCompanion } from '../analysis/check-companion';
import { checkDaemon } from '../analysis/check-daemon';
import { Daemon, DaemonContext } from '../analysis/daemon';
import { Finding } from '../analysis/finding';
import { HostPortClaims } from '../analysis/host-port-claims';
import { Severity } from '../analysis/severity';
import { Acknowledgement } from '../host/acknowledgement';
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
  readonly acknowledged: readonly Acknowledgement[];
}

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

  private constructor(app: IConstruct) {
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
      const claims = new HostPortClaims();
      for (const daemon of [...this.daemons].filter(isInTree)) {
        this.report(daemon, errorsOf(daemon, claims));
      }
      this.isJudged = true;
    }
    return [];
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

function errorsOf(construct: CheckedDaemon, claims: HostPortClaims): string[] {
  const { manifest, companions, context, acknowledged } = construct._subject();
  const daemon = new Daemon(() => constructOf(construct).node.path, manifest, context);
  const isAccepted = ({ id, acknowledgeable }: Finding) => acknowledgeable && acknowledged.some(a => a.id === id);
  return [...checkDaemon(daemon), ...claims.claim(daemon), ...companions.flatMap(checkCompanion)]
    .filter(finding => finding.severity === Severity.ERROR && !isAccepted(finding))
    .map(({ id, message, acknowledgeable }) => `${id} ${message}${acknowledgeable ? `, or acknowledge: [{ id: '${id}', reason: '…' }]` : ''}`);
}
