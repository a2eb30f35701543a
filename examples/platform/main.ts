import { App, Chart } from 'cdk8s';
import {
  ContainerPort, DaemonDefaults, DaemonNamespace, EnvValue, HostPath, InternalTrafficPolicy, LogAgent, LogCollector, MountPropagation, NodeDaemon,
  NodePlatform, NodePriority, Probe, SecretValue, SecurityContext, UpdateStrategy,
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

// The metrics of every machine, on port 9100 of the node's own address.
new NodeDaemon(chart, 'metrics', {
  component: 'node-exporter',
  priority: NodePriority.SYSTEM_CLUSTER_CRITICAL,
  hostNamespaces: { network: true, pid: true },
  container: {
    image: 'quay.io/prometheus/node-exporter:v1.12.1',
    args: [
      '--path.procfs=/host/proc',
      '--path.sysfs=/host/sys',
      '--path.rootfs=/host/root',
      '--web.listen-address=:9100',
      '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run/containerd/.+|var/lib/kubelet/.+)($|/)',
    ],
    ports: [ContainerPort.tcp(9100, { name: 'metrics' })],
    hostPaths: [
      HostPath.readOnly('/proc', { mountPath: '/host/proc' }),
      HostPath.readOnly('/sys', { mountPath: '/host/sys' }),
      HostPath.readOnly('/', { mountPath: '/host/root', propagation: MountPropagation.HOST_TO_CONTAINER }),
    ],
    securityContext: SecurityContext.restricted({ runAsUser: 65534, runAsGroup: 65534 }),
    readinessProbe: Probe.httpGet('/', { portName: 'metrics' }),
    livenessProbe: Probe.httpGet('/', { portName: 'metrics' }),
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
  },
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
