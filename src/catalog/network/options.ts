import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { DaemonContainer } from '../../host/daemon-container';
import { ApiServerAddress } from '../../host/network/api-server-address';
import { BpfMode } from '../../host/network/bpf-mode';
import { CniBinary } from '../../host/network/cni-binary';
import { CniConfig } from '../../host/network/cni-config';
import { KernelModules } from '../../host/network/kernel-modules';

/** A network program of your own. */
export interface CustomNetworkProgramOptions {
  /** The container. What you write in it wins. */
  readonly container: DaemonContainer;

  /**
   * Configuration that init containers install on each node, after all programs.
   *
   * @default - none; the program writes its own, or needs none
   */
  readonly cniConfig?: CniConfig;

  /**
   * Programs that init containers install on each node.
   *
   * @default - none
   */
  readonly cniBinaries?: CniBinary[];

  /**
   * Programs that the configuration names and that are on the nodes already, besides the reference plugins, which most have.
   *
   * @default - none
   */
  readonly pluginsOnNode?: string[];

  /**
   * Capabilities of the container.
   *
   * @default - with `HARDENED`, NET_ADMIN and NET_RAW; with `BARE`, those of the container runtime
   */
  readonly capabilities?: string[];

  /**
   * What it may do with modules of the kernel.
   *
   * @default KernelModules.NONE
   */
  readonly kernelModules?: KernelModules;

  /**
   * Whether it has the lock by which programs of the node take turns in writing iptables rules.
   *
   * @default - yes with `HARDENED`, no with `BARE`
   */
  readonly xtablesLock?: boolean;

  /**
   * How it reaches the file system of eBPF maps. What else eBPF needs are `capabilities`: BPF, PERFMON, SYS_ADMIN, SYS_RESOURCE.
   *
   * @default BpfMode.NONE
   */
  readonly bpf?: BpfMode;

  /**
   * Directories of the node that it writes and that are made where they are missing, such as `/run/agent`.
   *
   * @default - none
   */
  readonly runDirectories?: string[];

  /**
   * Where it asks the API server.
   *
   * @default - the Service `kubernetes`, which works where another program connects nodes to Services
   */
  readonly apiServer?: ApiServerAddress;

  /**
   * Command that runs in the container before it stops, in each update too.
   *
   * @default - none
   */
  readonly cleanup?: string[];

  /**
   * What it may ask the API server.
   *
   * @default - nothing
   */
  readonly apiAccess?: ApiAccess[];

  /**
   * Text files that it reads, from a ConfigMap that the daemon owns.
   *
   * @default - none
   */
  readonly configFiles?: ConfigFile[];

  /**
   * Port on which it says by HTTP whether it is well, on the address of the node.
   *
   * @default - the probes of `container`
   */
  readonly healthPort?: number;

  /**
   * Path on `healthPort` that says whether it is alive.
   *
   * @default /healthz
   */
  readonly healthPath?: string;

  /**
   * Path on `healthPort` that says whether it is ready.
   *
   * @default - that of `healthPath`
   */
  readonly readyPath?: string;
}
