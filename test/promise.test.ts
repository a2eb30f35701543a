import { createHash } from 'crypto';
import {
  CsiDriver, CsiNodePlugin, FileSystemDaemon, GmondSendChannel, LogAgent, LogCollector, LogSink, MetricbeatOutput, MetricsAgent, MetricsAuth, NetworkAgent,
  NetworkProgram, NodeExporter, NodeLocalExposure, OpenTelemetryExporter, SecretValue, SharedDirectory, TcpNodeDaemon,
} from '../src';
import { chartOf, daemonIn, manifestsOf } from './core/testing';

/**
 * A pod template that changes restarts a pod on every node of every user. Whoever changes a line here lists it in CHANGELOG.md.
 */
const TEMPLATES: { readonly [defaults: string]: string } = {
  'NodeDaemon': '4b49553e75b281a2',
  'LogCollector with LogAgent.fluentd': '474d7e4b0cde0647',
  'LogCollector with LogAgent.custom': '014ad1b728696e19',
  'LogCollector with LogAgent.fluentBit': '5e680dc47e6407db',
  'LogCollector with LogAgent.fluentd and sinks': '612b6e17664ad770',
  'LogCollector with LogAgent.vector': '7689bfba23125ca8',
  'LogCollector with LogAgent.openTelemetry': 'fc38259e8cb90119',
  'LogCollector with LogAgent.filebeat': 'ef4ac79598370b23',
  'LogCollector with LogAgent.alloy': 'dfd97ebc687e63b0',
  'LogCollector with LogAgent.logstash': '38d023da6d0c2cbb',
  'NodeExporter with MetricsAgent.prometheus': '3aa396f31608a3f6',
  'NodeExporter with kube-rbac-proxy': '16f7c0a217e59356',
  'NodeExporter with MetricsAgent.collectd': 'c540043cc38b124e',
  'NodeExporter with MetricsAgent.gmond': '8797404cc758a1fa',
  'NodeExporter with MetricsAgent.metricbeat': 'fc3d213ae26750f4',
  'NodeExporter with MetricsAgent.newRelic': '733a62600598f00d',
  'NodeExporter with MetricsAgent.openTelemetry': '0488e918cd120a09',
  'NetworkAgent with NetworkProgram.flannel': 'f922738752b07c02',
  'NetworkAgent with NetworkProgram.kubeProxy': '85e626accbb2335a',
  'NetworkAgent with NetworkProgram.nodeLocalDns': '2427595118db9f4d',
  'NetworkAgent with NetworkProgram.custom': '904cc3a5053d52a8',
  'CsiNodePlugin with CsiDriver.hostPath': '35ab9bf1030adb17',
  'CsiNodePlugin with CsiDriver.nfs': 'ef5b3182e14b19c3',
  'CsiNodePlugin with CsiDriver.custom': '934eacedb68c274a',
  'TcpNodeDaemon with hostPort': 'd769fe4aac2ecbe4',
  'TcpNodeDaemon with localService': '46764cdc415d41cf',
  'TcpNodeDaemon with preferSameNode': '46764cdc415d41cf',
  'TcpNodeDaemon with hostNetwork': '0510cb0391e0e6eb',
  'TcpNodeDaemon with nodePort': '46764cdc415d41cf',
  'FileSystemDaemon with an own directory': '5f3988cd201c9ded',
  'FileSystemDaemon with an owner': '3239662d90c56a2f',
  'FileSystemDaemon with a foreign directory': '49076e21786a1d00',
  'FileSystemDaemon with a socket': '994decf1102a2a1b',
};

