import { IpFamily } from './ip-family';

/** What is known of a cluster; each fact wins over that of the platform. */
export interface NodePlatformOptions {
  /**
   * Minor version of the oldest Kubernetes in the cluster, 1.28 or later, such as `1.35`. A field that it does not know is an error.
   *
   * @default - not known: fields of every release are allowed
   */
  readonly kubernetes?: string;

  /**
   * A name for the cluster. Daemons of clusters with different names never share a node.
   *
   * @default - all daemons of an app without a name are taken to be in one cluster
   */
  readonly cluster?: string;

  /**
   * Directory in which the kubelet keeps pods, plugins and sockets.
   *
   * @default - that of the platform, mostly `/var/lib/kubelet`
   */
  readonly kubeletRoot?: string;

  /**
   * Directory in which the container runtime looks for CNI configuration.
   *
   * @default - that of the platform, mostly `/etc/cni/net.d`
   */
  readonly cniConfigDirectory?: string;

  /**
   * Directory in which the container runtime looks for CNI programs.
   *
   * @default - that of the platform, mostly `/opt/cni/bin`
   */
  readonly cniBinaryDirectory?: string;

  /**
   * Socket of the container runtime.
   *
   * @default - that of the platform, mostly `/run/containerd/containerd.sock`
   */
  readonly runtimeSocket?: string;

  /**
   * Directory from which the kubelet starts static pods.
   *
   * @default - that of the platform; some have none
   */
  readonly staticPodDirectory?: string;

  /**
   * Directories of the systemd journal.
   *
   * @default - those of the platform; some have none
   */
  readonly journalDirectories?: string[];

  /**
   * Directories that hold the containers' log files.
   *
   * @default - those of the platform, mostly `/var/log/pods`
   */
  readonly logRoots?: string[];

  /**
   * Directories of the node that no program can write to, whatever its mount says.
   *
   * @default - those of the platform
   */
  readonly readOnlyDirectories?: string[];

  /**
   * The only paths that the kubelet sees, where it has a mount namespace of its own. Elsewhere it can check no `type`.
   *
   * @default - those of the platform; mostly the kubelet sees every path
   */
  readonly kubeletVisiblePaths?: string[];

  /**
   * Address family of `status.hostIP`.
   *
   * @default IpFamily.IPV4
   */
  readonly ipFamily?: IpFamily;

  /**
   * Labels, each with its values, of nodes that are no machines and run no daemons.
   *
   * @default - EKS Fargate nodes and virtual kubelets
   */
  readonly virtualNodeLabels?: { [label: string]: string[] };

  /**
   * Whether pods of a system priority class need a ResourceQuota outside of `kube-system`.
   *
   * @default - true for GKE, otherwise false
   */
  readonly criticalPodsQuota?: boolean;
}
