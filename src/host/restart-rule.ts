import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/container';

/** When a container is restarted. */
export enum ContainerRestartPolicy {
  /** Always. */
  ALWAYS = 'Always',
  /** Where it fails. */
  ON_FAILURE = 'OnFailure',
  /** Never. */
  NEVER = 'Never',
}

/** Exit codes at which a container is restarted. Kubernetes 1.35 and later. */
export class ContainerRestartRule {
  /**
   * Restarts the container after one of these exit codes.
   *
   * @param exitCodes exit codes
   */
  public static restartOn(...exitCodes: number[]): ContainerRestartRule {
    return new ContainerRestartRule('In', exitCodes);
  }

  /**
   * Restarts the container after every exit code but these.
   *
   * @param exitCodes exit codes
   */
  public static restartUnless(...exitCodes: number[]): ContainerRestartRule {
    return new ContainerRestartRule('NotIn', exitCodes);
  }

  private readonly exitCodes: readonly number[];

  private constructor(private readonly operator: string, exitCodes: number[]) {
    if (exitCodes.length === 0 || !exitCodes.every(code => Number.isInteger(code) && code >= 0 && code <= 255)) {
      throw invalid('exit codes', 'one or more whole numbers from 0 to 255', exitCodes);
    }
    this.exitCodes = [...exitCodes];
  }

  /** @internal */
  public _toWire(): wire.ContainerRestartRule {
    return { action: 'Restart', exitCodes: { operator: this.operator, values: [...this.exitCodes] } };
  }
}
