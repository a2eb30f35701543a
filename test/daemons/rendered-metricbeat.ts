import { exporter } from './agents';
import { MetricbeatOptions, MetricbeatOutput, MetricsAgent, SecretValue } from '../../src';

export const CONSOLE = MetricbeatOutput.console();
export const ELASTICSEARCH = MetricbeatOutput.elasticsearch({
  hosts: ['https://elasticsearch.example.com:9200'], username: 'metricbeat', password: SecretValue.key('elasticsearch', 'password'), ca: SecretValue.key('elasticsearch', 'ca'),
});

type Props = Parameters<typeof exporter>[1];

/** A NodeExporter of Metricbeat, which writes to its own output unless said otherwise. */
export const metricbeat = (options: Partial<MetricbeatOptions> = {}, props: Props = {}) =>
  exporter(MetricsAgent.metricbeat({ output: CONSOLE, ...options }), props);

/** Its `metricbeat.yml`. */
export const settings = (options: Partial<MetricbeatOptions> = {}, props: Props = {}) => metricbeat(options, props).files['metricbeat.yml'];
