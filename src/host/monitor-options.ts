import type { SecretValue } from './secret-value';

/** What Prometheus does with the labels of what it finds or scrapes. */
export interface Relabeling {
  /**
   * Labels whose values are joined and matched.
   *
   * @default - none
   */
  readonly sourceLabels?: string[];

  /**
   * What stands between the joined values.
   *
   * @default ;
   */
  readonly separator?: string;

  /**
   * Label that is written.
   *
   * @default - none, for actions that write none
   */
  readonly targetLabel?: string;

  /**
   * Regular expression (RE2) that the joined values must match as a whole.
   *
   * @default (.*)
   */
  readonly regex?: string;

  /**
   * Divisor of the hash, for the action `hashmod`.
   *
   * @default - none
   */
  readonly modulus?: number;

  /**
   * Value that is written; `$1` is the first group.
   *
   * @default $1
   */
  readonly replacement?: string;

  /**
   * What is done, such as `replace`, `keep`, `drop`, `labelmap` or `labeldrop`.
   *
   * @default replace
   */
  readonly action?: string;
}

/** How Prometheus trusts the certificate of the endpoint. */
export interface ScrapeTls {
  /**
   * Certificate of the authority that signed it.
   *
   * @default - the authorities that Prometheus trusts
   */
  readonly ca?: SecretValue;

  /**
   * Certificate that Prometheus shows.
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

  /**
   * Name that the certificate must bear.
   *
   * @default - the address that is scraped
   */
  readonly serverName?: string;

  /**
   * Whether any certificate will do.
   *
   * @default - true where the program makes its own certificate, otherwise false
   */
  readonly insecureSkipVerify?: boolean;
}

/** Name and password of a scraper. */
export interface ScrapeBasicAuth {
  /** Name. */
  readonly username: SecretValue;
  /** Password. */
  readonly password: SecretValue;
}

/** What a ServiceMonitor and a PodMonitor have in common. */
export interface MonitorOptions {
  /**
   * Name of the object.
   *
   * @default - the `name` of the daemon, otherwise generated
   */
  readonly name?: string;

  /**
   * Labels of the object, by which a Prometheus selects it, such as `{ release: 'prometheus' }`.
   *
   * @default - those of the daemon
   */
  readonly labels?: { [label: string]: string };

  /**
   * Name of the port that is scraped.
   *
   * @default - that of the ready program; otherwise the port called `metrics`, or the only one that the container has
   */
  readonly port?: string;

  /**
   * Path that is scraped.
   *
   * @default - that of the ready program, otherwise that of Prometheus, /metrics
   */
  readonly path?: string;

  /**
   * `http` or `https`.
   *
   * @default - that of the ready program, otherwise that of Prometheus, http
   */
  readonly scheme?: string;

  /**
   * Time between two scrapes, such as `30s` or `1m`.
   *
   * @default - that of the Prometheus
   */
  readonly interval?: string;

  /**
   * Time after which a scrape has failed; at most the interval.
   *
   * @default - that of the Prometheus
   */
  readonly scrapeTimeout?: string;

  /**
   * Whether the label `instance` is the name of the node, which stays when the pod is another.
   *
   * @default true
   */
  readonly instanceIsNode?: boolean;

  /**
   * Further changes to the labels of the target, after that of `instance`.
   *
   * @default - none
   */
  readonly relabelings?: Relabeling[];

  /**
   * Changes to the labels of each sample, also to leave samples out.
   *
   * @default - none
   */
  readonly metricRelabelings?: Relabeling[];

  /**
   * Label of the Service or pod whose value is the label `job`.
   *
   * @default - that of Prometheus: the name of the Service, or namespace and name of the PodMonitor
   */
  readonly jobLabel?: string;

  /**
   * Labels of the pods that each sample carries.
   *
   * @default - none
   */
  readonly podTargetLabels?: string[];

  /**
   * How many samples a scrape may have; a scrape with more fails.
   *
   * @default - any number
   */
  readonly sampleLimit?: number;

  /**
   * How the certificate of the endpoint is trusted.
   *
   * @default - that of the ready program
   */
  readonly tls?: ScrapeTls;

  /**
   * Token that is sent with each scrape.
   *
   * @default - for a ServiceMonitor of an endpoint that asks for a token, that of Prometheus' own account; otherwise none
   */
  readonly bearerToken?: SecretValue;

  /**
   * Name and password that are sent with each scrape.
   *
   * @default - those of the ready program, otherwise none
   */
  readonly basicAuth?: ScrapeBasicAuth;
}

/** Details of a ServiceMonitor. */
export interface ServiceMonitorOptions extends MonitorOptions {
  /**
   * Labels of the Service that each sample carries.
   *
   * @default - none
   */
  readonly targetLabels?: string[];
}

/** Details of a PodMonitor. */
export interface PodMonitorOptions extends MonitorOptions {}
