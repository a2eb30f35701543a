import { DaemonContainer } from '../../host/daemon-container';
import { ApiServerAddress } from '../../host/network/api-server-address';

/** How kube-proxy leads connections to the pods behind a Service. */
export enum KubeProxyMode {
  /** Rules of iptables. */
  IPTABLES = 'iptables',
  /** IP virtual servers of the kernel; deprecated since Kubernetes 1.35. */
  IPVS = 'ipvs',
  /** Rules of nftables, since Kubernetes 1.31. */
  NFTABLES = 'nftables',
}

/** kube-proxy. */
export interface KubeProxyOptions {
  /** The API server: kube-proxy cannot reach it through the Service that it is about to make. */
  readonly apiServer: ApiServerAddress;

  /**
   * Version of kube-proxy, such as `1.35.2`: that of the API server, or up to three minor versions older.
   *
   * @default - that of the `image` of `container`, one of which must be given
   */
  readonly version?: string;

  /**
   * What differs from the defaults in its container. What you write wins; `command` is then the whole command.
   *
   * @default - the image of `version`
   */
  readonly container?: DaemonContainer;

  /**
   * How it leads connections.
   *
   * @default - that of Kubernetes, `IPTABLES`
   */
  readonly mode?: KubeProxyMode;

  /**
   * Addresses of pods, one range for each family: what comes from elsewhere gets the address of the node.
   *
   * @default - none; traffic from outside of the cluster is not told from that of pods
   */
  readonly clusterCidrs?: string[];

  /**
   * Addresses of nodes on which NodePorts answer, as ranges.
   *
   * @default - every address of the node; with `NFTABLES`, its first
   */
  readonly nodePortAddresses?: string[];

  /**
   * Port on which it says whether it is well.
   *
   * @default 10256
   */
  readonly healthPort?: number;

  /**
   * Address and port of its metrics, such as `0.0.0.0:10249`.
   *
   * @default - 127.0.0.1:10249, where no Prometheus reaches it
   */
  readonly metricsAddress?: string;

  /**
   * Further fields of its configuration, such as `conntrack`. An unknown one and one that has a prop are errors.
   *
   * @default - none
   * @see https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/
   */
  readonly settings?: { [field: string]: any };
}
