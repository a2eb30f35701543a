import { App, Chart } from 'cdk8s';
import { collected } from './log-agents';
import {
  ContainerResources, EnvValue, HostPath, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, LogState,
  Multiline, NodePlatform, SecretValue,
} from '../../src';

const SINKS = [LogSink.stdout()];
const key = (name: string) => SecretValue.key(name, 'password');
const LIMITS: ContainerResources = { requests: { memory: '100Mi' }, limits: { memory: '100Mi' } };

test.each<[string, LogCollectorProps, string]>([
  ['a collector without sinks', {}, "sinks must be given at least one, to which lines are sent, got []: write sinks: [LogSink.elasticsearch({ host: 'logs.example.com' })]"],
  ['a collector without sources', { sources: [], sinks: SINKS }, 'sources must be values such as LogSource.containers(), got []'],
  ['a filter that no source reaches', { filters: [LogFilter.parseJson({ sources: ['shop'] })], sinks: SINKS },
    "sources of the filter 'parse-json' must be ids of sources; there are 'containers', got 'shop': no line would reach it"],
  ['a sink that no source reaches', { sinks: [...SINKS, LogSink.loki({ host: 'loki', sources: ['journal'] })] },
    "sources of the sink 'loki' must be ids of sources; there are 'containers', got 'journal': no line would reach it"],
  ['a source that no sink takes', { sources: [LogSource.containers(), LogSource.audit()], sinks: [LogSink.stdout({ sources: ['audit'] })] },
    "the source 'containers' must be followed by a sink, got [\"stdout\"]: add 'containers' to the sources of a sink, or leave it out"],
  ['two sinks of one id', { sinks: [LogSink.stdout(), LogSink.stdout()] }, "id of sinks must be used once, got 'stdout': give one of the two another: { id: 'stdout-2' }"],
  ['two filters of one id', { filters: [LogFilter.parseJson(), LogFilter.parseJson()], sinks: SINKS },
    "id of filters must be used once, got 'parse-json': give one of the two another: { id: 'parse-json-2' }"],
  ['two sources of one id', { sources: [LogSource.containers(), LogSource.containers({ namespaces: ['a'] })], sinks: SINKS },
    "id of sources must be used once, got 'containers': give one of the two another: { id: 'containers-2' }"],
  ['a sink that the agent lacks', { agent: LogAgent.alloy(), sinks: [LogSink.splunkHec({ host: 'splunk', token: SecretValue.key('splunk', 'token') })] },
    "the sink 'splunk-hec' must be something that Grafana Alloy can do, got 'Splunk HEC': these can: LogAgent.fluentBit(), LogAgent.fluentd(), LogAgent.vector(), "
    + 'LogAgent.openTelemetry(), LogAgent.logstash()'],
  ['buffers in memory above half of the limit', {
    agent: LogAgent.fluentBit({ container: { resources: LIMITS } }), sinks: [LogSink.stdout({ id: 'a' }), LogSink.stdout({ id: 'b' })], buffer: LogBuffer.memory({ maxSize: '30Mi' }),
  }, "buffers in memory of all sinks must be at most half of the container's memory limit, 50 MiB, got '60 MiB': make them smaller, raise the limit, or use LogBuffer.disk()"],
  ['a state that is mounted read-only', {
    agent: LogAgent.fluentBit({ container: { hostPaths: [HostPath.readOnly('/srv/state')] } }), sinks: SINKS, state: LogState.hostPath('/srv/state'),
  }, "path of the state must be writable, got '/srv/state': the container mounts it read-only: write HostPath.readWrite('/srv/state')"],
  ['a pattern that RE2 refuses', { agent: LogAgent.openTelemetry(), sinks: SINKS, sources: [LogSource.containers({ multiline: [Multiline.pattern({ firstLine: '^(?!\\s)' })] })] },
    "firstLine of a multi-line entry must be a regular expression of the OpenTelemetry Collector (RE2), which has no lookaround, got '^(?!\\s)'"],
  ['a pattern that Rust refuses', { agent: LogAgent.vector(), sinks: SINKS, filters: [LogFilter.redact('(a)\\1')] },
    "pattern of the filter 'redact' must be a regular expression of Vector (the regular expressions of Rust), which has no references to groups, got '(a)\\1'"],
  ['a pattern that Onigmo refuses', { sinks: SINKS, filters: [LogFilter.drop(LogField.MESSAGE, '(?P<a>b)')] },
    "pattern of the filter 'drop' must be a regular expression of Fluent Bit (Onigmo), which has no '(?P<name>…)': write '(?<name>…)', got '(?P<a>b)'"],
  ['a pattern with a bracket too many', { sinks: SINKS, filters: [LogFilter.keep(LogField.MESSAGE, 'a)')] },
    "pattern of the filter 'keep' must be a regular expression of Fluent Bit (Onigmo), got 'a)': a bracket or a quantifier is wrong"],
  ['a filter by labels that nobody is asked for', { agent: LogAgent.logstash(), sinks: SINKS, filters: [LogFilter.drop(LogField.podLabel('app'), 'a')] },
    "field of the filter 'drop' must be one that lines have; they have no labels of pods, got 'app': choose a program that asks for them; Logstash does not"],
  ['a variable that nobody sets', { sinks: [LogSink.cloudWatch({ region: '$(REGION)', logGroup: '/a' })] },
    "'$(REGION)' in the pipeline must be a variable that is set; the pod has 'NODE_NAME', 'HOST_IP', 'POD_NAME', 'POD_NAMESPACE', 'POD_IP', got 'REGION': "
    + "set it: container: { env: { REGION: EnvValue.text('…') } }"],
  ['lines that come again for ever', { sources: [LogSource.containers({ excludeSelf: false })], sinks: SINKS },
    "excludeSelf of the source 'containers' must be true beside the sink 'stdout', whose lines are those of the collector itself, got false: they would come again, for ever"],
  ['an audit log that nobody has', { platform: NodePlatform.eks(), sources: [LogSource.audit()], sinks: SINKS },
    "the source 'audit' must be on a cluster whose nodes run the API server, got 'eks': leave it out: its provider keeps the audit log"],
  ['an audit log elsewhere', { platform: NodePlatform.openshift(), sources: [LogSource.audit()], sinks: SINKS },
    "path of the source 'audit' must be given on openshift, which has the audit log elsewhere, got '/var/log/kubernetes/audit/audit.log': "
    + "write LogSource.audit({ path: '…' }), as --audit-log-path of its API server has it"],
  ['secrets of two sinks in one variable', {
    sinks: [
      LogSink.http({ host: 'a', secretHeaders: { 'x-password': key('a') } }), LogSink.http({ id: 'http-x', host: 'b', username: 'b', password: key('b') }),
    ],
  }, "variable 'HTTP_X_PASSWORD' must be of one secret, got [\"the sink 'http'\",\"the sink 'http-x'\"]: "
    + 'give one of the two sinks another id, or its variable another name'],
  ['secrets of two sinks in one file', {
    agent: LogAgent.vector(),
    sinks: [
      LogSink.http({ host: 'a', secretHeaders: { 'x-password': key('a') } }), LogSink.http({ id: 'http-x', host: 'b', username: 'b', password: key('b') }),
    ],
  }, "variable 'HTTP_X_PASSWORD' must be of one secret, got [\"the sink 'http'\",\"the sink 'http-x'\"]: "
    + 'give one of the two sinks another id, or its variable another name'],
  ['a secret header in the variable of the password', { sinks: [LogSink.http({ host: 'a', username: 'a', password: key('a'), secretHeaders: { password: key('b') } })] },
    "variable 'HTTP_PASSWORD' must be of one secret, got [\"the sink 'http'\",\"the sink 'http'\"]: give the header or the variable another name"],
  ["a variable of a raw sink that is another sink's", {
    sinks: [
      LogSink.loki({ host: 'loki', username: 'a', password: key('a') }), LogSink.raw({ settings: { name: 'stdout' }, env: { LOKI_PASSWORD: EnvValue.text('b') } }),
    ],
  }, "variable 'LOKI_PASSWORD' must be of one secret, got [\"the sink 'loki'\",\"the sink 'raw'\"]: "
    + 'give one of the two sinks another id, or its variable another name'],
  ['a credential in the variable of a text', { sinks: [LogSink.http({ id: 'node', host: 'a', path: '/$(NODE_NAME)', secretHeaders: { name: key('a') } })] },
    "variable 'NODE_NAME' must be that of the program, which has one of this name, got 'one of a sink': give the sink another id, or its header or variable another name"],
  ['a credential in a variable of the program', { agent: LogAgent.fluentd(), sinks: [LogSink.http({ id: 'fluentd', host: 'a', secretHeaders: { conf: key('a') } })] },
    "variable 'FLUENTD_CONF' must be that of the program, which has one of this name, got 'one of a sink': give the sink another id, or its header or variable another name"],
  ['a credential in the variable of an attribute', { agent: LogAgent.openTelemetry(), sinks: [LogSink.otlp({ id: 'my', host: 'a', secretHeaders: { 'pod-ip': key('a') } })] },
    "variable 'MY_POD_IP' must be that of the program, which has one of this name, got 'one of a sink': give the sink another id, or its header or variable another name"],
  ['two access keys of AWS', {
    sinks: [
      LogSink.s3({ region: 'eu-central-1', bucket: 'logs', accessKeyId: key('a'), secretAccessKey: key('a') }),
      LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/a', accessKeyId: key('b'), secretAccessKey: key('b') }),
    ],
  }, "access keys of the sinks 's3' and 'cloud-watch' must be one for all sinks of AWS of a collector, got [\"a\",\"b\"]: use two collectors, or LogAgent.vector()"],
  ['an access key of AWS beside a role', {
    sinks: [
      LogSink.s3({ region: 'eu-central-1', bucket: 'logs' }),
      LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/a', accessKeyId: key('b'), secretAccessKey: key('b') }),
    ],
  }, "access keys of the sinks 's3' and 'cloud-watch' must be one for all sinks of AWS of a collector, got [\"none\",\"b\"]: use two collectors, or LogAgent.vector()"],
  ['the kubelet as text', { sinks: SINKS, kubernetesMetadata: 'kubelet' as never }, "kubernetesMetadata must be a value such as KubernetesMetadata.kubelet(), got 'kubelet'"],
  ['a buffer as text', { sinks: SINKS, buffer: '1Gi' as never }, "buffer must be a value such as LogBuffer.disk({ maxSize: '1Gi' }), got '1Gi'"],
  ['a state as text', { sinks: SINKS, state: '/var/lib/x' as never }, "state must be a value such as LogState.hostPath('/var/lib/log-collector'), got '/var/lib/x'"],
  ['a state that is a buffer', { sinks: SINKS, state: LogBuffer.disk() as never },
    "state must be a value such as LogState.hostPath('/var/lib/log-collector'), got {\"model\":{\"kind\":\"disk\",\"maxMebibytes\":512}}"],
  ['a rotation of seconds', { sinks: SINKS, rotation: 5 as never }, 'rotation must be given as { waitSeconds: 30 }, got 5'],
  ['a health that is a port', { sinks: SINKS, health: 2020 as never }, 'health must be given as { port: 2020 }, got 2020'],
  ['a reload that is none', { sinks: SINKS, configReload: 'hot' as never }, "configReload must be one of ConfigReload.ROLL_PODS, ConfigReload.HOT_RELOAD, got 'hot'"],
  ['a source among the sinks', { sinks: [LogSource.containers() as never] }, "sinks must be values such as LogSink.elasticsearch({ host: '…' }), got 'containers'"],
  ['a sink among the filters', { sinks: SINKS, filters: [LogSink.stdout() as never] },
    "filters must be values such as LogFilter.drop(LogField.MESSAGE, '…'), got 'stdout'"],
  ['a rotation that is null', { sinks: SINKS, rotation: null as never }, 'rotation must be given as { waitSeconds: 30 }, got null'],
  ['a line of any length', { sinks: SINKS, maxLineSize: '1Gi' }, "maxLineSize must be an amount from 1Ki to 64Mi, such as '1Mi', got '1Gi'"],
  ['a pipeline for a program that brings its own', { agent: LogAgent.custom({ container: { image: 'collector:1' } }), sinks: SINKS },
    'sinks must be left out with a program of your own, which brings its own configuration, got ["sinks"]: choose another agent, such as LogAgent.fluentBit()'],
  ['a sink that is none', { sinks: [{} as never] }, "sinks must be values such as LogSink.elasticsearch({ host: '…' }), got [{}]"],
])('fails with %s', (_, props, message) => {
  let thrown = '';
  try { collected(props); } catch (error) { thrown = (error as Error).message; }
  expect(thrown).toBe(`platform/logs: ${message}`);
});

