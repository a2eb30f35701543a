import { App, Chart } from 'cdk8s';
import {
  ContainerPort, DaemonDefaults, DaemonNamespace, InternalTrafficPolicy, LogCollector, LogSink, LogSource, MetricsAgent, MetricsAuth, Monitor, Multiline,
  NodeDaemon, NodeExporter, NodePlatform, Probe, SecretValue, SecurityContext, UpdateStrategy,
} from 'cdk8s-node-daemons';

const app = new App();
DaemonDefaults.on(app, { platform: NodePlatform.standard({ kubernetes: '1.35' }) });
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'node-daemons' });
const chart = new Chart(app, 'platform', { namespace: namespace.name, disableResourceNameHashes: true });

// The lines of every container, with the stack traces of the shop in one piece, to Elasticsearch.
new LogCollector(chart, 'logs', {
  sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] })] }), LogSource.journal({ units: ['kubelet'] })],
  sinks: [LogSink.elasticsearch({
    host: 'elasticsearch.logging.svc',
    tls: { ca: SecretValue.key('elasticsearch', 'ca.crt') },
    username: 'node-logs',
    password: SecretValue.key('elasticsearch', 'password'),
  })],
});

// The metrics of every machine, for those alone who may read them.
new NodeExporter(chart, 'metrics', {
  monitor: Monitor.serviceMonitor({ interval: '30s' }),
  agent: MetricsAgent.prometheus({ auth: MetricsAuth.kubeRbacProxy() }),
});

// A cache for the pods of each node; its Service leads a pod to the copy on its own node.
new NodeDaemon(chart, 'cache', {
  component: 'cache',
  updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '10%' }),
  service: { internalTrafficPolicy: InternalTrafficPolicy.LOCAL },
  container: {
    image: 'valkey/valkey:8.1',
    args: ['--save', '', '--maxmemory', '768mb', '--maxmemory-policy', 'allkeys-lru'],
    ports: [ContainerPort.tcp(6379, { name: 'valkey' })],
    securityContext: SecurityContext.restricted({ runAsUser: 999, runAsGroup: 999 }),
    readinessProbe: Probe.tcpSocket({ portName: 'valkey' }),
    resources: { requests: { cpu: '50m', memory: '1Gi' }, limits: { memory: '1Gi' } },
  },
});

app.synth();
