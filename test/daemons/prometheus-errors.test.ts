import { Testing } from 'cdk8s';
import {
  CollectorName, ContainerPort, EnvValue, MetricsAgent, MetricsAuth, Monitor, NodeCollector, NodeExporter, NodeExporterProps, PrometheusOptions, SecretValue,
  SecurityContext, TextfileDirectory,
} from '../../src';
import { chartOf } from '../core/testing';

function define(agent: PrometheusOptions, props: NodeExporterProps = {}): () => void {
  return () => {
    const chart = chartOf('monitoring');
    new NodeExporter(chart, 'metrics', { ...props, agent: MetricsAgent.prometheus(agent) });
    Testing.synth(chart);
  };
}

const OF_NETWORK = ['ARP', 'CONNTRACK', 'IPVS', 'NETDEV', 'NETSTAT', 'NFS', 'NFSD', 'SOCKSTAT', 'SOFTNET', 'UDP_QUEUES'].map(name => `CollectorName.${name}`).join(', ');

test.each<[string, () => unknown, string]>([
  ['pain 21: an unknown flag', define({ extraArgs: ['--collector.cpus'] }),
    "platform/metrics: a flag of node_exporter must be one that 1.12.1 knows, got '--collector.cpus': it does not start with another"],
  ['pain 21: a renamed flag', define({ extraArgs: ['--collector.filesystem.ignored-mount-points=^/x'] }),
    "platform/metrics: a flag of node_exporter must be one that is not renamed, got '--collector.filesystem.ignored-mount-points=^/x': "
      + 'write --collector.filesystem.mount-points-exclude'],
  ['pain 21: a value in quotes', define({ extraArgs: ['--collector.netstat.fields="^(x)$"'] }),
    'platform/metrics: value of --collector.netstat.fields must be without quotes around it, got \'--collector.netstat.fields="^(x)$"\': no shell takes them away'],
  ['pain 21: a pattern in quotes', () => NodeCollector.netstat("'^Tcp'"),
    "fields of the collector netstat must be a regular expression without quotes around it, got ''^Tcp'': no shell takes them away, so that the pattern would never match"],
  ['pain 21: one hyphen', define({ extraArgs: ['-collector.cpu.info'] }),
    "platform/metrics: an argument of node_exporter must be a flag and its value in one, such as '--web.max-requests=10', got '-collector.cpu.info'"],
  ['a flag that the defaults have', define({ extraArgs: ['--path.rootfs=/rootfs'] }),
    "platform/metrics: extraArgs must be without flags that stand there already, such as --path.rootfs, got '--path.rootfs=/rootfs': "
      + 'node_exporter does not start with a flag twice: use the prop that made it, or leave it out'],
  ['a flag twice', define({ extraArgs: ['--web.max-requests=1', '--web.max-requests=2'] }),
    "platform/metrics: extraArgs must be without flags that stand there already, such as --web.max-requests, got '--web.max-requests=2': "
      + 'node_exporter does not start with a flag twice: use the prop that made it, or leave it out'],
  ['a collector on and off', define({ collectors: [NodeCollector.systemd()], extraArgs: ['--no-collector.systemd'] }),
    "platform/metrics: extraArgs must be without flags that stand there already, such as --no-collector.systemd, got '--no-collector.systemd': "
      + 'node_exporter does not start with a flag twice: use the prop that made it, or leave it out'],
  ['pain 24: a collector without what it needs', define({ extraArgs: ['--collector.slabinfo'] }),
    "platform/metrics: extraArgs must be without flags that a prop makes, with all that they need, got '--collector.slabinfo': "
      + 'write collectors: [NodeCollector.named(CollectorName.SLABINFO)]'],
  ['a collector that is off by a flag', define({ extraArgs: ['--no-collector.zfs'] }),
    "platform/metrics: extraArgs must be without flags that a prop makes, with all that they need, got '--no-collector.zfs': write without: [CollectorName.ZFS]"],
  ['pain 20: a second listener', define({ extraArgs: ['--web.listen-address=:9200'] }),
    "platform/metrics: extraArgs must be without flags that a prop makes, with all that they need, got '--web.listen-address=:9200': write port and listenOn"],
  ['a switch with a value', define({ extraArgs: ['--collector.cpu.info=true'] }),
    "platform/metrics: flag --collector.cpu.info must be without a value; --no- before the name turns it off, got '--collector.cpu.info=true'"],
  ['a flag without its value', define({ extraArgs: ['--web.max-requests'] }),
    "platform/metrics: flag --web.max-requests must be given with its value after =, got '--web.max-requests'"],
  ['a collector that the next version drops', define({ extraArgs: ['--collector.ntp'] }),
    "platform/metrics: a flag of node_exporter must be of a collector that the next version has, got '--collector.ntp': its authors advise against it and remove it"],
  ['a collector twice', define({ collectors: [NodeCollector.systemd(), NodeCollector.systemd({ tasks: true })] }),
    "platform/metrics: collectors must be each collector once, got 'systemd': give all of its settings in one"],
  ['a collector in both lists', define({ collectors: [NodeCollector.systemd()], without: [CollectorName.SYSTEMD] }),
    "platform/metrics: a collector must be on or off, got 'systemd': take it out of collectors or out of without"],
  ['a collector that the image does not know', define({ container: { image: 'prom/node-exporter:v1.8.2' }, collectors: [NodeCollector.named(CollectorName.SWAP)] }),
    "platform/metrics: image of the collector swap must be of version 1.10 or later, got 'prom/node-exporter:v1.8.2'"],
  ['pain 21: include and exclude on one collector', () => NodeCollector.netdev({ include: '^eth', exclude: '^veth' }),
    'device of the collector netdev must be included or excluded, one of the two, got {"include":"^eth","exclude":"^veth"}: '
      + 'node_exporter does not start with both: say it with one of the two patterns'],
  ['pain 21: what the program calls mutually exclusive', () => NodeCollector.arp({ include: '^eth', exclude: '^veth' }),
    'device of the collector arp must be included or excluded, one of the two, got {"include":"^eth","exclude":"^veth"}: '
      + 'node_exporter calls them mutually exclusive: say it with one of the two patterns'],
  ['an image that is older than the flags', define({ container: { image: 'prom/node-exporter:v1.3.1' } }),
    "Validation failed with the following errors:\n  [platform/metrics] ND611 node exporter 'node-exporter' does not start with --path.udev.data: "
      + "it knows the flag from 1.4 on, or acknowledge: [{ id: 'ND611', reason: '…' }]"],
  ['a pattern that Go does not know', () => NodeCollector.vmstat('^(?!pg)'),
    "fields of the collector vmstat must be a regular expression of Go (RE2), which has no lookaround and no references to groups, got '^(?!pg)'"],
  ['sysctl without anything to read', () => NodeCollector.sysctl({}),
    "the collector sysctl must be given what to read, such as { include: ['vm.swappiness'] }, got {}"],
  ['pain 19: host network off with network collectors on', define({}, { hostNamespaces: { network: false } }),
    'platform/metrics: hostNamespaces.network must be true with collectors that report the network of the node, got false: '
      + `they would report that of the pod: leave it out, or add without: [${OF_NETWORK}]`],
  ['pain 24: a collector of root under another user', define({ collectors: [NodeCollector.slabinfo({})], container: { securityContext: SecurityContext.restricted({ runAsUser: 65534 }) } }),
    'platform/metrics: securityContext of node_exporter must be root, whose files slabinfo read, got {"runAsUser":65534}: leave it out, or take the collectors out'],
  ['pain 24: perf without its capability', define({ collectors: [NodeCollector.perf({})], container: { securityContext: SecurityContext.root() } }),
    'platform/metrics: securityContext of node_exporter must be one with the capability PERFMON, with which perf counts, got {"add":[]}: '
      + "give SecurityContext.root({ capabilities: ['PERFMON'] }), or leave it out"],
  ['pain 24: systemd behind AppArmor', define({ collectors: [NodeCollector.systemd()], container: { securityContext: SecurityContext.restricted() } }),
    'platform/metrics: securityContext of node_exporter must be one that says appArmorProfile, as the runtime\'s own keeps systemd from the D-Bus, got {}: '
      + 'give SecurityContext.of({ appArmorProfile: AppArmorProfile.UNCONFINED, … }), which nodes without AppArmor overlook, or leave it out'],
  ['text files that nobody reads', define({ onlyTheseCollectors: true, collectors: [NodeCollector.named(CollectorName.CPU)], textfiles: [TextfileDirectory.host('/a')] }),
    "platform/metrics: textfiles must be given with the collector textfile, which reads them, got 'it is off': "
      + 'add NodeCollector.named(CollectorName.TEXTFILE), or take it out of without'],
  ['text files that are read twice', define({ textfiles: [TextfileDirectory.host('/a'), TextfileDirectory.host('/a')] }),
    "platform/metrics: textfiles must be each directory once, got '/a'"],
  ['pain 24: file systems without the root directory', define({ nodeFiles: { root: false } }),
    'platform/metrics: nodeFiles.root must be true with collectors that read it, got false: they would report the container: '
      + 'leave it out, or switch them off with without: [CollectorName.FILESYSTEM, CollectorName.OS]'],
  ['a text-file directory that is relative', define({ textfiles: [TextfileDirectory.host('metrics')] }),
    "platform/metrics: host path must be absolute, got 'metrics': write '/metrics'"],
  ['a writer without an image', () => TextfileDirectory.sidecar({}),
    "image of the container that writes text files must be given, such as 'example.com/agent:1.2.3', got undefined"],
  ['annotations for an endpoint that asks for a token', define({ auth: MetricsAuth.kubeRbacProxy() }, { monitor: Monitor.podAnnotations() }),
    "platform/metrics: monitor by annotations must be on an endpoint that asks for nothing, as annotations carry no credentials, got 'token': "
      + 'use Monitor.serviceMonitor() or Monitor.podMonitor()'],
  ['a PodMonitor without the token that is asked for', define({ auth: MetricsAuth.kubeRbacProxy() }, { monitor: Monitor.podMonitor() }),
    'platform/metrics: bearerToken of the PodMonitor must be given, as the endpoint asks for a token and only a ServiceMonitor can send that of Prometheus, got undefined: '
      + "give bearerToken: SecretValue.key('…', '…'), or use Monitor.serviceMonitor()"],
  ['kube-rbac-proxy with both kinds of paths', define({ auth: MetricsAuth.kubeRbacProxy({ ignorePaths: ['/a'], allowPaths: ['/b'] }) }),
    'platform/metrics: paths of kube-rbac-proxy must be ignorePaths or allowPaths, one of the two, got {"ignorePaths":["/a"],"allowPaths":["/b"]}'],
  ['kube-rbac-proxy on the port of the exporter', define({ auth: MetricsAuth.kubeRbacProxy({ upstreamPort: 9100 }) }),
    'platform/metrics: upstreamPort of kube-rbac-proxy must be another than the port that is scraped, 9100, got 9100'],
  ['kube-rbac-proxy with a version of TLS that it does not know', define({ auth: MetricsAuth.kubeRbacProxy({ tlsMinVersion: '1.3' }) }),
    "platform/metrics: tlsMinVersion of kube-rbac-proxy must be a version of TLS as Go calls it, such as 'VersionTLS13', got '1.3'"],
  ['kube-rbac-proxy with a cipher suite that it does not know', define({ auth: MetricsAuth.kubeRbacProxy({ tlsCipherSuites: ['AES128'] }) }),
    "platform/metrics: tlsCipherSuites of kube-rbac-proxy must be names of cipher suites as Go calls them, such as 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', got 'AES128'"],
  ['kube-rbac-proxy with a path that no request has', define({ auth: MetricsAuth.kubeRbacProxy({ allowPaths: ['metrics'] }) }),
    "platform/metrics: paths of kube-rbac-proxy must be absolute, got 'metrics': write '/metrics'"],
  ['a name without a password', () => MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml'), { username: SecretValue.key('a', 'b') }),
    'username and password of a web configuration must be given together, got {"username":"a"}'],
  ['privileged without acknowledgement', define({ container: { securityContext: SecurityContext.privileged() } }),
    "Validation failed with the following errors:\n  [platform/metrics] ND401 container 'node-exporter' is privileged, so whoever takes it over has the node: "
      + "give it the capabilities and the devices that it needs instead, or acknowledge: [{ id: 'ND401', reason: '…' }]"],
  ['a text-file directory that nobody mounts', define({ container: { args: ['--collector.textfile.directory=/textfile'], ports: [ContainerPort.tcp(9100)] } }),
    "Validation failed with the following errors:\n  [platform/metrics] ND607 node exporter 'node-exporter' reads text files from '/textfile', which is not mounted: "
      + "mount the directory of the node at this path, read-only, or acknowledge: [{ id: 'ND607', reason: '…' }]"],
  ['a password as text', define({ container: { env: { SCRAPE_PASSWORD: EnvValue.text('hunter2hunter2') } } }),
    "Validation failed with the following errors:\n  [platform/metrics] ND403 variable 'SCRAPE_PASSWORD' of container 'node-exporter' looks like a credential and stands "
      + "in the manifest as text: take it from a Secret with valueFrom.secretKeyRef, or acknowledge: [{ id: 'ND403', reason: '…' }]"],
])('%s is an error', (_what, run, message) => {
  expect(run).toThrow(new Error(message));
});
