import { isPortName } from './formats';
import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/container';

/** Details of a port. */
export interface ContainerPortOptions {
  /**
   * Name by which probes and Services find it: at most 15 of a-z, 0-9 and '-'.
   *
   * @default - none
   */
  readonly name?: string;

  /**
   * Port on the node's own address that leads to it.
   *
   * @default - none; under host network the port itself is a port of the node
   */
  readonly hostPort?: number;

  /**
   * The only address of the node on which `hostPort` answers.
   *
   * @default - every address of the node
   */
  readonly hostIp?: string;
}

/** A port on which a container listens. */
export class ContainerPort {
  /**
   * A TCP port.
   *
   * @param number port number, 1 to 65535
   * @param options details
   */
  public static tcp(number: number, options: ContainerPortOptions = {}): ContainerPort {
    return new ContainerPort(number, 'TCP', options);
  }

  /**
   * A UDP port.
   *
   * @param number port number, 1 to 65535
   * @param options details
   */
  public static udp(number: number, options: ContainerPortOptions = {}): ContainerPort {
    return new ContainerPort(number, 'UDP', options);
  }

  /**
   * An SCTP port.
   *
   * @param number port number, 1 to 65535
   * @param options details
   */
  public static sctp(number: number, options: ContainerPortOptions = {}): ContainerPort {
    return new ContainerPort(number, 'SCTP', options);
  }

  private readonly options: ContainerPortOptions;

  private constructor(
    /** Port number. */
    public readonly number: number,
    /** `TCP`, `UDP` or `SCTP`. */
    public readonly protocol: string,
    options: ContainerPortOptions,
  ) {
    assertPortNumber('port', number);
    if (options.hostPort !== undefined) {
      assertPortNumber('hostPort', options.hostPort);
    }
    if (options.hostIp !== undefined && options.hostPort === undefined) {
      throw invalid('hostIp', 'given with hostPort', options.hostIp, 'without hostPort it does nothing');
    }
    if (options.name !== undefined && !isPortName(options.name)) {
      throw invalid('port name', "at most 15 of a-z, 0-9 and single '-', with at least one letter", options.name);
    }
    this.options = { ...options };
  }

  /** Name of the port; undefined where it has none. */
  public get name(): string | undefined {
    return this.options.name;
  }

  /** Port on the node's own address; undefined where it has none. */
  public get hostPort(): number | undefined {
    return this.options.hostPort;
  }

  /** @internal The same port, open at the node's address too: at its own number where it has no other. */
  public _onNode(hostIp: string | undefined): ContainerPort {
    return new ContainerPort(this.number, this.protocol, { ...this.options, hostPort: this.hostPort ?? this.number, hostIp });
  }

  /** @internal */
  public _toWire(): wire.ContainerPort {
    return {
      name: this.options.name,
      containerPort: this.number,
      hostPort: this.options.hostPort,
      hostIP: this.options.hostIp,
      // TCP is what Kubernetes takes where nothing is said.
      protocol: this.protocol === 'TCP' ? undefined : this.protocol,
    };
  }
}

function assertPortNumber(what: string, number: number): void {
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw invalid(what, 'a whole number from 1 to 65535', number);
  }
}
