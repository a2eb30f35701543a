import { parse } from 'yaml';
import {
  ConfigReload, DaemonDefaults, KafkaCompression, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource,
  LogstashOptions, Multiline, NodePlatform, ReadFrom, SaslMechanism, SecretValue,
} from '../../../src';
import { chartOf, manifestsOf } from '../../core/testing';

const secret = (key: string) => SecretValue.key('sinks', key);
const host = 'logs.example.com';

/** All that Logstash is asked to run with, and what of it a test looks at. */
export function logstash(props: LogCollectorProps = {}, options: LogstashOptions = {}, platform = NodePlatform.standard()) {
  const chart = chartOf('logging');
  DaemonDefaults.on(chart, { platform });
  new LogCollector(chart, 'logs', { agent: LogAgent.logstash(options), sinks: [LogSink.stdout()], ...props });
  const { template } = manifestsOf(chart, 'DaemonSet')[0].spec;
  const files = Object.assign({}, ...manifestsOf(chart, 'ConfigMap').map(({ data }) => data));
  const [container] = template.spec.containers;
  return {
    chart,
    pod: template.spec,
    container,
    env: Object.fromEntries((container.env ?? []).map((variable: any) => [variable.name, variable.value ?? variable.valueFrom])),
    config: files['pipeline.conf'] as string,
    settings: parse(files['logstash.yml']),
  };
}

/** The configuration alone: what is made up by chance is shown to nobody else. */
export function configurationOf(props: LogCollectorProps): string {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { agent: LogAgent.logstash(), sinks: [LogSink.stdout()], ...props });
  return chart.toJson().find(({ kind }) => kind === 'ConfigMap').data['pipeline.conf'];
}

/** Pipelines that together reach each branch of the renderer. */
export const PIPELINES: { readonly [what: string]: () => LogCollectorProps } = {
  'the least': () => ({ sinks: [LogSink.stdout()] }),
  'all sources': () => ({
    sources: [
      LogSource.containers({ namespaces: ['shop-*'], excludeNamespaces: ['kube-system'] }),
      LogSource.files({
        paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/debug.log'], readFrom: ReadFrom.END, multiline: Multiline.pattern({ continuation: '^"\\s\'', flushSeconds: 0.5 }),
      }),
      LogSource.files({ id: 'first', paths: ['/var/log/a.log'], multiline: Multiline.pattern({ firstLine: '^\\[' }) }),
      LogSource.audit(),
      LogSource.raw({ text: 'file {\n  path => "/a"\n}' }),
    ],
  }),
  'all filters': () => ({
    sources: [LogSource.containers(), LogSource.audit()],
    filters: [
      LogFilter.parseJson({ sources: ['containers', 'audit'] }),
      LogFilter.addFields({ cluster: 'prod', node: '$(NODE_NAME)/"\\.' }),
      LogFilter.drop(LogField.named('level'), '^a/b\\/c"$'),
      LogFilter.keep(LogField.NAMESPACE, 'shop|bar', { sources: ['containers'] }),
      LogFilter.drop(LogField.STREAM, 'stderr', { id: 'drop-2' }),
      LogFilter.redact('\\b\\d{16}\\b'),
      LogFilter.raw({ text: 'mutate {\n  lowercase => ["message"]\n}' }),
    ],
  }),
  'all sinks': () => ({
    sources: [LogSource.containers(), LogSource.audit()],
    sinks: [
      LogSink.elasticsearch({ host, password: secret('password'), tls: { ca: secret('ca'), cert: secret('cert'), key: secret('key') } }),
      LogSink.elasticsearch({ id: 'by-key', host: 'fd00::1', apiKey: secret('key'), pipeline: 'p', indexPerDay: false, tls: { insecureSkipVerify: true }, sources: ['audit'] }),
      LogSink.kafka({ brokers: ['a:9092', 'b:9092'], topic: 'logs', username: 'u"', password: secret('password'), tls: { ca: secret('ca') } }),
      LogSink.kafka({ id: 'k2', brokers: ['a:9092'], topic: 't', compression: KafkaCompression.LZ4, tls: { enabled: false } }),
      LogSink.kafka({ id: 'k3', brokers: ['a:9092'], topic: 't', username: 'u', password: secret('password'), saslMechanism: SaslMechanism.PLAIN }),
      LogSink.http({ host, path: '/in', username: 'u', password: secret('password'), compress: true }),
      LogSink.http({ id: 'http-2', host, bearerToken: secret('token'), headers: { 'x-a': 'it\'s "$(NODE_NAME)" }' }, secretHeaders: { 'x-key': secret('key') } }),
      LogSink.splunkHec({ host, token: secret('token'), index: 'i', source: 's', sourcetype: 't', tls: { ca: secret('ca') } }),
      LogSink.s3({ region: 'eu-central-1', bucket: 'logs', roleArn: 'arn:aws:iam::123456789012:role/logs' }),
      LogSink.s3({ id: 's3-2', region: 'eu-central-1', bucket: 'logs', compress: false, endpoint: 'https://s3.example.com' }),
      LogSink.stdout({ sources: ['audit', 'containers'] }),
      LogSink.raw({ text: 'null { }' }),
    ],
  }),
  'in memory': () => ({ buffer: LogBuffer.memory() }),
  'read again': () => ({ configReload: ConfigReload.HOT_RELOAD }),
};
