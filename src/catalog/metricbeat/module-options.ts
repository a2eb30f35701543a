import { KubeletMetricset, SystemMetricset } from './metricset';

/** The system module of Metricbeat: the node itself. */
export interface MetricbeatSystemOptions {
  /**
   * What it measures. Mounts, host network and capabilities follow from it.
   *
   * @default - those that the module has by itself: cpu, load, memory, network, process, process_summary, socket_summary,
   * filesystem, fsstat and uptime
   */
  readonly metricsets?: SystemMetricset[];

  /**
   * Time between two measurements, such as `10s`.
   *
   * @default - that of Metricbeat, 10s
   */
  readonly period?: string;

  /**
   * Regular expressions (RE2) of the names of the processes that `process` reports.
   *
   * @default - every process
   */
  readonly processes?: string[];

  /**
   * How many processes `process` reports of those that use most CPU.
   *
   * @default - with `HARDENED` 5, where `processTopByMemory` is not given either; otherwise every process
   */
  readonly processTopByCpu?: number;

  /**
   * How many processes `process` reports of those that use most memory.
   *
   * @default - with `HARDENED` 5, where `processTopByCpu` is not given either; otherwise every process
   */
  readonly processTopByMemory?: number;

  /**
   * Whether `process` reports the control groups of processes.
   *
   * @default true
   */
  readonly processCgroups?: boolean;

  /**
   * Types of file systems that `filesystem` and `fsstat` leave out.
   *
   * @default - those without a device, such as tmpfs
   */
  readonly ignoreFilesystemTypes?: string[];

  /**
   * Regular expression (RE2) of the mount points that `filesystem` leaves out, as the container sees them: those of the node stand
   * below `/hostfs`.
   *
   * @default - with `HARDENED`, those of the system, of container runtimes, of the volumes of pods and of the container itself
   */
  readonly excludeMountPoints?: string;

  /**
   * Block devices that `diskio` reports.
   *
   * @default - every block device
   */
  readonly diskDevices?: string[];

  /**
   * States of the services that `service` reports, such as `active`.
   *
   * @default - every state
   */
  readonly serviceStates?: string[];

  /**
   * Names of the services that `service` reports, with `*` for any part.
   *
   * @default - every service
   */
  readonly servicePatterns?: string[];
}

/** The kubernetes module of Metricbeat, as far as the kubelet answers it. What is of the whole cluster belongs in a Deployment. */
export interface MetricbeatKubeletOptions {
  /**
   * What it asks of the kubelet.
   *
   * @default - all: container, node, pod, system and volume
   */
  readonly metricsets?: KubeletMetricset[];

  /**
   * Time between two measurements, such as `10s`.
   *
   * @default - that of Metricbeat, 10s
   */
  readonly period?: string;

  /**
   * Port of the kubelet.
   *
   * @default 10250
   */
  readonly port?: number;

  /**
   * File in the container with the authorities that sign the kubelet's certificate, such as
   * `/var/run/secrets/kubernetes.io/serviceaccount/ca.crt`.
   *
   * @default - the certificate is not verified, as most kubelets sign their own
   */
  readonly caFile?: string;

  /**
   * Whether metrics carry labels of pods, namespaces and nodes, which it then asks the API server for.
   *
   * @default true
   */
  readonly addMetadata?: boolean;

  /**
   * Whether metrics of pods carry the names of their Deployment or CronJob; it asks for all ReplicaSets and Jobs of the cluster, on
   * every node.
   *
   * @default false
   */
  readonly addWorkloads?: boolean;
}
