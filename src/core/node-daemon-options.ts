import type { IServiceAccount } from 'cdk8s-plus-28';
import { Acknowledgement } from '../host/acknowledgement';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { DaemonContainer } from '../host/daemon-container';
import { DaemonProfile } from '../host/daemon-profile';
import { ImageSource } from '../host/image-source';
import { LabelSelector } from '../host/label-selector';
import { Monitor } from '../host/monitor';
import { NetworkPolicyOptions } from '../host/network-policy-options';
import { NodePlacement } from '../host/node-placement';
import { NodePlatform } from '../host/node-platform';
import { NodePriority } from '../host/node-priority';
import { PodMetadata } from '../host/pod-metadata';
import { PodOptions } from '../host/pod-options';
import { ServiceOptions } from '../host/service-options';
import { UpdateStrategy } from '../host/update-strategy';
import { VerticalAutoscaler } from '../host/vertical-autoscaler';
import { VolumeSource } from '../host/volume-source';

/** What all daemons have in common. */
export interface NodeDaemonOptions extends PodOptions {
  /**
   * Name of the DaemonSet, and of what belongs to it. Give one where the live object must keep its name when the construct moves.
   *
   * @default - generated from the path of the construct
   */
  readonly name?: string;

  /**
   * Labels of all objects that belong to the daemon, and with `HARDENED` of its pods.
   *
   * @default - with `HARDENED` the recommended labels `app.kubernetes.io/name`, `instance`, `component` and `managed-by`
   */
  readonly labels?: { [label: string]: string };

  /**
   * What it is to the cluster: the value of the label `app.kubernetes.io/component`.
   *
   * @default - that of the kind of daemon, such as `log-collector`; `node-daemon` for a daemon of your own
   */
  readonly component?: string;

  /**
   * Annotations of the DaemonSet itself.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * Labels, annotations and name of the pod template.
   *
   * @default - the labels of the selector and, with `HARDENED`, those of the DaemonSet
   */
  readonly podMetadata?: PodMetadata;

  /**
   * How the DaemonSet finds its pods; `matchLabels` become labels of the pods. Kubernetes never changes it on a live object.
   *
   * @default - the labels `app.kubernetes.io/name` and `app.kubernetes.io/instance`, which is the name of the DaemonSet; with
   * `BARE`, the labels of `podMetadata` where there are any
   */
  readonly selector?: LabelSelector;

  /**
   * What is added to what you write.
   *
   * @default DaemonProfile.HARDENED
   */
  readonly profile?: DaemonProfile;

  /**
   * Findings that you looked at and accept, each with its reason.
   *
   * @default - none
   */
  readonly acknowledge?: Acknowledgement[];

  /**
   * Facts of the cluster.
   *
   * @default - those of `DaemonDefaults`, otherwise `NodePlatform.standard()`
   */
  readonly platform?: NodePlatform;

  /**
   * Where images are pulled from.
   *
   * @default - that of `DaemonDefaults`, otherwise `ImageSource.upstream()`
   */
  readonly images?: ImageSource;

  /**
   * Names of the Secrets with the credentials of registries.
   *
   * @default - those of `DaemonDefaults`, otherwise none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Which nodes run it.
   *
   * @default - with `HARDENED` every Linux machine, the control plane and nodes with any taint included (`NodePlacement.everyNode()`); with
   * `BARE` every node, Windows included, whose taints the DaemonSet controller tolerates for all daemons
   */
  readonly placement?: NodePlacement;

  /**
   * Which pods give way when a node is full.
   *
   * @default - that of the kind of daemon, otherwise that of the cluster
   */
  readonly priority?: NodePriority;

  /**
   * How a new version replaces the old one.
   *
   * @default - with `HARDENED` 10 % of the nodes at a time; with `BARE` one node at a time (the default of Kubernetes)
   */
  readonly updateStrategy?: UpdateStrategy;

  /**
   * Seconds for which a new pod must be ready before it counts as available.
   *
   * @default 0
   */
  readonly minReadySeconds?: number;

  /**
   * How many old versions are kept to go back to.
   *
   * @default 10
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Containers that run beside the daemon's own.
   *
   * @default - none
   */
  readonly sidecars?: DaemonContainer[];

  /**
   * Containers that run one after the other before the others start.
   *
   * @default - none
   */
  readonly initContainers?: DaemonContainer[];

  /**
   * Volumes of the pod by their names, for mounts that have no source of their own. They stand before those of the containers.
   *
   * @default - the volumes that the containers mount
   */
  readonly volumes?: { [name: string]: VolumeSource };

  /**
   * Text files that the daemon reads, from a ConfigMap that it owns.
   *
   * @default - none
   */
  readonly configFiles?: ConfigFile[];

  /**
   * Name of the ConfigMap with the configuration files.
   *
   * @default - the `name` of the daemon with `-config`, otherwise generated
   */
  readonly configMapName?: string;

  /**
   * What the program may ask the API server. It makes a ServiceAccount with these rights.
   *
   * @default - nothing
   */
  readonly apiAccess?: ApiAccess[];

  /**
   * Account under which the pods run.
   *
   * @default - one that is made where there is `apiAccess` or an annotation for it, otherwise the namespace's `default`
   */
  readonly serviceAccount?: IServiceAccount;

  /**
   * Whether an account is made for the daemon. Say so for one that has no rights of its own, such as one that others bind roles to;
   * say no where somebody else makes that of `serviceAccountName`, and the rights of `apiAccess` are for it.
   *
   * @default - yes where there is `apiAccess` or an annotation for it, and no `serviceAccount`
   */
  readonly createServiceAccount?: boolean;

  /**
   * Name of the account under which the pods run. Where an account is made, it has this name.
   *
   * @default - that of `serviceAccount`
   */
  readonly serviceAccountName?: string;

  /**
   * Annotations of the ServiceAccount that is made, such as the role of a cloud.
   *
   * @default - those of `DaemonDefaults`, otherwise none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * Whether the pods get a token for the API server.
   *
   * @default - with `HARDENED`, yes where there is `apiAccess`, no where the account is not named; otherwise that of the account
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * A Service in front of the pods.
   *
   * @default - none
   */
  readonly service?: ServiceOptions;

  /**
   * How Prometheus finds its metrics.
   *
   * @default - it does not
   */
  readonly monitor?: Monitor;

  /**
   * A NetworkPolicy: who may connect to the pods, and whom they may connect to. It does nothing under the host network.
   *
   * @default - none
   */
  readonly networkPolicy?: NetworkPolicyOptions;

  /**
   * How the Vertical Pod Autoscaler sets the requests of the containers. The cluster must have its CustomResourceDefinition.
   *
   * @default - it does not
   */
  readonly verticalAutoscaler?: VerticalAutoscaler;
}

/** A daemon of your own. */
export interface NodeDaemonProps extends NodeDaemonOptions {
  /** The program that runs on each node. */
  readonly container: DaemonContainer;
}
