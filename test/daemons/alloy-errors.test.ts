import { LOKI } from './alloy-pipelines';
import { collected } from './collected';
import { ConfigReload, KubernetesMetadata, LogAgent, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline } from '../../src';

const otlp = LogSink.otlp({ host: 'otel' });

test.each<[string, Omit<LogCollectorProps, 'agent'>, string]>([
  ['labels of namespaces from the kubelet', { kubernetesMetadata: KubernetesMetadata.kubelet({ namespaceLabels: true }), sinks: [LOKI] },
    "kubernetesMetadata must be asked from the API server, where Grafana Alloy reads labels of namespaces, got 'KubernetesMetadata.kubelet()'"],
  ['a time for attempts of Loki', { sinks: [LogSink.loki({ host: 'loki', retry: { giveUpAfterSeconds: 60 } })] },
    "retry of the sink 'loki' must be given attempts, which is what Grafana Alloy counts for Loki, got {\"giveUpAfterSeconds\":60}"],
  ['a number of attempts of OTLP', { sinks: [LogSink.otlp({ host: 'otel', retry: { attempts: 3 } })] },
    "retry of the sink 'otlp' must be given giveUpAfterSeconds, which is what Grafana Alloy counts for it, got {\"attempts\":3}"],
  ['a buffer of Loki', { sinks: [LogSink.loki({ host: 'loki', buffer: LogBuffer.memory({ maxSize: '20Mi' }) })] },
    "buffer of the sink 'loki' must be left out, where Grafana Alloy holds 10 MiB for Loki, got '20 MiB': another size is experimental: write "
    + 'LogAgent.alloy({ stability: AlloyStability.EXPERIMENTAL })'],
  ['a buffer of the collector, with Loki', { buffer: LogBuffer.memory({ maxSize: '20Mi' }), sinks: [otlp, LOKI] },
    "buffer of the sink 'loki' must be left out, where Grafana Alloy holds 10 MiB for Loki, got '20 MiB': another size is experimental: write "
    + 'LogAgent.alloy({ stability: AlloyStability.EXPERIMENTAL })'],
  ['a pattern that an empty field matches', { filters: [LogFilter.drop(LogField.named('level'), '^$')], sinks: [LOKI] },
    "pattern of the filter 'drop' must be one that an empty text does not match, for Grafana Alloy, got '^$': it cannot tell a field that is empty from one "
    + 'that is missing'],
  ['a preset beside a pattern', { sources: [LogSource.containers({ multiline: [Multiline.java(), Multiline.pattern({ firstLine: '^a', continuation: '^b' })] })], sinks: [LOKI] },
    "a multi-line entry with a pattern of its own must be the only kind of its containers for Grafana Alloy, got '^a': it knows entries by their first line "
    + 'alone: give one of the two namespaces, pods or containers of its own'],
  ['a value of the journal with a blank', { sources: [LogSource.journal({ matches: { SYSLOG_IDENTIFIER: ['a b'] } })], sinks: [LOKI] },
    "matches of the source journal must be values without blanks and '=' for Grafana Alloy, got 'a b': use LogFilter.keep() with LogField.named()"],
  ['a raw sink without a component of its name', { sinks: [LogSink.raw({ id: 'my-loki', text: 'loki.write "other" { }' })] },
    "text of the sink 'my-loki' must be a component that takes lines and is called \"my_loki\", got 'loki.write \"other\" { }': write loki.write \"my_loki\" { … }"],
])('%s is refused', (_what, props, message) => {
  expect(() => collected(LogAgent.alloy(), props)).toThrow(new Error(`platform/logs: ${message}`));
});

test.each<[string, Omit<LogCollectorProps, 'agent'>, string]>([
  ['Elasticsearch', { sinks: [LogSink.elasticsearch({ host: 'es' })] }, "the sink 'elasticsearch' must be something that Grafana Alloy can do, got 'Elasticsearch'"],
  ['a buffer on the disk', { buffer: LogBuffer.disk(), sinks: [otlp] }, "buffer of the sink 'otlp' must be something that Grafana Alloy can do, got 'a buffer on the disk"],
  ['lines that go on', { sources: [LogSource.containers({ multiline: [Multiline.pattern({ continuation: '^ ' })] })], sinks: [otlp] },
    "multiline of the source 'containers' must be something that Grafana Alloy can do, got 'entries by their further lines'"],
  ['settings', { filters: [LogFilter.raw({ settings: {} })], sinks: [otlp] }, "the filter 'raw' must be given text, in the language of Grafana Alloy"],
  ['a lookahead', { filters: [LogFilter.redact('(?=a)')], sinks: [otlp], configReload: ConfigReload.ROLL_PODS }, 'which has no lookaround'],
])('%s is refused, which it does not have', (_what, props, message) => {
  expect(() => collected(LogAgent.alloy(), props)).toThrow(message);
});
