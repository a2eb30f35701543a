import { assertFields } from './checked-type';
import { copyOf } from './copy';
import { Exposure } from './exposure';
import { isIpAddress } from './formats';
import { invalid } from './invalid';
import { HostPortExposureOptions, LoadBalancerExposureOptions, NodePortExposureOptions, ServiceExposureOptions } from './node-local-exposure-options';
import { isLoopback } from '../kubernetes/ip-address';

/**
 * How pods reach the copy of a daemon on their own node.
 *
 * The two at the node's own address need no Service, and are closed while the pod is replaced;
 * those with a Service are open all the time, unless the old pod must stop first.
 */
export class NodeLocalExposure {
  /**
   * Ports of the node's own addresses, each of the number of the container's port or of its `hostPort`. The network of the cluster must
   * support host ports; with every address of the node they are open to whoever reaches the node.
   *
   * @param options details
   */
  public static hostPort(options: HostPortExposureOptions = {}): NodeLocalExposure {
    assertFields('options of NodeLocalExposure.hostPort()', options, "{ hostIp: '169.254.20.10' }");
    const { hostIp } = options;
    if (hostIp !== undefined && !isIpAddress(hostIp)) {
      throw invalid('hostIp', "an address such as '169.254.20.10' or 'fd00::10'", hostIp, 'leave it out for every address of the node');
    }
    if (hostIp !== undefined && isLoopback(hostIp)) {
      throw invalid('hostIp', 'an address that pods reach', hostIp, 'a loopback address is another one in every pod: leave it out, or give an address of the nodes');
    }
    return new NodeLocalExposure({ how: 'hostPort', hostIp });
  }

  /**
   * A Service that leads to the copy on the client's node alone. While there is none on that node, connections fail.
   *
   * @param options details of the Service
   */
  public static localService(options: ServiceExposureOptions = {}): NodeLocalExposure {
    assertFields('options of NodeLocalExposure.localService()', options, "{ name: 'cache' }");
    return new NodeLocalExposure({ how: 'localService', service: options });
  }

  /**
   * A Service that leads to the copy on the client's node, and to another while there is none. Kubernetes 1.34 and later: an error where
   * the platform names an older version.
   *
   * @param options details of the Service
   */
  public static preferSameNode(options: ServiceExposureOptions = {}): NodeLocalExposure {
    assertFields('options of NodeLocalExposure.preferSameNode()', options, "{ name: 'cache' }");
    return new NodeLocalExposure({ how: 'preferSameNode', service: options });
  }

  /** The network of the node: the ports of the containers are ports of the node. */
  public static hostNetwork(): NodeLocalExposure {
    return new NodeLocalExposure({ how: 'hostNetwork' });
  }

  /**
   * A Service with ports of every node, for clients that are no pods, such as the container runtime; each leads to the copy on the node it
   * arrives at, and to another while there is none. Kubernetes 1.34 and later.
   *
   * @param options the ports, and details of the Service
   */
  public static nodePort(options: NodePortExposureOptions = {}): NodeLocalExposure {
    assertFields('options of NodeLocalExposure.nodePort()', options, '{ nodePort: 30020 }');
    const { nodePort, nodePorts, ...service } = options;
    assertFields('nodePorts', nodePorts, '{ redis: 30020 }');
    if (nodePort !== undefined && nodePorts !== undefined) {
      throw invalid('nodePort', 'left out where there are nodePorts', nodePort, 'give it by the name of its port in nodePorts');
    }
    const numbers = nodePort === undefined ? Object.values(nodePorts ?? {}) : [nodePort];
    const wrong = numbers.find(number => !Number.isInteger(number) || number < 1 || number > 65535);
    if (wrong !== undefined) {
      throw invalid('nodePort', 'a whole number from 1 to 65535, for most clusters from 30000 to 32767', wrong);
    }
    return new NodeLocalExposure({ how: 'nodePort', nodePort, nodePorts, service });
  }

  /**
   * A Service with a load balancer in front of the nodes, for clients outside of the cluster, such as those of an ingress controller; each connection
   * goes to the copy on the node where it arrives, from the client's own address, and nodes without a copy take none. Pods reach the copy on their node.
   *
   * @param options details of the Service
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy
   */
  public static loadBalancer(options: LoadBalancerExposureOptions = {}): NodeLocalExposure {
    assertFields('options of NodeLocalExposure.loadBalancer()', options, "{ name: 'cache' }");
    return new NodeLocalExposure({ how: 'loadBalancer', service: options });
  }

  private readonly exposure: Exposure;

  private constructor(exposure: Exposure) {
    this.exposure = copyOf(exposure);
  }

  /** @internal */
  public _asData(): Exposure {
    return this.exposure;
  }
}
