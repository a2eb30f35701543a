import { PodSecurityNeed } from './pod-security-facts';

/** A port of the node that a daemon takes. */
export interface HostPortFact {
  /** Number of the port. */
  readonly port: number;
  /** `TCP`, `UDP` or `SCTP`. */
  readonly protocol: string;
  /** Address of the node that it is bound to; `0.0.0.0` stands for all. */
  readonly address: string;
  /** Name of the container that declares it. */
  readonly container: string;
  /** Whether host networking makes it a port of the node, and no `hostPort` says so. */
  readonly isImplied: boolean;
}

/** A path of the node that a daemon sees. */
export interface HostPathFact {
  /** Path on the node. */
  readonly path: string;
  /** What the kubelet checks or makes first; empty where it checks nothing. */
  readonly type: string;
  /** Containers that only read it. */
  readonly readers: string[];
  /** Containers that may write it. */
  readonly writers: string[];
}

/** What is true of a daemon, once Kubernetes has filled in its defaults. */
export interface DaemonFacts {
  /** Name of the DaemonSet. */
  readonly name: string;

  /**
   * Its namespace.
   *
   * @default - that of the one who applies it
   */
  readonly namespace?: string;

  /** Position of its manifest among those that were analysed. */
  readonly position: number;

  /** Images of its containers, those of init containers last. */
  readonly images: string[];

  /** Namespaces of the node that its pods share: `network`, `PID`, `IPC`. */
  readonly hostNamespaces: string[];

  /** Ports of the node that it takes. */
  readonly hostPorts: HostPortFact[];

  /** Paths of the node that it sees. */
  readonly hostPaths: HostPathFact[];

  /** Containers that may do all that root may do. */
  readonly privileged: string[];

  /** Linux capabilities that some container gets. */
  readonly capabilities: string[];

  /** What the scheduler sets aside for it on each node, by resource: quantities such as `100m` and `200Mi`. */
  readonly requests: { readonly [resource: string]: string };

  /** What all its containers together may use at most, by resource; none where some container has no limit. */
  readonly limits: { readonly [resource: string]: string };

  /** Account under which its pods ask the API server. */
  readonly serviceAccount: string;

  /** How a new template replaces the pods, such as `RollingUpdate, maxUnavailable 10%`. */
  readonly updateStrategy: string;

  /** Which nodes it is for, in words. */
  readonly nodes: string;

  /** The Pod Security level that its pods need, by policy version from 1.28 on; an entry where the level or its reasons change. */
  readonly podSecurity: PodSecurityNeed[];
}
