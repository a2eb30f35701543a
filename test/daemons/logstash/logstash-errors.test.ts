import { logstash } from './pipelines';
import { KubernetesMetadata, LogBuffer, LogField, LogFilter, LogSink, LogSource, Multiline, SecretValue } from '../../../src';

const host = 'logs.example.com';
const kafka = { brokers: ['a:9092'], topic: 't' };

test.each<[string, () => unknown, string]>([
  ['metadata', () => logstash({ kubernetesMetadata: KubernetesMetadata.apiServer() }), "kubernetesMetadata must be something that Logstash can do, got 'labels of pods, from the API server'"],
  ['joined lines of containers', () => logstash({ sources: [LogSource.containers({ multiline: [Multiline.java()] })] }),
    "multiline of the source 'containers' must be something that Logstash can do, got 'joined lines of containers'"],
  ['the journal', () => logstash({ sources: [LogSource.journal()] }), "the source 'journal' must be something that Logstash can do, got 'the journal of systemd'"],
  ['Loki', () => logstash({ sinks: [LogSink.loki({ host })] }), "the sink 'loki' must be something that Logstash can do, got 'Loki'"],
  ['a number of attempts', () => logstash({ sinks: [LogSink.http({ host, retry: { attempts: 3 } })] }),
    "retry of the sink 'http' must be something that Logstash can do, got 'a number of attempts'"],
  ['a longest time between attempts of HTTP', () => logstash({ sinks: [LogSink.http({ host, retry: { maxIntervalSeconds: 5 } })] }),
    "maxIntervalSeconds of the sink 'http' must be left out for HTTP with Logstash, which has a time of its own, got 5"],
  ['a longest time between attempts of Splunk', () => logstash({ sinks: [LogSink.splunkHec({ host, token: SecretValue.key('a', 'b'), retry: { maxIntervalSeconds: 5 } })] }),
    "maxIntervalSeconds of the sink 'splunk-hec' must be left out for Splunk with Logstash, which has a time of its own, got 5"],
  ['a longest time between attempts of Kafka', () => logstash({ sinks: [LogSink.kafka({ ...kafka, retry: { maxIntervalSeconds: 5 } })] }),
    "maxIntervalSeconds of the sink 'kafka' must be left out for Kafka with Logstash, which has a time of its own, got 5"],
  ['a label', () => logstash({ filters: [LogFilter.drop(LogField.podLabel('app'), 'a')] }),
    "field of the filter 'drop' must be one that lines have; they have no labels of pods, got 'app': choose a program that asks for them; Logstash does not"],
  ['a reference to a field', () => logstash({ filters: [LogFilter.addFields({ a: '%{message}' })] }),
    "a text for Logstash must be without '%{', which it reads as a reference, got '%{message}': write '$(NAME)' for a variable of the container"],
  ['a reference to a variable', () => logstash({ filters: [LogFilter.redact('${A}')] }),
    "a text for Logstash must be without '${', which it reads as a reference, got '${A}': write '$(NAME)' for a variable of the container"],
  ['a section in a section', () => logstash({ sinks: [LogSink.raw({ text: 'output {\n  null { }\n}' })] }),
    "text of the sink 'raw' must be plugins, without 'output { … }', which is written around them, got 'output {'"],
  ['two raw sources', () => logstash({ sources: [LogSource.raw({ id: 'a', text: 'x { }' }), LogSource.raw({ id: 'b', text: 'y { }' })] }),
    "raw sources must be at most one with Logstash, which tells their lines apart by no other sign, got ''a', 'b'': write both plugins into one text"],
  ['files left out of another directory', () => logstash({ sources: [LogSource.files({ paths: ['/var/log/a/*.log'], exclude: ['/var/log/b/x.log'] })] }),
    "exclude of the source 'files' must be in the directory of all its paths, for Logstash looks at the names of files alone, got '/var/log/b/x.log': "
    + 'make a source of each directory'],
  ['buffers that differ', () => logstash({ sinks: [LogSink.stdout(), LogSink.http({ host, buffer: LogBuffer.disk({ maxSize: '1Gi' }) })] }),
    'buffer of the sink \'http\' must be that of all sinks with Logstash, which has one queue for them, got {"kind":"disk","maxMebibytes":1024}: write buffer of the collector'],
  ['a certificate for Kafka', () => logstash({ sinks: [LogSink.kafka({ ...kafka, tls: { cert: SecretValue.key('k', 'cert'), key: SecretValue.key('k', 'key') } })] }),
    "cert of the sink 'kafka' must be left out for Kafka with Logstash, which wants certificate and key in one file, got 'cert': let it show a name and a password"],
  ['any certificate of Kafka', () => logstash({ sinks: [LogSink.kafka({ ...kafka, tls: { insecureSkipVerify: true } })] }),
    "insecureSkipVerify of the sink 'kafka' must be left out for Kafka with Logstash, which takes no other certificate, got true: give the authority: tls: { ca: … }"],
  ['another name in the certificate', () => logstash({ sinks: [LogSink.http({ host, tls: { serverName: 'a' } })] }),
    "serverName of the sink 'http' must be left out for Logstash, which looks for the host in the certificate, got 'a': write the name in the certificate as host"],
  ['half a minute', () => logstash({ sinks: [LogSink.s3({ region: 'eu-central-1', bucket: 'logs', uploadSeconds: 90 })] }),
    "uploadSeconds of the sink 's3' must be whole minutes with Logstash, got 90: write 120"],
  ['a port of metrics', () => logstash({ health: { metricsPort: 1 } }),
    'metricsPort of the health must be left out with Logstash, which has metrics as JSON alone, got 1: write port, where it is asked for them too'],
])('%s is an error', (_what, define, message) => {
  let thrown: Error | undefined;
  try { define(); } catch (error) { thrown = error as Error; }
  // Which others can is told by the programs that there are.
  expect(thrown?.message.replace('platform/logs: ', '').replace(/: these can: .*$/, '')).toBe(message);
});
