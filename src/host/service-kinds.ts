/** Where a Service can be reached. */
export enum ServiceType {
  /** At an address of its own, within the cluster. */
  CLUSTER_IP = 'ClusterIP',
  /** At a port of every node too. */
  NODE_PORT = 'NodePort',
  /** At a load balancer of the cloud too. */
  LOAD_BALANCER = 'LoadBalancer',
}

/** To which copies a Service leads connections from outside of the cluster. */
export enum ExternalTrafficPolicy {
  /** To every copy, from the address of a node. */
  CLUSTER = 'Cluster',
  /** To the copy on the node where they arrive, from the client's own address; nodes without one take none. */
  LOCAL = 'Local',
}

/**
 * Which copies a Service would rather lead to; where there is none, it leads to any.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
 */
export enum TrafficDistribution {
  /** Those of the client's zone: the older name of `PREFER_SAME_ZONE`. Kubernetes 1.31 and later. */
  PREFER_CLOSE = 'PreferClose',
  /** Those of the client's zone. Kubernetes 1.34 and later. */
  PREFER_SAME_ZONE = 'PreferSameZone',
  /** The one on the client's node. Kubernetes 1.34 and later. */
  PREFER_SAME_NODE = 'PreferSameNode',
}

/** Of how many address families a Service is. */
export enum IpFamilyPolicy {
  /** Of one. */
  SINGLE_STACK = 'SingleStack',
  /** Of both where the cluster has both. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Of both; a cluster that has one refuses it. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}