test('two access keys of AWS are files of Vector, each its own', () => {
  expect(() => collected({
    agent: LogAgent.vector(),
    sinks: [
      LogSink.s3({ region: 'eu-central-1', bucket: 'logs', accessKeyId: key('a'), secretAccessKey: key('a') }),
      LogSink.cloudWatch({ region: 'eu-central-1', logGroup: '/a', accessKeyId: key('b'), secretAccessKey: key('b') }),
    ],
  })).not.toThrow();
});

test('one variable of two raw sinks may be the same secret', () => {
  const raw = (id: string) => LogSink.raw({ id, settings: { name: 'stdout' }, env: { TOKEN: EnvValue.secret(key('a')) } });
  expect(() => collected({ sinks: [raw('a'), raw('b')] })).not.toThrow();
});

test('a variable of a raw sink may be one that the program has, with the same value', () => {
  const raw = LogSink.raw({ settings: { name: 'stdout' }, env: { NODE_NAME: EnvValue.NODE_NAME } });
  expect(() => collected({ sinks: [raw, LogSink.http({ host: 'a', path: '/$(NODE_NAME)' })] })).not.toThrow();
});

test('fails with two collectors that keep their state in one directory of the same nodes', () => {
  const chart = new Chart(new App(), 'platform', { namespace: 'logging' });
  ['a', 'b'].forEach(id => new LogCollector(chart, id, { name: id, sinks: SINKS, state: LogState.hostPath('/var/lib/logs') }));
  expect(() => chart.toJson()).toThrow("[platform/b] ND514 container 'fluent-bit' keeps in '/var/lib/logs/containers.db' of the node how far it has read, "
    + "and 'platform/a' does so too on the same nodes: give each a directory of its own");
});
