import { flannel } from '../catalog/flannel/flannel';
import { FlannelOptions } from '../catalog/flannel/options';
import { kubeProxy } from '../catalog/kube-proxy/kube-proxy';
import { KubeProxyOptions } from '../catalog/kube-proxy/options';
import { customNetworkProgram } from '../catalog/network/custom';
import { CustomNetworkProgramOptions } from '../catalog/network/options';
import { nodeLocalDns } from '../catalog/node-local-dns/node-local-dns';
import { NodeLocalDnsOptions } from '../catalog/node-local-dns/options';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { customOptions, programOptions } from '../core/assert-options';

/** The program of a NetworkAgent. */
export class NetworkProgram {
  /**
   * Flannel: a network of pods across nodes.
   *
   * With `HARDENED`, init containers put its plugin and the configuration on each node, in this order and each at once; flannel itself is root with
   * NET_ADMIN and NET_RAW alone. With `BARE` it is the container as you write it, and what you give of its network.
   *
   * @param options network and backend
   */
  public static flannel(options: FlannelOptions = {}): NetworkProgram {
    const copy = programOptions(options);
    return new NetworkProgram(context => flannel(copy, context));
  }

  /**
   * kube-proxy: it makes Services answer on each node.
   *
   * With `HARDENED` a privileged init container sets the parameters of the kernel and ends; kube-proxy itself is root with NET_ADMIN and NET_RAW alone.
   * With `BARE` it is the container as you write it, with its configuration.
   *
   * @param options API server, version and mode
   */
  public static kubeProxy(options: KubeProxyOptions): NetworkProgram {
    const copy = programOptions(options);
    return new NetworkProgram(context => kubeProxy(copy, context));
  }

  /**
   * NodeLocal DNSCache: a cache on each node in front of the cluster's DNS.
   *
   * With `HARDENED` it is root with NET_ADMIN, NET_RAW and NET_BIND_SERVICE alone, and has two Services: `kube-dns-upstream`, by which it reaches the
   * cluster's DNS, and a headless one for its metrics. With `BARE` it is the container as you write it, with its configuration.
   *
   * @param options addresses and domains
   */
  public static nodeLocalDns(options: NodeLocalDnsOptions): NetworkProgram {
    const copy = programOptions(options);
    return new NetworkProgram(context => nodeLocalDns(copy, context));
  }

  /**
   * Any other program.
   *
   * With `HARDENED` it is root with the capabilities that you give, NET_ADMIN and NET_RAW otherwise, has the lock of iptables and the names of its node
   * and pod. Programs and configuration that you give are installed by init containers, each at once, the configuration after everything else.
   *
   * @param options what runs, and what it needs of the node
   */
  public static custom(options: CustomNetworkProgramOptions): NetworkProgram {
    const copy = customOptions(options);
    return new NetworkProgram(context => customNetworkProgram(copy, context));
  }

  private constructor(private readonly configure: (context: AgentContext) => AgentConfig) {}

  /** @internal */
  public _config(context: AgentContext): AgentConfig {
    return this.configure(context);
  }
}
