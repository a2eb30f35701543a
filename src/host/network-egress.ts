import { assertSomeOrAbsent } from './assert-some-or-absent';
import { copyOf } from './copy';
import { NetworkPeer } from './network-peer';
import { NetworkPort } from './network-port';
import type * as wire from '../kubernetes/wire/network-policy';

/** Whom the pods may connect to, and on which ports. */
export interface NetworkEgressRule {
  /**
   * Whom they may connect to; one of these.
   *
   * @default - anybody
   */
  readonly to?: NetworkPeer[];

  /**
   * On which ports.
   *
   * @default - every port
   */
  readonly ports?: NetworkPort[];
}

/**
 * Whom the pods of a daemon may connect to. Names are looked up by connections too: rules that do not name the DNS of the
 * cluster leave the program without it.
 */
export class NetworkEgress {
  /** Anybody, said explicitly: no other policy takes it away. */
  public static readonly ANYWHERE = new NetworkEgress([{}]);

  /** Nobody, the DNS of the cluster included, unless another policy says otherwise. */
  public static readonly NOWHERE = new NetworkEgress([]);

  /**
   * Whom these rules name, and nobody else.
   *
   * @param rules the rules; a connection is allowed by any of them
   */
  public static to(...rules: NetworkEgressRule[]): NetworkEgress {
    return new NetworkEgress(rules);
  }

  private readonly rules: readonly NetworkEgressRule[];

  private constructor(rules: readonly NetworkEgressRule[]) {
    rules.forEach(rule => {
      assertSomeOrAbsent('to of an egress rule', 'peer', rule.to, 'leave it out for anybody');
      assertSomeOrAbsent('ports of an egress rule', 'port', rule.ports, 'leave it out for every port');
    });
    this.rules = rules.map(copyOf);
  }

  /** @internal */
  public _toWire(): wire.NetworkPolicyEgressRule[] {
    return this.rules.map(({ to, ports }) => ({ to: to?.map(peer => peer._toWire()), ports: ports && NetworkPort._toWire(ports) }));
  }
}
