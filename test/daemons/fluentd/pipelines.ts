import {
  DaemonDefaults, FluentdOptions, KafkaCompression, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink,
  LogSource, Multiline, NodePlatform, ReadFrom, SaslMechanism, SecretValue, WhenFull,
} from '../../../src';
import { chartOf, manifestsOf } from '../../core/testing';

const secret = (key: string) => SecretValue.key('sinks', key);
const tls = { ca: secret('ca'), cert: secret('cert'), key: secret('key') };
const host = 'logs.example.com';

/** All that Fluentd is asked to run with, and what of it a test looks at. */
export function fluentd(props: LogCollectorProps = {}, options: FluentdOptions = {}, platform = NodePlatform.standard()) {
  const chart = chartOf('logging');
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', { agent: LogAgent.fluentd(options), sinks: [LogSink.stdout()], ...props });
  const pod = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
  const [config] = manifestsOf(chart, 'ConfigMap');
  return {
    chart,
    pod,
    container: pod.containers[0],
    env: Object.fromEntries((pod.containers[0].env ?? []).map((variable: any) => [variable.name, variable.value ?? variable.valueFrom])),
    config: config.data['fluent.conf'] as string,
  };
}

/** The configuration alone: what is made up by chance is shown to nobody else. */
export function configurationOf(props: LogCollectorProps): string {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { agent: LogAgent.fluentd(ANY_IMAGE), sinks: [LogSink.stdout()], ...props });
  return chart.toJson().find(({ kind }) => kind === 'ConfigMap').data['fluent.conf'];
}

/** An image that has the plugins of all sinks. */
export const ANY_IMAGE: FluentdOptions = { container: { image: 'example.com/fluentd:1.19.3' } };

