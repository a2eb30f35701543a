import { App, Chart } from 'cdk8s';
import {
  ContainerPort, DaemonDefaults, DaemonNamespace, EnvValue, InternalTrafficPolicy, LogAgent, LogCollector, MetricsAgent, MetricsAuth, Monitor, NodeDaemon,
  NodeExporter, NodePlatform, Probe, SecretValue, SecurityContext, UpdateStrategy,
} from 'cdk8s-node-daemons';

const app = new App();
DaemonDefaults.on(app, { platform: NodePlatform.standard({ kubernetes: '1.35' }) });
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'node-daemons' });
const chart = new Chart(app, 'platform', { namespace: namespace.name, disableResourceNameHashes: true });

// The lines of every container, to a fluentd that forwards them further.
new LogCollector(chart, 'logs', {
  agent: LogAgent.fluentd({
    container: {
      image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1',
      name: 'fluentd',
      env: {
        FLUENT_ELASTICSEARCH_HOST: EnvValue.text('elasticsearch.logging.svc'),
        FLUENT_ELASTICSEARCH_PORT: EnvValue.text('9200'),
        FLUENT_ELASTICSEARCH_USER: EnvValue.text('node-logs'),
        FLUENT_ELASTICSEARCH_PASSWORD: EnvValue.secret(SecretValue.key('elasticsearch', 'password')),
      },
    },
  }),
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