const DEFINE: { readonly [defaults: string]: (chart: ReturnType<typeof chartOf>) => unknown } = {
  'NodeDaemon': chart => daemonIn(chart),
  'LogCollector with LogAgent.fluentd': chart => new LogCollector(chart, 'logs', { agent: LogAgent.fluentd({ container: { image: 'fluentd:1' } }) }),
  'LogCollector with LogAgent.custom': chart => new LogCollector(chart, 'logs', { agent: LogAgent.custom({ container: { image: 'collector:1' } }) }),
  'LogCollector with LogAgent.fluentBit': chart => new LogCollector(chart, 'logs', { agent: LogAgent.fluentBit(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.fluentd and sinks': chart => new LogCollector(chart, 'logs', { agent: LogAgent.fluentd(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.vector': chart => new LogCollector(chart, 'logs', { agent: LogAgent.vector(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.openTelemetry': chart => new LogCollector(chart, 'logs', { agent: LogAgent.openTelemetry(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.filebeat': chart => new LogCollector(chart, 'logs', { agent: LogAgent.filebeat(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.alloy': chart => new LogCollector(chart, 'logs', { agent: LogAgent.alloy(), sinks: [LogSink.stdout()] }),
  'LogCollector with LogAgent.logstash': chart => new LogCollector(chart, 'logs', { agent: LogAgent.logstash(), sinks: [LogSink.stdout()] }),
  'NodeExporter with MetricsAgent.prometheus': chart => new NodeExporter(chart, 'metrics'),
  'NodeExporter with kube-rbac-proxy': chart => new NodeExporter(chart, 'metrics', { agent: MetricsAgent.prometheus({ auth: MetricsAuth.kubeRbacProxy() }) }),
  'NodeExporter with MetricsAgent.collectd': chart => new NodeExporter(chart, 'metrics', { agent: MetricsAgent.collectd({ container: { image: 'collectd:1' } }) }),
  'NodeExporter with MetricsAgent.gmond': chart => new NodeExporter(chart, 'metrics', {
    agent: MetricsAgent.gmond({ container: { image: 'gmond:1' }, cluster: { name: 'production' }, send: [GmondSendChannel.unicast('gmond')] }),
  }),
  'NodeExporter with MetricsAgent.metricbeat': chart => new NodeExporter(chart, 'metrics', { agent: MetricsAgent.metricbeat({ output: MetricbeatOutput.console() }) }),
  'NodeExporter with MetricsAgent.newRelic': chart => new NodeExporter(chart, 'metrics', {
    acknowledge: [{ id: 'ND401', reason: 'it measures the node' }],
    agent: MetricsAgent.newRelic({ licenseKey: SecretValue.key('newrelic', 'licenseKey'), clusterName: 'production' }),
  }),
  'NodeExporter with MetricsAgent.openTelemetry': chart =>
    new NodeExporter(chart, 'metrics', { agent: MetricsAgent.openTelemetry({ exporters: [OpenTelemetryExporter.debug()] }) }),
  'NetworkAgent with NetworkProgram.flannel': chart => new NetworkAgent(chart, 'net', { agent: NetworkProgram.flannel() }),
  'NetworkAgent with NetworkProgram.kubeProxy': chart =>
    new NetworkAgent(chart, 'net', { agent: NetworkProgram.kubeProxy({ apiServer: { host: '10.0.0.1' }, version: '1.35.2' }) }),
  'NetworkAgent with NetworkProgram.nodeLocalDns': chart =>
    new NetworkAgent(chart, 'net', { agent: NetworkProgram.nodeLocalDns({ clusterDns: '10.96.0.10', dnsPods: { 'k8s-app': 'kube-dns' } }) }),
  'NetworkAgent with NetworkProgram.custom': chart => new NetworkAgent(chart, 'net', { agent: NetworkProgram.custom({ container: { image: 'agent:1' } }) }),
  'CsiNodePlugin with CsiDriver.hostPath': chart => new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.hostPath() }),
  'CsiNodePlugin with CsiDriver.nfs': chart => new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.nfs() }),
  'CsiNodePlugin with CsiDriver.custom': chart =>
    new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.custom({ name: 'own.example.com', container: { image: 'own:1' } }) }),
  'TcpNodeDaemon with hostPort': chart =>
    new TcpNodeDaemon(chart, 'tcp', { container: { image: 'cache:1' }, port: 6379, exposure: NodeLocalExposure.hostPort() }),
  'TcpNodeDaemon with localService': chart =>
    new TcpNodeDaemon(chart, 'tcp', { container: { image: 'cache:1' }, port: 6379, exposure: NodeLocalExposure.localService() }),
  'TcpNodeDaemon with preferSameNode': chart =>
    new TcpNodeDaemon(chart, 'tcp', { container: { image: 'cache:1' }, port: 6379, exposure: NodeLocalExposure.preferSameNode() }),
  'TcpNodeDaemon with hostNetwork': chart =>
    new TcpNodeDaemon(chart, 'tcp', { container: { image: 'cache:1' }, port: 6379, exposure: NodeLocalExposure.hostNetwork() }),
  'TcpNodeDaemon with nodePort': chart =>
    new TcpNodeDaemon(chart, 'tcp', { container: { image: 'cache:1' }, port: 6379, exposure: NodeLocalExposure.nodePort({ nodePort: 30020 }) }),
  'FileSystemDaemon with an own directory': chart =>
    new FileSystemDaemon(chart, 'files', { container: { image: 'files:1' }, directory: SharedDirectory.owned('/var/lib/files') }),
  'FileSystemDaemon with an owner': chart =>
    new FileSystemDaemon(chart, 'files', { container: { image: 'files:1' }, directory: SharedDirectory.owned('/var/lib/files', { owner: 1000, mode: '0750' }) }),
  'FileSystemDaemon with a foreign directory': chart =>
    new FileSystemDaemon(chart, 'files', { container: { image: 'files:1' }, directory: SharedDirectory.foreign('/var/log') }),
  'FileSystemDaemon with a socket': chart =>
    new FileSystemDaemon(chart, 'files', { container: { image: 'files:1' }, directory: SharedDirectory.socket('/run/files', 'files.sock') }),
};

test.each(Object.keys(DEFINE))('the pod template of %s is that of the last release', defaults => {
  const chart = chartOf();
  DEFINE[defaults](chart);
  const [{ spec: { template } }] = manifestsOf(chart, 'DaemonSet');
  expect(createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 16)).toBe(TEMPLATES[defaults]);
});
