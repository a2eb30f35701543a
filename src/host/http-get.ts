/** Scheme of an HTTP request. */
export enum HttpScheme {
  /** Plain. */
  HTTP = 'HTTP',
  /** With TLS; the certificate is not verified. */
  HTTPS = 'HTTPS',
}

/** A header of an HTTP request. */
export interface HttpHeader {
  /** Name of the header. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}

/** A port, by number or by name: exactly one of the two. */
export interface PortReference {
  /**
   * Port number.
   *
   * @default - the port that `portName` names
   */
  readonly port?: number;

  /**
   * Name of a port of the container.
   *
   * @default - the port of that number
   */
  readonly portName?: string;

  /**
   * Host to connect to. Refused by the Pod Security level `baseline` from Kubernetes 1.34 on.
   *
   * @default - the address of the pod
   */
  readonly host?: string;
}

/** Where an HTTP request goes. */
export interface HttpGetOptions extends PortReference {
  /**
   * Scheme of the request.
   *
   * @default HttpScheme.HTTP
   */
  readonly scheme?: HttpScheme;

  /**
   * Headers of the request.
   *
   * @default - none
   */
  readonly httpHeaders?: HttpHeader[];
}
