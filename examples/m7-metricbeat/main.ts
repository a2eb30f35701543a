import { App, Chart } from 'cdk8s';
import {
  MetricbeatModule, MetricbeatOutput, MetricsAgent, NodeExporter, NodePlatform, SecretValue, SystemMetricset,
} from 'cdk8s-node-daemons';

const app = new App();
const platform = NodePlatform.standard({ kubernetes: '1.35' });

// The node and its pods, to Elasticsearch.
new NodeExporter(new Chart(app, 'elasticsearch', { namespace: 'kube-system' }), 'metricbeat', {
  name: 'metricbeat',
  platform,
  agent: MetricsAgent.metricbeat({
    output: MetricbeatOutput.elasticsearch({
      hosts: ['https://elasticsearch.example.com:9200'],
      apiKey: SecretValue.key('elasticsearch', 'api-key'),
      ca: SecretValue.key('elasticsearch', 'ca.crt'),
    }),
    modules: [
      MetricbeatModule.system(),
      MetricbeatModule.kubelet({ addWorkloads: true }),
    ],
    settings: { processors: [{ add_cloud_metadata: {} }] },
  }),
});

// CPU and memory alone: nothing of the node but /proc, and no host network.
new NodeExporter(new Chart(app, 'smallest', { namespace: 'metrics' }), 'metricbeat', {
  name: 'metricbeat-small',
  platform,
  agent: MetricsAgent.metricbeat({
    output: MetricbeatOutput.logstash({ hosts: ['logstash.example.com:5044'], ca: SecretValue.key('logstash', 'ca.crt') }),
    modules: [MetricbeatModule.system({ metricsets: [SystemMetricset.CPU, SystemMetricset.LOAD, SystemMetricset.MEMORY], period: '30s' })],
  }),
});

app.synth();
