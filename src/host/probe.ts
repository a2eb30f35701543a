import { exec, httpGet, portOf, tcpSocket } from './handler-wire';
import { HttpGetOptions, PortReference } from './http-get';
import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/probe';

/** When a probe asks, and when it believes the answer. */
export interface ProbeOptions {
  /**
   * Seconds from the start of the container to the first probe.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: number;

  /**
   * Seconds from one probe to the next.
   *
   * @default 10
   */
  readonly periodSeconds?: number;

  /**
   * Seconds to wait for an answer.
   *
   * @default 1
   */
  readonly timeoutSeconds?: number;

  /**
   * Answers in a row after which a failed container is well again; must be 1 for liveness and startup.
   *
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * Failures in a row after which the container counts as failed.
   *
   * @default 3
   */
  readonly failureThreshold?: number;

  /**
   * Seconds that a container gets to stop after its liveness or startup probe failed.
   *
   * @default - those of the pod
   */
  readonly terminationGracePeriodSeconds?: number;
}

/** An HTTP probe. */
export interface HttpProbeOptions extends HttpGetOptions, ProbeOptions {}

/** A TCP probe. */
export interface TcpProbeOptions extends PortReference, ProbeOptions {}

/** A gRPC probe. */
export interface GrpcProbeOptions extends ProbeOptions {
  /**
   * Name of the service that is asked for.
   *
   * @default - the whole server
   */
  readonly service?: string;
}

/**
 * How the kubelet asks a container whether it is well.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Probe {
  /**
   * An HTTP GET that answers with 200 to 399.
   *
   * @param path path of the request
   * @param options port, scheme, headers and timing
   */
  public static httpGet(path: string, options: HttpProbeOptions): Probe {
    return new Probe({ httpGet: httpGet(path, options) }, options);
  }

  /**
   * A TCP connection that opens.
   *
   * @param options port and timing
   */
  public static tcpSocket(options: TcpProbeOptions): Probe {
    return new Probe({ tcpSocket: tcpSocket(options) }, options);
  }

  /**
   * A command in the container that exits with 0.
   *
   * @param command program and arguments; no shell is involved
   * @param options timing
   */
  public static exec(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe({ exec: exec(command) }, options);
  }

  /**
   * The gRPC health service.
   *
   * @param port port number
   * @param options service and timing
   */
  public static grpc(port: number, options: GrpcProbeOptions = {}): Probe {
    return new Probe({ grpc: { port: portOf({ port }) as number, service: options.service } }, options);
  }

  private readonly timing: ProbeOptions;

  private constructor(private readonly handler: wire.Probe, options: ProbeOptions) {
    const { initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold, failureThreshold, terminationGracePeriodSeconds } = options;
    this.timing = { initialDelaySeconds, periodSeconds, timeoutSeconds, successThreshold, failureThreshold, terminationGracePeriodSeconds };
    for (const [field, value] of Object.entries(this.timing)) {
      const least = field === 'initialDelaySeconds' ? 0 : 1;
      if (value !== undefined && (!Number.isInteger(value) || value < least || value > 2147483647)) {
        throw invalid(field, `a whole number from ${least} to 2147483647`, value);
      }
    }
  }

  /** @internal */
  public _toWire(): wire.Probe {
    // Fields that come to a copy by spreading are many times slower.
    return Object.assign({}, this.handler, this.timing);
  }
}
