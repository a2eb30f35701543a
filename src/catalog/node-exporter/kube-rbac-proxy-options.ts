import { DaemonContainer } from '../../host/daemon-container';

/** A resource of which a scraper must have the right, instead of the path that it asks for. */
export interface ProxyResource {
  /** Resource, such as `nodes`. */
  readonly resource: string;

  /**
   * Subresource, such as `metrics`.
   *
   * @default - none
   */
  readonly subresource?: string;

  /**
   * API group.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /**
   * Version of the API.
   *
   * @default v1
   */
  readonly apiVersion?: string;

  /**
   * Namespace of the resource.
   *
   * @default - it has none
   */
  readonly namespace?: string;

  /**
   * Name of one object.
   *
   * @default - every object
   */
  readonly name?: string;
}

/** kube-rbac-proxy in front of an exporter. */
export interface KubeRbacProxyOptions {
  /**
   * What differs from the defaults in its container.
   *
   * @default - the newest image that was tried
   */
  readonly container?: DaemonContainer;

  /**
   * Port on loopback of the exporter itself; under host network, of the node.
   *
   * @default - the port that is scraped and 1, of 65535 the one before it
   */
  readonly upstreamPort?: number;

  /**
   * Name of the Secret with `tls.crt` and `tls.key`.
   *
   * @default - none: it makes a certificate that nobody vouches for, and scrapers must not check it
   */
  readonly tlsSecretName?: string;

  /**
   * Names of the cipher suites for TLS 1.2.
   *
   * @default - those of Go
   */
  readonly tlsCipherSuites?: string[];

  /**
   * Lowest version of TLS, such as `VersionTLS13`.
   *
   * @default - that of the program, VersionTLS12
   */
  readonly tlsMinVersion?: string;

  /**
   * Resource of which a scraper must have the right `get`.
   *
   * @default - the path that it asks for, `/metrics`
   */
  readonly resource?: ProxyResource;

  /**
   * Paths that everybody may read, such as `/healthz`.
   *
   * @default - none
   */
  readonly ignorePaths?: string[];

  /**
   * The only paths that it answers.
   *
   * @default - every path
   */
  readonly allowPaths?: string[];
}
