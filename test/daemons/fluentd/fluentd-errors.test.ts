import { fluentd } from './pipelines';
import {
  ConfigReload, KafkaCompression, KubernetesMetadata, LogFilter, LogSink, LogSource, OtlpProtocol, SecretValue,
} from '../../../src';

const host = 'logs.example.com';
const IMAGE = "write container: { image: 'example.com/fluentd:1.19.3' }";

test.each<[string, () => unknown, string]>([
  ['Loki in no image', () => fluentd({ sinks: [LogSink.loki({ host })] }),
    "container.image of LogAgent.fluentd() must be given with the sink 'loki', whose plugin is in no image of fluent/fluentd-kubernetes-daemonset, got undefined: "
    + `build one with the gem fluent-plugin-grafana-loki, and ${IMAGE}`],
  ['Splunk in no image', () => fluentd({ sinks: [LogSink.splunkHec({ host, token: SecretValue.key('splunk', 'token') })] }),
    "container.image of LogAgent.fluentd() must be given with the sink 'splunk-hec', whose plugin is in no image of fluent/fluentd-kubernetes-daemonset, got undefined: "
    + `build one with the gem fluent-plugin-splunk-hec, and ${IMAGE}`],
  ['two images at once', () => fluentd({ sinks: [LogSink.elasticsearch({ host }), LogSink.kafka({ brokers: ['a:9092'], topic: 't' })] }),
    "container.image of LogAgent.fluentd() must be given with the sinks 'elasticsearch', 'kafka', each of which has its plugin in another image, got undefined: "
    + `build one with the plugins of all, and ${IMAGE}`],
  ['OTLP', () => fluentd({ sinks: [LogSink.otlp({ host, protocol: OtlpProtocol.GRPC })] }),
    "the sink 'otlp' must be something that Fluentd can do, got 'OTLP over gRPC'"],
  ['the kubelet', () => fluentd({ kubernetesMetadata: KubernetesMetadata.kubelet() }),
    "kubernetesMetadata must be something that Fluentd can do, got 'labels of pods, from the kubelet'"],
  ['a hot reload', () => fluentd({ configReload: ConfigReload.HOT_RELOAD }),
    "configReload must be something that Fluentd can do, got 'a new configuration without new pods'"],
  ['settings for text', () => fluentd({ sources: [LogSource.raw({ settings: {} })] }), "the source 'raw' must be given text, in the language of Fluentd, got 'settings'"],
  ['a section in a section', () => fluentd({ sinks: [LogSink.raw({ text: '<match **>\n  @type null\n</match>' })] }),
    "text of the sink 'raw' must be what stands inside <match>, which is written around it, got '<match **>'"],
  ['a placeholder', () => fluentd({ filters: [LogFilter.addFields({ a: '${tag}' })] }),
    "a text for Fluentd must be without '${', which it reads as a placeholder, got '${tag}': write '$(NAME)' for a variable of the container"],
  ['another name in the certificate', () => fluentd({ sinks: [LogSink.http({ host, tls: { serverName: 'a' } })] }),
    "serverName of the sink 'http' must be left out for Fluentd, which looks for the host in the certificate, got 'a': write the name in the certificate as host"],
  ['any certificate of Kafka', () => fluentd({ sinks: [LogSink.kafka({ brokers: ['a:9092'], topic: 't', tls: { insecureSkipVerify: true } })] }),
    "insecureSkipVerify of the sink 'kafka' must be left out for Kafka with Fluentd, which takes no other certificate, got true: give the authority: tls: { ca: … }"],
  ['lz4', () => fluentd({ sinks: [LogSink.kafka({ brokers: ['a:9092'], topic: 't', compression: KafkaCompression.LZ4 })] }),
    "compression of the sink 'kafka' must be none, gzip, snappy or zstd with Fluentd, got 'lz4': write KafkaCompression.ZSTD"],
  ['the URL of S3 itself', () => fluentd({ sinks: [LogSink.s3({ region: 'eu-central-1', bucket: 'logs', endpoint: 'https://s3.eu-central-1.amazonaws.com' })] }),
    "endpoint of the sink 's3' must be left out for AWS with Fluentd, which knows it by the region, got 'https://s3.eu-central-1.amazonaws.com'"],
  ['two ports', () => fluentd({ health: { port: 1, metricsPort: 2 } }),
    'metricsPort of the health must be 1 like its port with Fluentd, which has one for both, got 2: leave one of the two out'],
  ['the directory of an image with sinks', () => fluentd({}, { stateDirectory: '/mnt/a' }),
    "stateDirectory of LogAgent.fluentd() must be left out with sinks, got '/mnt/a': write state: LogState.hostPath('/mnt/a') beside the sinks"],
])('%s is an error', (_what, define, message) => {
  let thrown: Error | undefined;
  try { define(); } catch (error) { thrown = error as Error; }
  // Which others can is told by the programs that there are.
  expect(thrown?.message.replace('platform/logs: ', '').replace(/: these can: .*$/, '')).toBe(message);
});
