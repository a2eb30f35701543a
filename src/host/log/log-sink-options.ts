import { LogAwsOptions, LogServerOptions, LogSinkOptions, LogTls } from './log-server-options';
import { EnvValue } from '../env-value';
import { SecretValue } from '../secret-value';

/** What Elasticsearch and OpenSearch have in common. */
export interface OpenSearchOptions extends LogServerOptions {
  /**
   * Name of the user; `password` must be given too.
   *
   * @default - `elastic` in Elasticsearch, `admin` in OpenSearch
   */
  readonly username?: string;

  /**
   * Password of the user.
   *
   * @default - none
   */
  readonly password?: SecretValue;

  /**
   * Name of the index; where there is one a day, its beginning.
   *
   * @default logs
   */
  readonly index?: string;

  /**
   * Whether each day has an index of its own, such as `logs-2026.11.21`.
   *
   * @default true
   */
  readonly indexPerDay?: boolean;

  /**
   * Name of an ingest pipeline of the server.
   *
   * @default - none
   */
  readonly pipeline?: string;
}

/** Elasticsearch, on port 9200. */
export interface ElasticsearchOptions extends OpenSearchOptions {
  /**
   * API key, as `id:key`; in base64 for Fluent Bit, Fluentd, Vector and the OpenTelemetry Collector.
   *
   * @default - none
   */
  readonly apiKey?: SecretValue;
}

/** Credentials that go into the header `authorization`, at most one of the two. */
export interface LogLoginOptions extends LogServerOptions {
  /**
   * Name of the user; `password` must be given too.
   *
   * @default - none
   */
  readonly username?: string;

  /**
   * Password of the user.
   *
   * @default - none
   */
  readonly password?: SecretValue;

  /**
   * Bearer token.
   *
   * @default - none
   */
  readonly bearerToken?: SecretValue;
}

/** Grafana Loki, on port 3100. */
export interface LokiOptions extends LogLoginOptions {
  /**
   * Tenant, of a server that has several.
   *
   * @default - none
   */
  readonly tenant?: string;

  /**
   * Further labels with a fixed text. Each text makes a stream of its own, so let it be one of few.
   *
   * @default - none beside the names of namespace, pod and container
   */
  readonly labels?: { [label: string]: string };
}

/** How OTLP travels. */
export enum OtlpProtocol {
  /** gRPC, on 4317. */
  GRPC = 'grpc',
  /** HTTP, on 4318. */
  HTTP = 'http',
}

/** A server of OpenTelemetry. */
export interface OtlpLogOptions extends LogLoginOptions {
  /**
   * How it travels.
   *
   * @default OtlpProtocol.HTTP
   */
  readonly protocol?: OtlpProtocol;

  /**
   * Headers of each request. Credentials belong in `secretHeaders`.
   *
   * @default - none
   */
  readonly headers?: { [header: string]: string };

  /**
   * Headers of each request whose values are secret.
   *
   * @default - none
   */
  readonly secretHeaders?: { [header: string]: SecretValue };
}

/** How a name and a password are shown to Kafka. */
export enum SaslMechanism {
  /** As they are; only over TLS. */
  PLAIN = 'PLAIN',
  /** By SCRAM with SHA-256. */
  SCRAM_SHA_256 = 'SCRAM-SHA-256',
  /** By SCRAM with SHA-512. */
  SCRAM_SHA_512 = 'SCRAM-SHA-512',
}

/** How a message of Kafka is made smaller. */
export enum KafkaCompression {
  /** Not at all. */
  NONE = 'none',
  /** gzip. */
  GZIP = 'gzip',
  /** Snappy. */
  SNAPPY = 'snappy',
  /** LZ4. */
  LZ4 = 'lz4',
  /** Zstandard. */
  ZSTD = 'zstd',
}

/** A topic of Kafka. */
export interface KafkaOptions extends LogSinkOptions {
  /** Brokers with their ports, such as `kafka.example.com:9092`. */
  readonly brokers: string[];

  /** The topic. */
  readonly topic: string;

