import { DaemonContainer } from '../../host/daemon-container';
import { KubeProxyMode } from '../kube-proxy/options';

/** A cache of DNS on each node, in front of the DNS of the cluster. */
export interface NodeLocalDnsOptions {
  /**
   * What differs from the defaults in its container. What you write wins; `args` are then all arguments.
   *
   * @default - the newest image that was read
   */
  readonly container?: DaemonContainer;

  /**
   * How kube-proxy works in the cluster. With `IPVS` the address of the cluster's DNS belongs to kube-proxy: the cache answers on `localIp` alone, and the
   * kubelets must name that as `clusterDNS`.
   *
   * @default KubeProxyMode.IPTABLES
   */
  readonly kubeProxyMode?: KubeProxyMode;

  /**
   * Address of the cluster's DNS, that of its Service, on which the cache answers too. With `IPVS` it is left out.
   *
   * @default - none; it must be given where `kubeProxyMode` is not `IPVS`
   */
  readonly clusterDns?: string;

  /**
   * Address that the cache makes on each node; nothing else may have it.
   *
   * @default 169.254.20.10
   */
  readonly localIp?: string;

  /**
   * Domain of the cluster.
   *
   * @default cluster.local
   */
  readonly clusterDomain?: string;

  /**
   * Servers for names outside of the cluster.
   *
   * @default - those of the ConfigMap `kube-dns` of the namespace, otherwise those of the node
   */
  readonly upstreamServers?: string[];

  /**
   * Servers of further domains.
   *
   * @default - none
   */
  readonly stubDomains?: { [domain: string]: string[] };

  /**
   * Port of its metrics, on every address of the node.
   *
   * @default 9253
   */
  readonly metricsPort?: number;

  /**
   * Port on `localIp` on which it says whether it is well.
   *
   * @default 8080
   */
  readonly healthPort?: number;

  /**
   * Labels of the pods of the cluster's DNS, which must be in the namespace of the daemon. The Service `kube-dns-upstream` leads the cache to them,
   * past the address that it has taken.
   *
   * @default - with `HARDENED`, `k8s-app: kube-dns` in the namespace `kube-system`; otherwise that Service is not made
   */
  readonly dnsPods?: { [label: string]: string };
}
