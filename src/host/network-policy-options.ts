import { NetworkEgress } from './network-egress';
import { NetworkPeer } from './network-peer';
import { NetworkPort } from './network-port';

/** Who may connect to the pods, and to which ports. */
export interface NetworkIngressRule {
  /**
   * Who may connect; any of these.
   *
   * @default - anybody
   */
  readonly from?: NetworkPeer[];

  /**
   * To which ports. `NetworkPort.ALL` is every port, those included that no container declares.
   *
   * @default - the port of the metrics of a ready program that has them, otherwise the ports that the containers declare
   */
  readonly ports?: NetworkPort[];
}

/**
 * A NetworkPolicy for the pods of a daemon. The network of the cluster must enforce policies, and under the host network none does.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export interface NetworkPolicyOptions {
  /**
   * Name of the NetworkPolicy.
   *
   * @default - the `name` of the daemon, otherwise generated
   */
  readonly name?: string;

  /**
   * Labels of the NetworkPolicy, besides those of the daemon.
   *
   * @default - none
   */
  readonly labels?: { [label: string]: string };

  /**
   * Who may connect to the pods; a connection is allowed by any of the rules.
   *
   * @default - nobody
   */
  readonly ingress?: NetworkIngressRule[];

  /**
   * Whom the pods may connect to.
   *
   * @default - anybody, unless another policy restricts it
   */
  readonly egress?: NetworkEgress;
}
