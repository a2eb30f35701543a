import { collected } from './collected';
import { ELASTICSEARCH } from './filebeat-pipelines';
import {
  KubernetesMetadata, LogAgent, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Monitor,
} from '../../src';

test.each<[string, Omit<LogCollectorProps, 'agent'>, string]>([
  ['a monitor', { monitor: Monitor.podMonitor(), sinks: [ELASTICSEARCH] }, "monitor of Filebeat must be left out, as it shows Prometheus nothing, got 'a monitor'"],
  ['a queue that is too small', { buffer: LogBuffer.disk({ maxSize: '9Mi' }), sinks: [ELASTICSEARCH] },
    "buffer of the sink 'elasticsearch' must be at least 10 MiB on the disk for Filebeat, got '9 MiB'"],
  ['a rotated file that is left too soon', { rotation: { waitSeconds: 30 }, sinks: [ELASTICSEARCH] },
    'waitSeconds of the rotation must be at least 300 with Filebeat, which would lose lines of a file that it leaves sooner, got 30'],
  ['the name of a server', { sinks: [LogSink.elasticsearch({ host: 'es', tls: { serverName: 'other' } })] },
    "tls of the sink 'elasticsearch' must be without serverName for Filebeat, which looks for the host in the certificate, got 'other'"],
  ['settings that are no output', { sinks: [LogSink.raw({ settings: { hosts: [] } })] },
    "settings of the sink 'raw' must be an output under its name, such as { 'output.logstash': { hosts: ['…'] } }, got 'hosts'"],
  ['a field of the journal beside files', {
    sources: [LogSource.journal(), LogSource.containers()], filters: [LogFilter.drop(LogField.named('PRIORITY'), '7')], sinks: [ELASTICSEARCH],
  }, "the field 'PRIORITY' of a filter must be asked of the journal alone, where Filebeat has another name for it, got [\"journal\",\"containers\"]: "
    + 'give the filter the sources that it is for'],
])('%s is refused', (_what, props, message) => {
  expect(() => collected(LogAgent.filebeat(), props)).toThrow(new Error(`platform/logs: ${message}`));
});

test('a credential among settings is refused', () => {
  expect(() => collected(LogAgent.filebeat({ settings: { 'output.elasticsearch': { password: 'x' } } }), { sinks: [ELASTICSEARCH] })).toThrow(
    "setting 'output.elasticsearch.password' must be a variable such as '${PASSWORD}', as it stands in a ConfigMap, got '***'");
});

test.each<[string, Omit<LogCollectorProps, 'agent'>, string]>([
  ['two sinks', { sinks: [ELASTICSEARCH, LogSink.stdout()] }, "sinks must be something that Filebeat can do, got 'several sinks'"],
  ['Loki', { sinks: [LogSink.loki({ host: 'loki' })] }, "the sink 'loki' must be something that Filebeat can do, got 'Loki'"],
  ['OpenSearch', { sinks: [LogSink.openSearch({ host: 'os' })] }, "the sink 'open-search' must be something that Filebeat can do, got 'OpenSearch'"],
  ['annotations', { kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true }), sinks: [ELASTICSEARCH] },
    "kubernetesMetadata must be something that Filebeat can do, got 'annotations of pods'"],
  ['an end of attempts', { sinks: [LogSink.elasticsearch({ host: 'es', retry: { attempts: 3 } })] }, "retry of the sink 'elasticsearch' must be something that Filebeat can do"],
  ['text', { filters: [LogFilter.raw({ text: 'x' })], sinks: [ELASTICSEARCH] }, "the filter 'raw' must be given settings, in the language of Filebeat"],
])('%s is refused, which it does not have', (_what, props, message) => {
  expect(() => collected(LogAgent.filebeat(), props)).toThrow(message);
});
