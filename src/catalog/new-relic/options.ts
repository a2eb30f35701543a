import { DaemonContainer } from '../../host/daemon-container';
import { SecretValue } from '../../host/secret-value';

/** How often New Relic's agent measures the node, in seconds; -1 for never. Below the least it takes the least, without a word. */
export interface NewRelicSampleRates {
  /**
   * CPU, memory and load; 5 at least.
   *
   * @default - that of the agent, 5
   */
  readonly system?: number;

  /**
   * Disks; 5 at least.
   *
   * @default - that of the agent, 20
   */
  readonly storage?: number;

  /**
   * Network interfaces; 5 at least.
   *
   * @default - that of the agent, 10
   */
  readonly network?: number;

  /**
   * Processes; 20 at least.
   *
   * @default - that of the agent, 20
   */
  readonly process?: number;
}

/** The container beside New Relic's agent that asks the kubelet for pods, containers and volumes. */
export interface NewRelicKubeletOptions {
  /**
   * Time between two scrapes; 40 seconds at most, or New Relic's pages show gaps.
   *
   * @default 15s
   */
  readonly interval?: string;

  /**
   * Time to wait for an answer of the kubelet.
   *
   * @default - that of the program, 10s
   */
  readonly timeout?: string;

  /**
   * How often a request is repeated.
   *
   * @default - that of the program, 3
   */
  readonly retries?: number;

  /**
   * Labels of the namespaces whose pods are reported.
   *
   * @default - every namespace
   */
  readonly namespaceLabels?: { [label: string]: string };

  /**
   * Whether it gets `nodes/proxy`, which runs commands in every pod (finding ND405), to read the list of pods from the kubelet of
   * Kubernetes before 1.33.
   *
   * @default - it does not; before Kubernetes 1.33 it reads the list of pods from the API server
   */
  readonly legacyKubeletAuthorization?: boolean;

  /**
   * Whatever differs of its container. What you write wins.
   *
   * @default - only what the program needs
   */
  readonly container?: DaemonContainer;
}

/** The infrastructure agent of New Relic. */
export interface NewRelicOptions {
  /** The licence key. */
  readonly licenseKey: SecretValue;

  /**
   * Name of the cluster, by which New Relic tells its nodes from others.
   *
   * @default - the name of the cluster of the platform, which must be given then
   */
  readonly clusterName?: string;

  /**
   * Whether it measures the node, for which its container is privileged: that fails synthesis until ND401 is acknowledged with a
   * reason. Without, it is not root, sees nothing of the node, and sends what the kubelet says and that the node is there.
   *
   * @default - with `HARDENED` true, otherwise nothing is said
   */
  readonly hostMetrics?: boolean;

  /**
   * Whether it reports each process.
   *
   * @default - what the account says
   */
  readonly processMetrics?: boolean;

  /**
   * How often it measures.
   *
   * @default - those of the agent
   */
  readonly sampleRates?: NewRelicSampleRates;

  /**
   * Name of the node in New Relic; `$(NODE_NAME)` stands for its name in Kubernetes.
   *
   * @default - its name in Kubernetes
   */
  readonly displayName?: string;

  /**
   * Attributes of everything that it sends, besides `clusterName`.
   *
   * @default - none
   */
  readonly customAttributes?: { [name: string]: string };

  /**
   * Whether both programs log all that they do.
   *
   * @default false
   */
  readonly verbose?: boolean;

  /**
   * Port of the pod's loopback address on which the agent takes what was scraped.
   *
   * @default 8003
   */
  readonly port?: number;

  /**
   * Port of the pod's loopback address on which the agent tells how it is.
   *
   * @default - it does not
   */
  readonly statusPort?: number;

  /**
   * Whether it may use the socket of the container runtime, with which it could start privileged containers (finding ND404), to name
   * the containers of processes.
   *
   * @default false
   */
  readonly runtimeSocket?: boolean;

  /**
   * Whether the kubelet is asked for pods, containers and volumes, by a second container.
   *
   * @default - with `HARDENED` true, otherwise where `kubelet` is given
   */
  readonly scrapeKubelet?: boolean;

  /**
   * How the kubelet is asked.
   *
   * @default - every 15 seconds
   */
  readonly kubelet?: NewRelicKubeletOptions;

  /**
   * Configuration files of integrations, by their names, such as `redis-config.yml`.
   *
   * @default - none, not those of the image either
   */
  readonly integrations?: { [file: string]: string };

  /**
   * Further settings of newrelic-infra.yml; what you write wins. Credentials do not belong here, but into variables of the container.
   *
   * @default - none
   */
  readonly settings?: { [key: string]: any };

  /**
   * Whatever differs of the agent's container. What you write wins; variables, ports and mounts are added to those of the program.
   *
   * @default - only what the program needs
   */
  readonly container?: DaemonContainer;
}
