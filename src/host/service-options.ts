import { ContainerPort } from './container-port';
import { IpFamily } from './ip-family';
import { ExternalTrafficPolicy, IpFamilyPolicy, ServiceType, TrafficDistribution } from './service-kinds';

/** Which copies of the daemon a Service leads to. */
export enum InternalTrafficPolicy {
  /** Every copy. */
  CLUSTER = 'Cluster',
  /** Only the copy on the node of the client. */
  LOCAL = 'Local',
}

/** How a Service names the port of the pods. */
export enum ServiceTargetPort {
  /** By its number. */
  NUMBER = 'number',
  /** By its name, which must be that of a port of a container; its number may be another than that of the Service. */
  NAME = 'name',
}

/** A Service in front of the daemon's pods. */
export interface ServiceOptions {
  /**
   * Name of the Service.
   *
   * @default - the `name` of the daemon, otherwise generated
   */
  readonly name?: string;

  /**
   * Ports that it opens; each leads to the port of the pods with the same number, or with the same name where `targetPort` says so.
   *
   * @default - the ports of the daemon's own container
   */
  readonly ports?: ContainerPort[];

  /**
   * How its ports find those of the pods.
   *
   * @default ServiceTargetPort.NUMBER
   */
  readonly targetPort?: ServiceTargetPort;

  /**
   * Where it can be reached.
   *
   * @default - within the cluster (the default of Kubernetes)
   */
  readonly type?: ServiceType;

  /**
   * Ports of the nodes that lead to it, by the name of its port, or by the number as text. It must be of a type that has them.
   *
   * @default - Kubernetes chooses them where the type has them
   */
  readonly nodePorts?: { [port: string]: number };

  /**
   * What its ports speak, by the name of the port, or by the number as text: such as `http`, `https` or `kubernetes.io/h2c`.
   *
   * @default - nothing is said
   */
  readonly appProtocols?: { [port: string]: string };

  /**
   * Whether it has no address of its own and its name stands for the addresses of all pods.
   *
   * @default false
   */
  readonly headless?: boolean;

  /**
   * Which copies it leads to.
   *
   * @default InternalTrafficPolicy.CLUSTER
   */
  readonly internalTrafficPolicy?: InternalTrafficPolicy;

  /**
   * To which copies it leads connections from outside of the cluster. It must be of a type that takes them.
   *
   * @default ExternalTrafficPolicy.CLUSTER
   */
  readonly externalTrafficPolicy?: ExternalTrafficPolicy;

  /**
   * Which copies it would rather lead to.
   *
   * @default - none in particular
   */
  readonly trafficDistribution?: TrafficDistribution;

  /**
   * Of how many address families it is.
   *
   * @default - of one (the default of Kubernetes)
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * Its address families, the first one first.
   *
   * @default - that of the cluster
   */
  readonly ipFamilies?: IpFamily[];

  /**
   * Whether pods count that are not ready.
   *
   * @default false
   */
  readonly publishNotReadyAddresses?: boolean;

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
}
