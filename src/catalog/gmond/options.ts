import { GmondReceiveChannel, GmondSendChannel } from './channel';
import { GmondTcpAccept } from './channel-options';
import { GmondCollectionGroup, GmondModule } from './collection-group';
import { DaemonContainer } from '../../host/daemon-container';

/** The cluster as others see it. */
export interface GmondCluster {
  /** Its name. */
  readonly name: string;

  /**
   * Whose it is.
   *
   * @default unspecified
   */
  readonly owner?: string;

  /**
   * Where it is: latitude and longitude.
   *
   * @default unspecified
   */
  readonly latLong?: string;

  /**
   * Where more is said of it.
   *
   * @default unspecified
   */
  readonly url?: string;
}

/** Ganglia's gmond. */
export interface GmondOptions {
  /**
   * The container: its image, which must be given as the project publishes none, and whatever differs from the defaults. What you write wins;
   * variables, ports and mounts are added.
   */
  readonly container: DaemonContainer;

  /** The cluster. */
  readonly cluster: GmondCluster;

  /** Where it sends what it measures; nowhere, `[]`, where it is mute. */
  readonly send: GmondSendChannel[];

  /**
   * Where it hears what others measure.
   *
   * @default - the groups that it sends to
   */
  readonly receive?: GmondReceiveChannel[];

  /**
   * Ports on which it tells all that it has heard.
   *
   * @default - with `HARDENED` port 8649, unless it is deaf; with `BARE` none
   */
  readonly tcpAccept?: GmondTcpAccept[];

  /**
   * Whether it measures nothing, as an aggregator.
   *
   * @default false
   */
  readonly mute?: boolean;

  /**
   * Whether it hears and answers nobody.
   *
   * @default false
   */
  readonly deaf?: boolean;

  /**
   * Seconds after which it says again what its metrics are. Who hears it by unicast forgets them with each restart.
   *
   * @default - 60 where it sends by unicast; otherwise never, as a group is asked for it
   */
  readonly metadataInterval?: number;

  /**
   * What it measures and when, instead of what is usual.
   *
   * @default - the groups that gmond has built in
   */
  readonly groups?: GmondCollectionGroup[];

  /**
   * Modules for metrics that are not gmond's own. With one, `groups` may have metrics of any name.
   *
   * @default - none
   */
  readonly modules?: GmondModule[];

  /**
   * Whether the node is called by its name and address, and not by those of the pod.
   *
   * @default - true with `HARDENED`, false with `BARE`
   */
  readonly hostIsNode?: boolean;

  /**
   * Where the nodes stand, such as `rack 1`.
   *
   * @default unspecified
   */
  readonly location?: string;

  /**
   * Seconds after which a node is forgotten that says nothing.
   *
   * @default 86400
   */
  readonly hostDmax?: number;

  /**
   * Seconds within which a node should say something.
   *
   * @default 20
   */
  readonly hostTmax?: number;

  /**
   * Seconds after which it clears up what it has forgotten.
   *
   * @default 300
   */
  readonly cleanupThreshold?: number;

  /**
   * The most bytes of a packet.
   *
   * @default 1472
   */
  readonly maxUdpMessageLength?: number;
}
