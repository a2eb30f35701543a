import { ApiServerAddress } from '../../host/network/api-server-address';
import { BpfMode } from '../../host/network/bpf-mode';
import { CniBinary } from '../../host/network/cni-binary';
import { CniConfig } from '../../host/network/cni-config';
import { KernelModules } from '../../host/network/kernel-modules';

/** What a network program needs of its node; what is undefined it does not. */
export interface NetworkNeeds {
  readonly cniConfig?: CniConfig;
  readonly cniBinaries?: readonly CniBinary[];
  /** Further programs that the nodes have. */
  readonly pluginsOnNode?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly kernelModules?: KernelModules;
  readonly xtablesLock?: boolean;
  readonly bpf?: BpfMode;
  readonly runDirectories?: readonly string[];
  readonly apiServer?: ApiServerAddress;
  readonly cleanup?: readonly string[];
  /** Whether its image writes to itself, as those do that find out at their start which iptables the node has. */
  readonly writesToImage?: boolean;
}
