import { createHash } from 'crypto';
import {
  CsiDriver, CsiNodePlugin, GmondSendChannel, LogAgent, LogCollector, LogSink, MetricbeatOutput, MetricsAgent, MetricsAuth, NetworkAgent,
  NetworkProgram, NodeExporter, OpenTelemetryExporter, SecretValue,
} from '../src';
import { chartOf, daemonIn, manifestsOf } from './core/testing';

/**
 * A pod template that changes restarts a pod on every node of every user. Whoever changes a line here lists it in CHANGELOG.md.
 */
const TEMPLATES: { readonly [defaults: string]: string } = {
  'NodeDaemon': '4b49553e75b281a2',
  'LogCollector with LogAgent.fluentd': '474d7e4b0cde0647',
  'LogCollector with LogAgent.custom': '014ad1b728696e19',
  'LogCollector with LogAgent.fluentBit': '63877dbf3672c775',
  'LogCollector with LogAgent.fluentd and sinks': '8c11023bb2ae9928',
  'LogCollector with LogAgent.vector': '2a5f4c8be159a3e7',
  'LogCollector with LogAgent.openTelemetry': '1be359a24fb7ac9b',
  'LogCollector with LogAgent.filebeat': '15933c72a7c63761',
  'LogCollector with LogAgent.alloy': 'b4e8bad834649e39',
  'LogCollector with LogAgent.logstash': '5cb7e0095f261770',
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
};

test.each(Object.keys(DEFINE))('the pod template of %s is that of the last release', defaults => {
  const chart = chartOf();
  DEFINE[defaults](chart);
  const [{ spec: { template } }] = manifestsOf(chart, 'DaemonSet');
  expect(createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 16)).toBe(TEMPLATES[defaults]);
});
