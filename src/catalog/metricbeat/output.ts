import { MetricbeatElasticsearchOptions, MetricbeatKafkaOptions, MetricbeatLogstashOptions, MetricbeatTls } from './output-options';
import { copyOf, withoutUndefined } from '../../host/copy';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { SecretValue } from '../../host/secret-value';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { quotedValue, quotedVariable } from '../beats';

// A variable of the container may stand for the whole.
const URL = /^(https?:\/\/[^\s@]+|\$\{.+\})$/;
const ADDRESS = /^([^\s@/]+:[0-9]+|\$\{.+\})$/;

/**
 * Where Metricbeat sends what it measures.
 *
 * @see https://www.elastic.co/docs/reference/beats/metricbeat/configuring-output
 */
export class MetricbeatOutput {
  /**
   * Elasticsearch.
   *
   * @param options hosts and credentials
   */
  public static elasticsearch(options: MetricbeatElasticsearchOptions): MetricbeatOutput {
    const { hosts, apiKey, username, password } = options;
    assertHosts('Elasticsearch', hosts, URL, "URLs without a user in them, such as 'https://elasticsearch.example.com:9200'");
    assertUser('Elasticsearch', username, password);
    if (apiKey !== undefined && password !== undefined) {
      throw invalid('credentials of Elasticsearch', 'apiKey or password, one of the two', { apiKey: apiKey.secretName, password: password.secretName });
    }
    return new MetricbeatOutput('elasticsearch', { hosts, username }, { api_key: apiKey, password }, options);
  }

  /**
   * Logstash.
   *
   * @param options hosts and certificates
   */
  public static logstash(options: MetricbeatLogstashOptions): MetricbeatOutput {
    assertHosts('Logstash', options.hosts, ADDRESS, "hosts with their ports, such as 'logstash.example.com:5044'");
    return new MetricbeatOutput('logstash', { hosts: options.hosts }, {}, options);
  }

  /**
   * Kafka.
   *
   * @param options brokers, topic and credentials
   */
  public static kafka(options: MetricbeatKafkaOptions): MetricbeatOutput {
    const { hosts, topic, username, password } = options;
    assertHosts('Kafka', hosts, ADDRESS, "brokers with their ports, such as 'kafka.example.com:9092'");
    assertUser('Kafka', username, password);
    if (typeof topic !== 'string' || topic === '') {
      throw invalid('topic of Kafka', "given, such as 'metrics'", topic);
    }
    return new MetricbeatOutput('kafka', { hosts, topic, username }, { password }, options);
  }

  /** The log of the container, to see what there is. */
  public static console(): MetricbeatOutput {
    return new MetricbeatOutput('console', { pretty: true }, {}, {});
  }

  private constructor(
    private readonly kind: string,
    private readonly settings: object,
    private readonly credentials: { readonly [setting: string]: SecretValue | undefined },
    private readonly tls: MetricbeatTls,
  ) {
    if ((tls.cert === undefined) !== (tls.key === undefined)) {
      throw invalid('cert of the output', 'given with its key', tls.key === undefined ? 'no key' : 'no cert');
    }
    this.settings = copyOf(withoutUndefined(settings));
  }

  /** @internal */
  public get _settings(): { readonly [setting: string]: object } {
    const credentials = this.secrets.map(([setting, name]) => [setting, `\${${quotedVariable(name)}}`]);
    const { tls, ca, cert, key } = this.tls;
    const ssl = withoutUndefined({
      enabled: tls,
      certificate_authorities: ca && [`${directoryOf('ca')}/ca.crt`],
      certificate: cert && `${directoryOf('certificate')}/certificate.crt`,
      key: key && `${directoryOf('key')}/key.crt`,
    });
    return { [`output.${this.kind}`]: { ...copyOf(this.settings), ...Object.fromEntries(credentials), ...Object.keys(ssl).length > 0 ? { ssl } : {} } };
  }

  /** @internal */
  public get _env(): { [name: string]: EnvValue } {
    return Object.fromEntries(this.secrets.flatMap(([, name, value]) => [[name, EnvValue.secret(value)], [quotedVariable(name), quotedValue(name)]]));
  }

  private get secrets(): (readonly [setting: string, name: string, value: SecretValue])[] {
    return Object.entries(this.credentials).flatMap(([setting, value]) =>
      value === undefined ? [] : [[setting, `${this.kind}_${setting}`.toUpperCase(), value] as const]);
  }

  /** @internal */
  public get _volumes(): VolumeMount[] {
    const { ca, cert, key } = this.tls;
    return Object.entries({ ca, certificate: cert, key }).flatMap(([what, file]) => file === undefined ? [] : [{
      name: `output-${what}`,
      mountPath: directoryOf(what),
      readOnly: true,
      source: VolumeSource.secret(file.secretName, { items: [{ key: file.secretKey, path: `${what}.crt` }] }),
    }]);
  }
}

function directoryOf(what: string): string {
  return `/etc/metricbeat-${what}`;
}

function assertHosts(what: string, hosts: readonly string[], pattern: RegExp, allowed: string): void {
  if (!Array.isArray(hosts) || hosts.length === 0 || !hosts.every(host => pattern.test(host))) {
    throw invalid(`hosts of ${what}`, allowed, hosts);
  }
}

function assertUser(what: string, username: string | undefined, password: SecretValue | undefined): void {
  if ((username === undefined) !== (password === undefined)) {
    throw invalid(`user of ${what}`, 'given with username and password', username === undefined ? 'no username' : 'no password');
  }
}
