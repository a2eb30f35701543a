import { FlannelBackend } from './backend';
import { DaemonContainer } from '../../host/daemon-container';
import { ApiServerAddress } from '../../host/network/api-server-address';
import { CniBinary } from '../../host/network/cni-binary';
import { CniConfig } from '../../host/network/cni-config';

/** Flannel. */
export interface FlannelOptions {
  /**
   * What differs from the defaults in its container. What you write wins; `args` are then all arguments.
   *
   * @default - the newest image that was read
   */
  readonly container?: DaemonContainer;

  /**
   * Addresses of pods. Each node's own share of them must lie in it: it is what the controller manager has as `--cluster-cidr`.
   *
   * @default - 10.244.0.0/16 with `HARDENED`, where there is no `podNetworkV6`; otherwise none
   */
  readonly podNetwork?: string;

  /**
   * IPv6 addresses of pods.
   *
   * @default - none
   */
  readonly podNetworkV6?: string;

  /**
   * How traffic goes between nodes.
   *
   * @default FlannelBackend.vxlan()
   */
  readonly backend?: FlannelBackend;

  /**
   * Whether it writes rules of nftables instead of iptables.
   *
   * @default false
   */
  readonly nftables?: boolean;

  /**
   * Name or address of the node's interface to other nodes.
   *
   * @default - that of the default route
   */
  readonly networkInterface?: string;

  /**
   * Port on which it says whether it is well.
   *
   * @default - 8081 with `HARDENED`; otherwise none
   */
  readonly healthPort?: number;

  /**
   * Configuration of the nodes.
   *
   * @default - with `HARDENED`, 10-flannel.conflist with flannel and portmap; otherwise none
   */
  readonly cniConfig?: CniConfig;

  /**
   * The program that connects pods.
   *
   * @default - with `HARDENED`, that of flannel's own image; otherwise none
   */
  readonly cniPlugin?: CniBinary;

  /**
   * Where it asks the API server.
   *
   * @default - the Service `kubernetes`
   */
  readonly apiServer?: ApiServerAddress;
}
