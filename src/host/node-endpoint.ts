import { isUnspecified } from '../kubernetes/ip-address';

/** A port as clients know it. */
export interface EndpointPort {
  readonly name?: string;
  /** That of the container. */
  readonly containerPort: number;
  /** Undefined where Kubernetes chooses it. */
  readonly number?: number;
}

/** Where clients find the copy of a daemon on their node. */
export interface NodeEndpoint {
  /** A name or address that is the same on every node; undefined where it is the node's own address, which only the pod knows. */
  readonly host?: string;
  /** Whether the node's own address is an IPv6 one, which stands in brackets before a port. */
  readonly isIpv6: boolean;
  readonly ports: readonly EndpointPort[];
}

/** The address that ports with a `hostIp` answer at; undefined where it is every address of the node. */
export function fixedHost(hostIp: string | undefined): string | undefined {
  return hostIp === undefined || isUnspecified(hostIp) ? undefined : hostIp;
}
