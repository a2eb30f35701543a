import { isPortName } from './formats';
import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/network-policy';

/** Details of a port that a policy speaks of. */
export interface NetworkPortOptions {
  /**
   * The last port of a range that starts with the port.
   *
   * @default - the port alone
   */
  readonly endPort?: number;
}

/** To which ports connections may go: those of whoever is connected to. */
export class NetworkPort {
  /** Every port of every protocol. */
  public static readonly ALL = new NetworkPort('every port');

  /**
   * A TCP port.
   *
   * @param port port number, 1 to 65535
   * @param options details
   */
  public static tcp(port: number, options: NetworkPortOptions = {}): NetworkPort {
    return NetworkPort.range('TCP', port, options);
  }

  /**
   * A UDP port.
   *
   * @param port port number, 1 to 65535
   * @param options details
   */
  public static udp(port: number, options: NetworkPortOptions = {}): NetworkPort {
    return NetworkPort.range('UDP', port, options);
  }

  /**
   * An SCTP port.
   *
   * @param port port number, 1 to 65535
   * @param options details
   */
  public static sctp(port: number, options: NetworkPortOptions = {}): NetworkPort {
    return NetworkPort.range('SCTP', port, options);
  }

  /**
   * The TCP port of that name, whatever its number is in each pod.
   *
   * @param name name of a port of a container
   */
  public static named(name: string): NetworkPort {
    if (!isPortName(name)) {
      throw invalid('port name', "at most 15 of a-z, 0-9 and single '-', with at least one letter", name);
    }
    return new NetworkPort({ port: name });
  }

  /** @internal */
  public static _toWire(ports: readonly NetworkPort[]): wire.NetworkPolicyPort[] | undefined {
    const wires = ports.map(({ port }) => port);
    return wires.includes('every port') ? undefined : wires.map(port => ({ ...port as wire.NetworkPolicyPort }));
  }

  private static range(protocol: string, port: number, { endPort }: NetworkPortOptions): NetworkPort {
    for (const number of [port, endPort ?? port]) {
      if (!Number.isInteger(number) || number < 1 || number > 65535) {
        throw invalid('port', 'a whole number from 1 to 65535', number);
      }
    }
    if (endPort !== undefined && endPort < port) {
      throw invalid('endPort', `at least the port, ${port}`, endPort);
    }
    // TCP is what Kubernetes takes where nothing is said.
    return new NetworkPort({ protocol: protocol === 'TCP' ? undefined : protocol, port, endPort });
  }

  private constructor(private readonly port: wire.NetworkPolicyPort | 'every port') {}
}