/** Pipelines that together reach each branch of the renderer. */
export const PIPELINES: { readonly [what: string]: () => LogCollectorProps } = {
  'the least': () => ({ sinks: [LogSink.stdout()] }),
  'all sources': () => ({
    sources: [
      LogSource.containers({ namespaces: ['shop-*'], pods: ['web.v1-*'], containers: ['app'], excludeNamespaces: ['kube-system'], excludePods: ['x-*'], excludeContainers: ['proxy'] }),
      LogSource.containers({
        id: 'traces',
        namespaces: ['traces-*'],
        excludeSelf: false,
        readFrom: ReadFrom.END,
        multiline: [
          Multiline.java({ namespaces: ['shop-*', 'bar'] }), Multiline.python({ pods: ['a.b'] }), Multiline.pattern({ firstLine: '^#\\d+ \'"', containers: ['c'] }), Multiline.go(),
        ],
      }),
      LogSource.files({ paths: ['/var/log/nginx/*.log', '/var/log/100%.log'], exclude: ['/var/log/nginx/debug.log'], multiline: Multiline.pattern({ continuation: '^\\s', flushSeconds: 0.5 }) }),
      LogSource.journal({ units: ['kubelet', 'docker.socket'], matches: { PRIORITY: ['3', '4'] } }),
      LogSource.journal({ id: 'all-of-it', directories: ['/var/log/journal'] }),
      LogSource.audit(),
      LogSource.raw({ text: '@type tail\npath /a\n<parse>\n  @type none\n</parse>' }),
    ],
  }),
  'all metadata': () => ({ kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true, namespaceLabels: true }) }),
  'no labels': () => ({ kubernetesMetadata: KubernetesMetadata.apiServer({ labels: false }) }),
  'names alone': () => ({ kubernetesMetadata: KubernetesMetadata.none() }),
  'all filters': () => ({
    sources: [LogSource.containers(), LogSource.journal()],
    filters: [
      LogFilter.parseJson({ sources: ['containers'] }),
      LogFilter.addFields({ cluster: 'prod', node: '$(NODE_NAME)/#{1}', quoted: '\'"\\' }),
      LogFilter.drop(LogField.named('level'), '^debug # no$'),
      LogFilter.keep(LogField.podLabel('app.kubernetes.io/name'), 'shop|bar', { sources: ['containers'] }),
      LogFilter.drop(LogField.NAMESPACE, '^kube-', { id: 'drop-2' }),
      LogFilter.drop(LogField.STREAM, 'stderr', { id: 'drop-3' }),
      LogFilter.redact('\\b\\d{16}\\b'),
      LogFilter.raw({ text: '@type grep\n<exclude>\n  key message\n  pattern /x/\n</exclude>' }),
    ],
  }),
  'searches': () => ({
    sinks: [
      LogSink.elasticsearch({ host, password: secret('password'), tls }),
      LogSink.elasticsearch({ id: 'by-key', host, apiKey: secret('key'), pipeline: 'p', tls: { insecureSkipVerify: true } }),
      LogSink.openSearch({ host, indexPerDay: false, tls: { enabled: false } }),
    ],
  }),
  'servers': () => ({
    sources: [LogSource.containers(), LogSource.journal()],
    sinks: [
      LogSink.loki({ host, username: 'u', password: secret('password'), tenant: 't', labels: { cluster: 'c' }, tls }),
      LogSink.loki({ id: 'loki-2', host: 'fd00::1', bearerToken: secret('token'), labels: { node: '$(NODE_NAME)' }, tls: { insecureSkipVerify: true } }),
      LogSink.http({ host, path: '/in', username: 'u', password: secret('password'), headers: { 'x-a': '1', 'x-b': '#{2}' }, compress: true, tls }),
      LogSink.http({
        id: 'http-2',
        host,
        bearerToken: secret('token'),
        headers: { 'x-a': 'it\'s "$(NODE_NAME)" }' },
        secretHeaders: { 'x-key': secret('key') },
        tls: { insecureSkipVerify: true },
        sources: ['journal'],
      }),
      LogSink.splunkHec({ host, token: secret('token'), index: 'i', source: 's', sourcetype: 't', tls }),
      LogSink.splunkHec({ id: 'splunk-2', host, token: secret('token'), tls: { insecureSkipVerify: true } }),
      LogSink.forward({ host, sharedKey: secret('shared'), username: 'u', password: secret('password'), tls: { ...tls, serverName: 'name.example.com' } }),
      LogSink.forward({ id: 'forward-2', host, tls: { insecureSkipVerify: true } }),
      LogSink.forward({ id: 'forward-3', host, tls: { enabled: false } }),
    ],
  }),
  'queues': () => ({
    sinks: [
      LogSink.kafka({ brokers: ['a:9092', 'b:9092'], topic: 'logs', username: 'u', password: secret('password'), tls }),
      LogSink.kafka({ id: 'k2', brokers: ['a:9092'], topic: 't', compression: KafkaCompression.NONE, tls: { enabled: false } }),
      LogSink.kafka({ id: 'k3', brokers: ['a:9092'], topic: 't', username: 'u', password: secret('password'), saslMechanism: SaslMechanism.PLAIN }),
      LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/nodes/#1', createLogGroup: true, retentionDays: 7, roleArn: 'arn:aws:iam::123456789012:role/logs' }),
      LogSink.cloudWatch({ id: 'cw-2', region: 'eu-central-1', logGroup: 'g', logStreamPrefix: 'plain.', endpoint: 'https://logs.example.com' }),
      LogSink.s3({ region: 'eu-central-1', bucket: 'logs', roleArn: 'arn:aws:iam::123456789012:role/logs' }),
      LogSink.s3({ id: 's3-2', region: 'eu-central-1', bucket: 'logs', compress: false, prefix: 'a/$(NODE_NAME)', endpoint: 'https://s3.example.com' }),
      LogSink.raw({ text: '@type null' }),
    ],
  }),
  'buffers': () => ({
    sinks: [
      LogSink.forward({ id: 'a', host, buffer: LogBuffer.disk({ maxSize: '1Mi', whenFull: WhenFull.DROP_OLDEST }), retry: { attempts: 5 } }),
      LogSink.forward({ id: 'b', host, buffer: LogBuffer.memory({ maxSize: '8Mi' }), retry: { giveUpAfterSeconds: 60, maxIntervalSeconds: 5 } }),
      LogSink.forward({ id: 'c', host, buffer: LogBuffer.disk({ maxSize: '1Gi', whenFull: WhenFull.DROP_NEWEST }), retry: { attempts: 100000 } }),
    ],
  }),
};
