import {
  ConfigReload, KubernetesMetadata, LogBuffer, LogField, LogFilter, LogPipelineOptions, LogSink, LogSource, Multiline, OtlpProtocol, ReadFrom,
  SecretValue, WhenFull,
} from '../../src';
import { LogFeature } from '../../src/catalog/log/features';

const HOST = 'logs.example.com';
const AWS = { region: 'eu-central-1' };

function lines(multiline: Multiline): LogPipelineOptions {
  return { sources: [LogSource.files({ paths: ['/var/log/shop/*.log'], multiline })] };
}

/** The least that asks for a feature, beside a source and a sink that every agent has. */
export const ASKING: { readonly [feature in LogFeature]: LogPipelineOptions } = {
  'containers': {},
  'files': { sources: [LogSource.files({ paths: ['/var/log/nginx/*.log'] })] },
  'journal': { sources: [LogSource.journal({ units: ['kubelet'] })] },
  'audit': { sources: [LogSource.audit()] },
  'multiline.java': lines(Multiline.java()),
  'multiline.python': lines(Multiline.python()),
  'multiline.go': lines(Multiline.go()),
  'multiline.dotnet': lines(Multiline.dotnet()),
  'multiline.firstLine': lines(Multiline.pattern({ firstLine: '^[0-9]{4}-' })),
  'multiline.continuation': lines(Multiline.pattern({ continuation: '^\\s' })),
  'multiline.containers': { sources: [LogSource.containers({ multiline: [Multiline.pattern({ firstLine: '^[0-9]{4}-', namespaces: ['shop-*'] })] })] },
  'multiline.files': lines(Multiline.pattern({ firstLine: '^[0-9]{4}-' })),
  'metadata.apiServer': { kubernetesMetadata: KubernetesMetadata.apiServer() },
  'metadata.kubelet': { kubernetesMetadata: KubernetesMetadata.kubelet() },
  'metadata.annotations': { kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true }) },
  'metadata.namespaceLabels': { kubernetesMetadata: KubernetesMetadata.apiServer({ namespaceLabels: true }) },
  'filter.parseJson': { filters: [LogFilter.parseJson()] },
  'filter.addFields': { filters: [LogFilter.addFields({ cluster: 'production' })] },
  'filter.drop': { filters: [LogFilter.drop(LogField.MESSAGE, 'GET /healthz')] },
  'filter.keep': { filters: [LogFilter.keep(LogField.MESSAGE, 'ERROR')] },
  'filter.redact': { filters: [LogFilter.redact('[0-9]{16}')] },
  'sink.elasticsearch': { sinks: [LogSink.elasticsearch({ host: HOST })] },
  'sink.openSearch': { sinks: [LogSink.openSearch({ host: HOST })] },
  'sink.loki': { sinks: [LogSink.loki({ host: HOST })] },
  'sink.otlp.http': { sinks: [LogSink.otlp({ host: HOST })] },
  'sink.otlp.grpc': { sinks: [LogSink.otlp({ host: HOST, protocol: OtlpProtocol.GRPC })] },
  'sink.kafka': { sinks: [LogSink.kafka({ brokers: [`${HOST}:9093`], topic: 'logs' })] },
  'sink.http': { sinks: [LogSink.http({ host: HOST })] },
  'sink.splunkHec': { sinks: [LogSink.splunkHec({ host: HOST, token: SecretValue.key('splunk', 'token') })] },
  'sink.cloudWatch': { sinks: [LogSink.cloudWatch({ ...AWS, logGroup: '/logs', createLogGroup: true })] },
  'sink.s3': { sinks: [LogSink.s3({ ...AWS, bucket: 'logs' })] },
  'sink.forward': { sinks: [LogSink.forward({ host: HOST })] },
  'sink.stdout': { sinks: [LogSink.stdout()] },
  'sinks.several': { sinks: [LogSink.stdout(), LogSink.stdout({ id: 'second' })] },
  'buffer.disk': { buffer: LogBuffer.disk() },
  'buffer.memory': { buffer: LogBuffer.memory({ maxSize: '8Mi' }) },
  'buffer.disk.pause': { buffer: LogBuffer.disk({ whenFull: WhenFull.PAUSE }) },
  'buffer.disk.dropOldest': { buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_OLDEST }) },
  'buffer.disk.dropNewest': { buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_NEWEST }) },
  'buffer.memory.pause': { buffer: LogBuffer.memory({ maxSize: '8Mi', whenFull: WhenFull.PAUSE }) },
  'buffer.memory.dropOldest': { buffer: LogBuffer.memory({ maxSize: '8Mi', whenFull: WhenFull.DROP_OLDEST }) },
  'buffer.memory.dropNewest': { buffer: LogBuffer.memory({ maxSize: '8Mi', whenFull: WhenFull.DROP_NEWEST }) },
  'retry.attempts': { sinks: [LogSink.stdout({ retry: { attempts: 5 } })] },
  'retry.giveUpAfter': { sinks: [LogSink.stdout({ retry: { giveUpAfterSeconds: 600 } })] },
  'retry.maxInterval': { sinks: [LogSink.stdout({ retry: { maxIntervalSeconds: 60 } })] },
  'rotation.wait': { rotation: { waitSeconds: 300 } },
  'readFrom.end': { sources: [LogSource.files({ paths: ['/var/log/nginx/*.log'], readFrom: ReadFrom.END })] },
  'hotReload': { configReload: ConfigReload.HOT_RELOAD },
};