  /**
   * Whom it trusts, and what it shows.
   *
   * @default - TLS with the authorities of the image
   */
  readonly tls?: LogTls;

  /**
   * Name of the user; `password` must be given too.
   *
   * @default - none
   */
  readonly username?: string;

  /**
   * Password of the user.
   *
   * @default - none
   */
  readonly password?: SecretValue;

  /**
   * How name and password are shown.
   *
   * @default SaslMechanism.SCRAM_SHA_512
   */
  readonly saslMechanism?: SaslMechanism;

  /**
   * How messages are made smaller.
   *
   * @default KafkaCompression.GZIP
   */
  readonly compression?: KafkaCompression;
}

/** A server that takes lines as JSON by POST, on port 443, without TLS on 80. */
export interface HttpLogOptions extends LogLoginOptions {
  /**
   * Path of its URL. A credential in it would stand in the manifest; it belongs in `secretHeaders`.
   *
   * @default /
   */
  readonly path?: string;

  /**
   * Headers of each request. Credentials belong in `secretHeaders`.
   *
   * @default - none
   */
  readonly headers?: { [header: string]: string };

  /**
   * Headers of each request whose values are secret.
   *
   * @default - none
   */
  readonly secretHeaders?: { [header: string]: SecretValue };

  /**
   * Whether requests are made smaller by gzip.
   *
   * @default false
   */
  readonly compress?: boolean;
}

/** The HTTP Event Collector of Splunk, on port 8088. */
export interface SplunkHecOptions extends LogServerOptions {
  /** Its token. */
  readonly token: SecretValue;

  /**
   * Index.
   *
   * @default - that of the token
   */
  readonly index?: string;

  /**
   * What Splunk calls the source.
   *
   * @default - that of the token
   */
  readonly source?: string;

  /**
   * What Splunk calls the type of the source.
   *
   * @default - that of the token
   */
  readonly sourcetype?: string;
}

/** CloudWatch Logs of AWS. */
export interface CloudWatchOptions extends LogAwsOptions {
  /** Log group. */
  readonly logGroup: string;

  /**
   * How the names of log streams begin.
   *
   * @default `$(NODE_NAME).`
   */
  readonly logStreamPrefix?: string;

  /**
   * Whether a group that is missing is made.
   *
   * @default false
   */
  readonly createLogGroup?: boolean;

  /**
   * After how many days a group that it makes forgets.
   *
   * @default - never
   */
  readonly retentionDays?: number;
}

/** A bucket of S3. */
export interface S3Options extends LogAwsOptions {
  /** The bucket. */
  readonly bucket: string;

  /**
   * How the names of objects begin, without a slash at the end.
   *
   * @default logs
   */
  readonly prefix?: string;

  /**
   * Whether objects are made smaller by gzip.
   *
   * @default true
   */
  readonly compress?: boolean;

  /**
   * After how many seconds an object is put there, however small it is.
   *
   * @default 300
   */
  readonly uploadSeconds?: number;
}

/** Fluentd or Fluent Bit, on port 24224. */
export interface ForwardOptions extends LogServerOptions {
  /**
   * Key that both sides know.
   *
   * @default - none
   */
  readonly sharedKey?: SecretValue;

  /**
   * Name of the user; `password` must be given too.
   *
   * @default - none
   */
  readonly username?: string;

  /**
   * Password of the user.
   *
   * @default - none
   */
  readonly password?: SecretValue;
}

/** A sink in the agent's own language. */
export interface RawLogSinkOptions extends LogSinkOptions {
  /**
   * Text, for an agent whose configuration is text: Fluentd, Alloy, Logstash.
   *
   * @default - none
   */
  readonly text?: string;

  /**
   * Settings, for an agent whose configuration is YAML: Fluent Bit, Vector, OpenTelemetry Collector, Filebeat.
   *
   * @default - none
   */
  readonly settings?: { [key: string]: any };

  /**
   * Variables that its configuration names.
   *
   * @default - none
   */
  readonly env?: { [name: string]: EnvValue };
}
