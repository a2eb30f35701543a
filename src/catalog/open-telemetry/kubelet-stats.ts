/** Of what the kubelet tells. */
export enum KubeletMetricGroup {
  /** Containers. */
  CONTAINER = 'container',
  /** Pods. */
  POD = 'pod',
  /** The node. */
  NODE = 'node',
  /** Volumes of pods. */
  VOLUME = 'volume',
}

/** What the kubelet says of the pods beside their metrics. */
export enum KubeletMetadata {
  /** The id that a container has in its runtime. */
  CONTAINER_ID = 'container.id',
  /** The type of a volume. */
  VOLUME_TYPE = 'k8s.volume.type',
}

/** What the OpenTelemetry Collector asks the kubelet of its node. */
export interface KubeletStatsOptions {
  /**
   * How often, such as `30s`.
   *
   * @default - that of the collector, 10s
   */
  readonly collectionInterval?: string;

  /**
   * The kubelet.
   *
   * @default - port 10250 of the node's address
   */
  readonly endpoint?: string;

  /**
   * Of what.
   *
   * @default - containers, pods and the node
   */
  readonly metricGroups?: KubeletMetricGroup[];

  /**
   * Metrics that are switched on or off, by their names, such as `k8s.pod.uptime`.
   *
   * @default - those that are on in the collector
   */
  readonly metrics?: { [metric: string]: boolean };

  /**
   * What more is said of pods. It needs Kubernetes 1.33: before, a kubelet tells it only to who may run programs in every container.
   *
   * @default - nothing
   */
  readonly extraMetadata?: KubeletMetadata[];

  /**
   * Whether the API server is asked for the volume behind each claim.
   *
   * @default false
   */
  readonly volumeClaims?: boolean;

  /**
   * Whether any certificate of the kubelet is good. Most kubelets have one that only they themselves vouch for.
   *
   * @default - with `HARDENED`, true unless `caFile` is given; with `BARE`, that of the collector, false
   */
  readonly insecureSkipVerify?: boolean;

  /**
   * File in the container with the authority of the kubelet's certificate.
   *
   * @default - that of the cluster
   */
  readonly caFile?: string;

  /**
   * Whether all interfaces of pods and node are counted.
   *
   * @default - only the default one
   */
  readonly allInterfaces?: boolean;
}
