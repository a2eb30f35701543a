import { assertLabelSelector } from './assert-label-selector';
import { copyOf } from './copy';
import { invalid } from './invalid';
import { LabelSelector } from './label-selector';
import { toLabelSelector } from './label-selector-wire';
import { cidrProblem, isStrictlyWithin } from '../kubernetes/cidr';
import type * as wire from '../kubernetes/wire/network-policy';

interface Peer {
  readonly pods?: LabelSelector;
  readonly namespaces?: LabelSelector;
  readonly ipBlock?: wire.IPBlock;
}

/** Details of a range of addresses. */
export interface IpBlockOptions {
  /**
   * Smaller ranges within it that are not meant.
   *
   * @default - none
   */
  readonly except?: string[];
}

/**
 * Who is at the other end of a connection.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
 */
export class NetworkPeer {
  /**
   * Pods of the daemon's own namespace.
   *
   * @param pods their labels; an empty selector is every pod
   */
  public static pods(pods: LabelSelector): NetworkPeer {
    assertLabelSelector('pods of a peer', pods);
    return new NetworkPeer({ pods });
  }

  /**
   * All pods of some namespaces.
   *
   * @param namespaces labels of the namespaces, such as `kubernetes.io/metadata.name`, which is the name; an empty selector is every namespace
   */
  public static namespaces(namespaces: LabelSelector): NetworkPeer {
    assertLabelSelector('namespaces of a peer', namespaces);
    return new NetworkPeer({ namespaces });
  }

  /**
   * Some pods of some namespaces.
   *
   * @param pods labels of the pods
   * @param namespaces labels of their namespaces, such as `kubernetes.io/metadata.name`, which is the name; an empty selector is every namespace
   */
  public static podsInNamespaces(pods: LabelSelector, namespaces: LabelSelector): NetworkPeer {
    assertLabelSelector('pods of a peer', pods);
    assertLabelSelector('namespaces of a peer', namespaces);
    return new NetworkPeer({ pods, namespaces });
  }

  /**
   * Addresses, mostly outside of the cluster: those of pods change, and what passes a load balancer may have the address of a node.
   *
   * @param cidr the range, such as `10.0.0.0/8`
   * @param options details
   */
  public static ipBlock(cidr: string, options: IpBlockOptions = {}): NetworkPeer {
    assertCidr('ipBlock', cidr);
    for (const except of options.except ?? []) {
      assertCidr('except of an ipBlock', except);
      if (!isStrictlyWithin(except, cidr)) {
        throw invalid('except of an ipBlock', `a smaller range within '${cidr}'`, except);
      }
    }
    return new NetworkPeer({ ipBlock: { cidr, except: options.except } });
  }

  private readonly peer: Peer;

  private constructor(peer: Peer) {
    this.peer = copyOf(peer);
  }

  /** @internal */
  public _toWire(): wire.NetworkPolicyPeer {
    const { pods, namespaces, ipBlock } = this.peer;
    return {
      podSelector: pods && toLabelSelector(pods),
      namespaceSelector: namespaces && toLabelSelector(namespaces),
      ipBlock: ipBlock && copyOf(ipBlock),
    };
  }
}

function assertCidr(what: string, text: string): void {
  const problem = typeof text === 'string' ? cidrProblem(text) : 'text';
  if (problem !== undefined) {
    throw invalid(what, "a range of addresses such as '10.0.0.0/8' or '2001:db8::/64'", text, typeof text === 'string' ? `it ${problem}` : undefined);
  }
}
