import { exec, httpGet, tcpSocket } from './handler-wire';
import { HttpGetOptions, PortReference } from './http-get';
import { invalid } from './invalid';
import type { LifecycleHandler } from '../kubernetes/wire/probe';

/**
 * What the kubelet does after a container started, or before it stops it.
 *
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export class LifecycleHook {
  /**
   * Runs a command in the container.
   *
   * @param command program and arguments; no shell is involved
   */
  public static exec(...command: string[]): LifecycleHook {
    return new LifecycleHook({ exec: exec(command) });
  }

  /**
   * Sends an HTTP GET.
   *
   * @param path path of the request
   * @param options port, scheme and headers
   */
  public static httpGet(path: string, options: HttpGetOptions): LifecycleHook {
    return new LifecycleHook({ httpGet: httpGet(path, options) });
  }

  /**
   * Opens a TCP connection; Kubernetes accepts it and does nothing with it.
   *
   * @param options port
   */
  public static tcpSocket(options: PortReference): LifecycleHook {
    return new LifecycleHook({ tcpSocket: tcpSocket(options) });
  }

  /**
   * Waits. Kubernetes 1.30 and later; 0 from 1.33 on.
   *
   * @param seconds whole seconds, at most `terminationGracePeriodSeconds` of the pod
   */
  public static sleep(seconds: number): LifecycleHook {
    if (!Number.isInteger(seconds) || seconds < 0) {
      throw invalid('seconds to sleep', 'a whole number of at least 0', seconds);
    }
    return new LifecycleHook({ sleep: { seconds } });
  }

  private constructor(private readonly handler: LifecycleHandler) {}

  /** @internal */
  public _toWire(): LifecycleHandler {
    return { ...this.handler };
  }
}

/** Hooks around the life of a container. */
export interface Lifecycle {
  /**
   * Right after the container started; it is not ready before the hook is done.
   *
   * @default - nothing
   */
  readonly postStart?: LifecycleHook;

  /**
   * Before the container is told to stop.
   *
   * @default - nothing
   */
  readonly preStop?: LifecycleHook;
}
