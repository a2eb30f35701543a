import type { IConstruct } from 'constructs';
import { acceptBelow, reasonsOf } from './acknowledged';
import { isNodeDaemon } from './node-daemon-symbol';
import { inConstruct } from './tree';
import { Acknowledgement } from '../host/acknowledgement';

/**
 * The checks of a daemon, or of all daemons below a construct.
 *
 * What is wrong fails synthesis: `ND…` ids, described in docs/checks.md. What needs a decision can be accepted with a reason.
 */
export class Checks {
  /**
   * The checks of a construct and everything below it.
   *
   * @param scope a daemon, a chart, an app
   */
  public static of(scope: IConstruct): Checks {
    return new Checks(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Accepts what a check finds, in every daemon below the construct, those that are defined later included. The `acknowledge` prop of
   * a daemon, and a construct nearer to it, say their own reason.
   *
   * @param acknowledgement id of the check and the reason, which is kept in an annotation of the DaemonSets
   * @throws where no check has the id, what it finds cannot be accepted, or there is no reason
   */
  public acknowledge(acknowledgement: Acknowledgement): void {
    acceptBelow(this.scope, inConstruct(this.scope, () => reasonsOf([acknowledgement])));
    this.scope.node.findAll().filter(isNodeDaemon).forEach(daemon => (daemon as unknown as Accepting)._accept());
  }
}

interface Accepting { _accept(): void }
