import { IpFamily } from './ip-family';
import { IpFamilyPolicy } from './service-kinds';
import { InternalTrafficPolicy, ServiceTargetPort } from './service-options';

/** Details of ports on the node's own addresses. */
export interface HostPortExposureOptions {
  /**
   * The only address of each node on which the ports answer. Every node must have it, as a link-local address of an interface that you made.
   *
   * @default - every address of the node
   */
  readonly hostIp?: string;
}

/** Details of the Service through which pods reach a daemon. */
export interface ServiceExposureOptions {
  /**
   * Name of the Service, which clients look up.
   *
   * @default - the `name` of the daemon, otherwise generated
   */
  readonly name?: string;

  /**
   * Labels of the Service, besides those of the daemon.
   *
   * @default - none
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations of the Service.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * What the ports speak, by the name of the port, or by the number as text: such as `http`, `https` or `kubernetes.io/h2c`.
   *
   * @default - nothing is said
   */
  readonly appProtocols?: { [port: string]: string };

  /**
   * How the Service finds the ports of the pods.
   *
   * @default ServiceTargetPort.NUMBER
   */
  readonly targetPort?: ServiceTargetPort;

  /**
   * Of how many address families the Service is.
   *
   * @default - of one, that of the cluster (the default of Kubernetes)
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Address families of the Service, the first one first.
   *
   * @default - that of the cluster
   */
  readonly ipFamilies?: IpFamily[];
}

/** Details of a Service with ports of the nodes. */
export interface NodePortExposureOptions extends ServiceExposureOptions {
  /**
   * Port of every node, in the range of the cluster, which is 30000 to 32767 unless it was set up with another. For a daemon with one port.
   *
   * @default - Kubernetes chooses one, and `connect` cannot tell it
   */
  readonly nodePort?: number;

  /**
   * Ports of every node for a daemon with several, by the name of the port, or by its number as text.
   *
   * @default - Kubernetes chooses them, and `connect` cannot tell them
   */
  readonly nodePorts?: { [port: string]: number };
}

/** Details of a Service with a load balancer. */
export interface LoadBalancerExposureOptions extends ServiceExposureOptions {
  /**
   * To which copies the Service leads pods of the cluster.
   *
   * @default InternalTrafficPolicy.LOCAL
   */
  readonly internalTrafficPolicy?: InternalTrafficPolicy;
}
