import type { IConstruct } from 'constructs';
import { constructOf } from './named-errors';
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
  readonly context: DaemonContext;
  readonly acknowledged: readonly Acknowledgement[];
}

const CHECKS = new WeakMap<IConstruct, AppChecks>();

/**
 * The checks of all daemons of an app. Synthesis asks every construct once more for each chart; what was judged is judged again
 * only where a daemon came or changed.
 */
export class AppChecks {
  /** The checks of the app that a construct belongs to. */
  public static of(construct: IConstruct): AppChecks {
    const app = construct.node.root;
    let checks = CHECKS.get(app);
    if (checks === undefined) {
      CHECKS.set(app, checks = new AppChecks());
    }
    return checks;
  }

  private readonly daemons = new Set<CheckedDaemon>();
  private errors?: Map<CheckedDaemon, string[]>;

  /** Adds a daemon. */
  public add(daemon: CheckedDaemon): void {
    this.daemons.add(daemon);
    this.changed();
  }

  /** Something about a daemon changed. */
  public changed(): void {
    this.errors = undefined;
  }

  /** What must not be written of a daemon. */
  public errorsOf(daemon: CheckedDaemon): string[] {
    this.errors ??= this.judgeAll();
    return this.errors.get(daemon) ?? [];
  }

  private judgeAll(): Map<CheckedDaemon, string[]> {
    const errors = new Map<CheckedDaemon, string[]>();
    const claims = new HostPortClaims();
    for (const construct of this.daemons) {
      const subject = construct._subject();
      const daemon = new Daemon(constructOf(construct).node.path, subject.manifest, subject.context);
      const texts = errorsAmong([...checkDaemon(daemon), ...claims.claim(daemon)], subject);
      if (texts.length > 0) {
        errors.set(construct, texts);
      }
    }
    return errors;
  }
}

function errorsAmong(findings: readonly Finding[], { acknowledged }: CheckSubject): string[] {
  return findings
    .filter(({ severity, id, acknowledgeable }) => severity === Severity.ERROR && !(acknowledgeable && acknowledged.some(a => a.id === id)))
    .map(({ id, message, acknowledgeable }) => `${id} ${message}${acknowledgeable ? `, or acknowledge: [{ id: '${id}', reason: '…' }]` : ''}`);
}
