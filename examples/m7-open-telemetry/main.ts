import { App, Chart } from 'cdk8s';
import {
  HostScraper, KubeletMetricGroup, MetricsAgent, Monitor, NodeExporter, OpenTelemetryExporter, OpenTelemetryReceiver, ScraperFilter, SecretValue,
} from 'cdk8s-node-daemons';

const app = new App();

// The node's own metrics to a gateway: everything else follows.
new NodeExporter(new Chart(app, 'gateway', { namespace: 'monitoring' }), 'metrics', {
  name: 'node-metrics',
  agent: MetricsAgent.openTelemetry({
    exporters: [OpenTelemetryExporter.otlp({ endpoint: 'gateway.monitoring.svc:4317', tls: { ca: SecretValue.key('gateway-ca', 'ca.crt') } })],
  }),
});

// The node, its kubelet and the programs beside it, scraped by Prometheus and sent to a vendor. Without the network scraper it
// needs no network of the node.
new NodeExporter(new Chart(app, 'node-collector', { namespace: 'monitoring' }), 'metrics', {
  name: 'node-collector',
  agent: MetricsAgent.openTelemetry({
    container: { resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '512Mi' } } },
    hostMetrics: {
      collectionInterval: '30s',
      scrapers: [
        HostScraper.cpu({ metrics: { 'system.cpu.utilization': true } }),
        HostScraper.memory(),
        HostScraper.disk({ include: ScraperFilter.matching('^(nvme[0-9]+n[0-9]+|sd[a-z]+)$') }),
        HostScraper.filesystem(),
      ],
    },
    kubeletStats: { metricGroups: [KubeletMetricGroup.NODE, KubeletMetricGroup.POD] },
    receivers: [OpenTelemetryReceiver.otlp({ grpc: { hostPort: 4317 } })],
    resourceAttributes: { 'k8s.cluster.name': 'production' },
    exporters: [
      OpenTelemetryExporter.prometheus(),
      OpenTelemetryExporter.otlpHttp({ endpoint: 'https://otlp.example.com', secretHeaders: { 'x-api-key': SecretValue.key('vendor', 'api-key') } }),
    ],
  }),
  monitor: Monitor.podMonitor({ interval: '30s' }),
});

app.synth();
