import { assertFields } from './checked-type';
import { EnvValue } from './env-value';
import { invalid, listed } from './invalid';
import { NodeEndpoint } from './node-endpoint';
import type { EnvVar } from '../kubernetes/wire/env';

/** Name of the variable with the node's address. */
const HOST_IP = 'HOST_IP';

const PORT = "{ port: 'http' }";

/** Which port of a daemon. */
export interface NodeAddressPortOptions {
  /**
   * Name of the port, or its number in the container as text.
   *
   * @default - the only port; a daemon with several needs it
   */
  readonly port?: string;
}

/** Details of a URL. */
export interface NodeAddressUrlOptions extends NodeAddressPortOptions {
  /**
   * Path, query and fragment, beginning with `/`.
   *
   * @default - none
   */
  readonly path?: string;
}

interface Parts {
  readonly hasHost: boolean;
  readonly hasPort: boolean;
  readonly port?: string;
  readonly scheme?: string;
  readonly path?: string;
}

/**
 * What a client is told of a daemon on its node.
 */
export class NodeAddress {
  /** Its host: the address of the client's node, or the name of the Service. */
  public static host(): NodeAddress {
    return new NodeAddress({ hasHost: true, hasPort: false });
  }

  /**
   * Its port.
   *
   * @param options which port
   */
  public static port(options: NodeAddressPortOptions = {}): NodeAddress {
    assertFields('options of NodeAddress.port()', options, PORT);
    return new NodeAddress({ hasHost: false, hasPort: true, port: options.port });
  }

  /**
   * Its host and port, such as `10.0.0.7:6379`; an IPv6 address stands in brackets.
   *
   * @param options which port
   */
  public static hostPort(options: NodeAddressPortOptions = {}): NodeAddress {
    assertFields('options of NodeAddress.hostPort()', options, PORT);
    return new NodeAddress({ hasHost: true, hasPort: true, port: options.port });
  }

  /**
   * A URL with its host and port, such as `redis://10.0.0.7:6379`.
   *
   * @param scheme such as `http` or `redis`
   * @param options which port, and the path
   */
  public static url(scheme: string, options: NodeAddressUrlOptions = {}): NodeAddress {
    assertFields('options of NodeAddress.url()', options, "{ path: '/v1' }");
    const { port, path } = options;
    if (typeof scheme !== 'string' || !/^[a-z][a-z0-9+.-]*$/i.test(scheme)) {
      throw invalid('scheme of a URL', "such as 'http' or 'redis', without '://'", scheme);
    }
    if (path !== undefined && (typeof path !== 'string' || !/^\/\S*$/.test(path))) {
      throw invalid('path of a URL', "text without blanks that begins with '/'", path);
    }
    return new NodeAddress({ hasHost: true, hasPort: true, port, scheme, path });
  }

  private constructor(private readonly parts: Parts) {}

  /** @internal The variable of a name, and before it in time that of the node's address where the variable uses it. */
  public _toEnv(name: string, endpoint: NodeEndpoint): EnvVar[] {
    const { hasHost, hasPort, scheme, path } = this.parts;
    const isOfNode = hasHost && endpoint.host === undefined;
    if (isOfNode && !hasPort) {
      return [EnvValue.HOST_IP._toWire(name)];
    }
    if (name === HOST_IP && endpoint.host === undefined) {
      throw new Error(`environment variable '${HOST_IP}' must be NodeAddress.host(), as others take the address of the node from it: give this one another name`);
    }
    const port = hasPort ? portOf(this.parts.port, endpoint) : undefined;
    const text = [hasHost ? hostOf(endpoint, hasPort) : undefined, port].filter(part => part !== undefined).join(':');
    const variable = { name, value: `${scheme === undefined ? '' : `${scheme}://`}${text}${path ?? ''}` };
    return isOfNode ? [variable, EnvValue.HOST_IP._toWire(HOST_IP)] : [variable];
  }
}

function hostOf({ host, isIpv6 }: NodeEndpoint, hasPort: boolean): string {
  const text = host ?? `$(${HOST_IP})`;
  return hasPort && (host === undefined ? isIpv6 : host.includes(':')) ? `[${text}]` : text;
}

function portOf(name: string | undefined, { ports }: NodeEndpoint): string {
  const only = ports.length === 1 ? ports[0] : undefined;
  const found = name === undefined ? only
    : ports.find(port => port.name === name) ?? ports.find(port => String(port.containerPort) === name);
  if (found === undefined) {
    const keys = ports.map(port => port.name ?? String(port.containerPort));
    const allowed = ports.length === 1 && ports[0].name === undefined ? 'left out for a daemon with one port' : `the name or number of a port of the daemon: ${listed(keys)}`;
    throw invalid('port of a NodeAddress', allowed, name);
  }
  if (found.number === undefined) {
    throw new Error('the port is not known before Kubernetes chose it: give NodeLocalExposure.nodePort({ nodePort: 30020 }), or nodePorts where the daemon has several ports');
  }
  return String(found.number);
}
