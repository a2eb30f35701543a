import { SecretValue } from '../../host/secret-value';

/** What outputs over TLS have in common. */
export interface MetricbeatTls {
  /**
   * Whether it speaks TLS.
   *
   * @default - where a certificate is given, or the URL says so
   */
  readonly tls?: boolean;

  /**
   * Certificate of the authorities that sign the server's.
   *
   * @default - the authorities of the image
   */
  readonly ca?: SecretValue;

  /**
   * Certificate that Metricbeat shows; `key` must be given too.
   *
   * @default - none
   */
  readonly cert?: SecretValue;

  /**
   * Key of that certificate.
   *
   * @default - none
   */
  readonly key?: SecretValue;
}

/** Elasticsearch. */
export interface MetricbeatElasticsearchOptions extends MetricbeatTls {
  /** URLs, such as `https://elasticsearch.example.com:9200`. */
  readonly hosts: string[];

  /**
   * API key, as `id:key`.
   *
   * @default - none
   */
  readonly apiKey?: SecretValue;

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

/** Logstash. */
export interface MetricbeatLogstashOptions extends MetricbeatTls {
  /** Hosts with their ports, such as `logstash.example.com:5044`. */
  readonly hosts: string[];
}

/** Kafka. */
export interface MetricbeatKafkaOptions extends MetricbeatTls {
  /** Brokers with their ports, such as `kafka.example.com:9092`. */
  readonly hosts: string[];

  /** Topic that is written. */
  readonly topic: string;

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
