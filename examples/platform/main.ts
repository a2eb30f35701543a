import { App, Chart } from 'cdk8s';
import {
  CsiDriver, CsiNodePlugin, DaemonDefaults, DaemonNamespace, FileSystemDaemon, LogCollector, LogSink, LogSource, MetricsAgent, MetricsAuth,
  Monitor, Multiline, NetworkAgent, NetworkProgram, NodeAddress, NodeExporter, NodeLocalExposure, NodePlatform, SecretValue, SecurityContext,
  SharedDirectory, TcpNodeDaemon,
} from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

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

// The names of the cluster, answered on each node, beside the DNS of the cluster.
new NetworkAgent(new Chart(app, 'dns', { namespace: 'kube-system', disableResourceNameHashes: true }), 'dns', { agent: NetworkProgram.nodeLocalDns({ clusterDns: '10.96.0.10' }) });

// Volumes of NFS servers.
new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });

// A cache for the pods of each node; its Service leads a pod to the copy on its own node.
const cache = new TcpNodeDaemon(chart, 'cache', {
  exposure: NodeLocalExposure.localService(),
  port: 6379,
  container: {
    image: 'valkey/valkey:8.1',
    args: ['--save', '', '--maxmemory', '768mb', '--maxmemory-policy', 'allkeys-lru'],
    securityContext: SecurityContext.restricted({ runAsUser: 999, runAsGroup: 999 }),
    resources: { requests: { cpu: '50m', memory: '1Gi' }, limits: { memory: '1Gi' } },
  },
});

// The shop's texts, pulled once a minute onto each node for the pods there.
const texts = new FileSystemDaemon(chart, 'texts', {
  directory: SharedDirectory.owned('/var/lib/shop-texts', { owner: 65533, group: 65533 }),
  container: {
    image: 'registry.k8s.io/git-sync/git-sync:v4.4.0',
    args: ['--repo=https://git.example.com/shop/texts.git', '--ref=main', '--root=/var/lib/shop-texts', '--link=current', '--period=1m'],
    securityContext: SecurityContext.restricted({ runAsUser: 65533, runAsGroup: 65533 }),
    resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
});

// A client of both: any workload of any line of cdk8s-plus. Its namespace must let pods mount a path of the node.
const shop = new Chart(app, 'shop', { namespace: 'shop-web', disableResourceNameHashes: true });
new kplus.Namespace(shop, 'namespace', { metadata: { name: 'shop-web', labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } } });
const web = new kplus.Deployment(shop, 'web', {
  containers: [{ image: 'registry.example.com/shop-web:4.2.0', portNumber: 8080, envVariables: { LANG: kplus.EnvValue.fromValue('C.UTF-8') } }],
});
cache.connect(web, { CACHE_URL: NodeAddress.url('redis') });
texts.mountInto(web, '/srv/texts');

app.synth();
