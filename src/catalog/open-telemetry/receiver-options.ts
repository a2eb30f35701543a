/** A port on which a receiver listens. */
export interface ReceiverPort {
  /**
   * Port in the pod.
   *
   * @default - the well-known port of the protocol
   */
  readonly port?: number;

  /**
   * Port on the node's own address that leads to it. Only one daemon of a node can have it.
   *
   * @default - none
   */
  readonly hostPort?: number;
}

/** OTLP from programs of the node. */
export interface OtlpReceiverOptions {
  /**
   * OTLP over gRPC, on 4317.
   *
   * @default - listens where `http` is not given either
   */
  readonly grpc?: ReceiverPort;

  /**
   * OTLP over HTTP, on 4318.
   *
   * @default - listens where `grpc` is not given either
   */
  readonly http?: ReceiverPort;
}

/** Traces of Jaeger from programs of the node. Without any protocol it listens for gRPC, Thrift over HTTP and compact Thrift. */
export interface JaegerReceiverOptions {
  /**
   * gRPC, on 14250.
   *
   * @default - listens where no protocol is given
   */
  readonly grpc?: ReceiverPort;

  /**
   * Thrift over HTTP, on 14268.
   *
   * @default - listens where no protocol is given
   */
  readonly thriftHttp?: ReceiverPort;

  /**
   * Compact Thrift over UDP, on 6831.
   *
   * @default - listens where no protocol is given
   */
  readonly thriftCompact?: ReceiverPort;

  /**
   * Binary Thrift over UDP, on 6832.
   *
   * @default - does not listen
   */
  readonly thriftBinary?: ReceiverPort;
}

/** The collector's own metrics. */
export interface OwnMetricsOptions {
  /**
   * How often it asks itself, such as `30s`.
   *
   * @default 30s
   */
  readonly interval?: string;
}
