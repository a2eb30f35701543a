import { PodResourceClaim, PodResources } from './container-resources';
import { HostNamespaces } from './host-namespaces';
import { NodeOs } from './node-placement';
import { DnsConfig, DnsPolicy, HostAlias } from './pod-dns';
import { PodSecurityContext } from './pod-security-context';
import { PreemptionPolicy } from './preemption-policy';

/** What the containers of a daemon's pod share. */
export interface PodOptions {
  /**
   * Whether its pods may push out others.
   *
   * @default - that of the priority class
   */
  readonly preemptionPolicy?: PreemptionPolicy;

  /**
   * Namespaces of the node that the pods share.
   *
   * @default - none
   */
  readonly hostNamespaces?: HostNamespaces;

  /**
   * Whether root in the pod is root on the node; `false` gives the pod a user namespace. Kubernetes 1.33 and later.
   *
   * @default true
   */
  readonly hostUsers?: boolean;

  /**
   * Whether the containers see each other's processes.
   *
   * @default false
   */
  readonly shareProcessNamespace?: boolean;

  /**
   * What holds for all containers.
   *
   * @default - nothing
   */
  readonly podSecurityContext?: PodSecurityContext;

  /**
   * Resources of the pod as a whole. Kubernetes 1.34 and later.
   *
   * @default - the sum of the containers
   */
  readonly podResources?: PodResources;

  /**
   * Devices that the containers use. Kubernetes 1.34 and later.
   *
   * @default - none
   */
  readonly resourceClaims?: PodResourceClaim[];

  /**
   * Where the pods look up names.
   *
   * @default - with `HARDENED` and host network `DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET`, otherwise `DnsPolicy.CLUSTER_FIRST`
   */
  readonly dnsPolicy?: DnsPolicy;

  /**
   * What is added to the resolver's configuration.
   *
   * @default - nothing
   */
  readonly dnsConfig?: DnsConfig;

  /**
   * Lines of the pods' hosts file.
   *
   * @default - none
   */
  readonly hostAliases?: HostAlias[];

  /**
   * Host name of the pods.
   *
   * @default - the name of the pod; under host network that of the node
   */
  readonly hostname?: string;

  /**
   * Host name of the pods, whatever the other fields say. Kubernetes 1.35 and later.
   *
   * @default - `hostname`
   */
  readonly hostnameOverride?: string;

  /**
   * Subdomain of the pods, the name of a headless Service.
   *
   * @default - none
   */
  readonly subdomain?: string;

  /**
   * Whether the host name of the pods is their full name.
   *
   * @default false
   */
  readonly setHostnameAsFqdn?: boolean;

  /**
   * Whether the pods get environment variables for each Service of their namespace.
   *
   * @default true
   */
  readonly enableServiceLinks?: boolean;

  /**
   * Seconds for which the pods may take to stop.
   *
   * @default - that of the kind of daemon, otherwise 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Runtime class of the pods.
   *
   * @default - that of the node
   */
  readonly runtimeClassName?: string;

  /**
   * Scheduler of the pods.
   *
   * @default default-scheduler
   */
  readonly schedulerName?: string;

  /**
   * Conditions that something else must set before the pods count as ready.
   *
   * @default - none
   */
  readonly readinessGates?: string[];

  /**
   * Operating system of the containers, by which Kubernetes checks the other fields. It does not place the pods.
   *
   * @default - not said
   */
  readonly os?: NodeOs;
}
