import { STDOUT, collector } from './rendered-fluent-bit';
import {
  ApiAccess, DaemonProfile, HostPath, KubernetesMetadata, LogBuffer, LogField, LogFilter, LogSink, LogSource, LogState, Multiline, NodePlatform, SecretValue,
} from '../../src';

const SECRET = SecretValue.key('credentials', 'secret');
const AWS = { region: 'eu-central-1' };
const KUBELET = KubernetesMetadata.kubelet();
const onVersion = (kubernetes: string) => NodePlatform.of({ kubernetes });

test.each<[string, () => unknown, string]>([
  ['text replaced by a pattern', () => collector({ filters: [LogFilter.redact('\\d{16}')] }),
    "the filter 'redact' must be something that Fluent Bit can do, got 'parts of the text replaced by a pattern'"],
  ['a time for attempts', () => collector({ sinks: [LogSink.http({ host: 'a', retry: { giveUpAfterSeconds: 60 } })] }),
    "retry of the sink 'http' must be something that Fluent Bit can do, got 'a time for attempts'"],
  ['sources that wait for the disk', () => collector({ buffer: LogBuffer.disk({ whenFull: 'pause' as any }) }),
    "whenFull of the sink 'stdout' must be something that Fluent Bit can do, got 'sources that wait while the disk buffer is full'"],
  ['text in the language of others', () => collector({ sinks: [LogSink.raw({ text: '@type stdout' })] }),
    "the sink 'raw' must be given settings, in the language of Fluent Bit, got 'text'"],
  ['a part that does not say what it is', () => collector({ sources: [LogSource.raw({ settings: { path: '/a' } })] }),
    "settings of the source 'raw' must be given the name of a plugin of Fluent Bit, got undefined: write settings: { name: '…' }"],
  ['a pattern of another language', () => collector({ filters: [LogFilter.drop(LogField.MESSAGE, '(?P<a>b)')] }),
    "pattern of the filter 'drop' must be a regular expression of Fluent Bit (Onigmo), which has no '(?P<name>…)': write '(?<name>…)', got '(?P<a>b)'"],
  ['a text that it would fill in', () => collector({ filters: [LogFilter.addFields({ price: '${PRICE}' })] }),
    "a text for Fluent Bit must be without '${', which it reads as a variable, got '${PRICE}': write '$(NAME)' for a variable of the container"],
  ['a bracket before a variable', () => collector({ filters: [LogFilter.addFields({ a: '{x} $(NODE_NAME)' })] }),
    "a text for Fluent Bit must be without a '}' before a variable, which it then does not fill in, got 'a \"{x} ${NODE_NAME}\"'"],
  ['a backslash at the end', () => collector({ filters: [LogFilter.addFields({ path: 'C:\\' })] }),
    "a text for Fluent Bit must be without a '\\' at its end or before a quote, which it would take for an escaped quote, got 'C:\\'"],
  ['two kinds of buffers', () => collector({ sinks: [STDOUT, LogSink.forward({ host: 'a', buffer: LogBuffer.memory() })] }),
    'buffers of the sinks must be all on the disk or all in memory with Fluent Bit, whose inputs keep lines for all sinks, got ["disk","memory"]: '
    + 'give the collector one buffer, and let the sinks differ in its maxSize alone'],
  ['a buffer on the disk without a place', () => collector({ profile: DaemonProfile.BARE, buffer: LogBuffer.disk() }),
    "a buffer on the disk must be given with a state, beside which it lies, got 'no state': write state: LogState.hostPath('/var/lib/log-collector')"],
  ['too many combinations of a journal', () => collector({ sources: [LogSource.journal({ units: ['a', 'b', 'c'], matches: { PRIORITY: ['0', '1', '2', '3', '4', '5'] } })] }),
    "matches of the source 'journal' must be at most 16 combinations of values for Fluent Bit, each of which is an input, got 18: "
    + 'drop lines by a field instead: LogFilter.keep(LogField.named(…), …)'],
  ['first lines beside other kinds', () => collector({ sources: [LogSource.containers({ multiline: [Multiline.java(), Multiline.pattern({ firstLine: '^\\d' })] })] }),
    "a multi-line entry that is known by its first line alone must be the only one of its containers, got '^\\d': "
    + 'it joins every other line: give it a continuation, or namespaces, pods or containers of its own'],
  ['a label of Loki with a comma', () => collector({ sinks: [LogSink.loki({ host: 'a', labels: { teams: 'a,b' } })] }),
    "label 'teams' of the sink loki must be a text without commas, without blanks around it and without '$' first, for Fluent Bit, got 'a,b'"],
  ['a name in a certificate of Kafka', () => collector({ sinks: [LogSink.kafka({ brokers: ['a:9093'], topic: 'a', tls: { serverName: 'b' } })] }),
    "serverName of the sink 'kafka' must be left out with Fluent Bit, whose client of Kafka looks for the name of the broker, got 'b'"],
  ['CloudWatch without TLS', () => collector({ sinks: [LogSink.cloudWatch({ ...AWS, logGroup: 'a', endpoint: 'http://logs:4566' })] }),
    "endpoint of the sink 'cloud-watch' must be an 'https://' URL with a host and at most a port, for Fluent Bit, got 'http://logs:4566'"],
  ['the kubelet of Kubernetes 1.32', () => collector({ kubernetesMetadata: KUBELET }, {}, onVersion('1.32')),
    "kubernetesMetadata from the kubelet must be asked for from Kubernetes 1.33 on, where nodes/pods suffices, got '1.32': "
    + 'write KubernetesMetadata.apiServer(), or grant nodes/proxy in apiAccess, with which one may run programs in every container'],
  ['a state that may not be written', () => collector({ state: LogState.hostPath('/var/lib/fb') }, { container: { hostPaths: [HostPath.readOnly('/var/lib/fb')] } }),
    "path of the state must be writable, got '/var/lib/fb': the container mounts it read-only: write HostPath.readWrite('/var/lib/fb')"],
  ['a variable that nobody sets', () => collector({ sinks: [LogSink.http({ host: '$(LOG_HOST)' })] }),
    "'$(LOG_HOST)' in the pipeline must be a variable that is set; the pod has 'NODE_NAME', 'HOST_IP', 'POD_NAME', 'POD_NAMESPACE', 'POD_IP', got 'LOG_HOST': "
    + "set it: container: { env: { LOG_HOST: EnvValue.text('…') } }"],
])('fails with %s', (_what, make, message) => {
  // Who else can is for other tests.
  expect(thrownBy(make).replace(/^platform\/logs: /, '').replace(/: these can: .*$/, '')).toBe(message);
});

test('the kubelet of an old Kubernetes is asked by who may ask it', () => {
  const { rules } = collector({ kubernetesMetadata: KUBELET, apiAccess: [ApiAccess.rule({ resources: ['nodes/proxy'], verbs: ['get'] })], acknowledge: [{ id: 'ND407', reason: 'old' }, { id: 'ND405', reason: 'old' }] },
    {}, onVersion('1.32'));
  expect(rules).toEqual([{ apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }]);
});

test.each([['1.33'], [undefined]])('the kubelet of Kubernetes %s is asked', kubernetes => {
  expect(collector({ kubernetesMetadata: KUBELET }, {}, NodePlatform.of({ kubernetes })).rules).toEqual([{ apiGroups: [''], resources: ['nodes/pods'], verbs: ['get'] }]);
});

test('a credential is never a text', () => {
  expect(() => LogSink.elasticsearch({ host: 'a', apiKey: SECRET, password: SECRET })).toThrow("credentials of the sink elasticsearch must be one, got [\"apiKey\",\"password\"]: leave out 'password'");
});

function thrownBy(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}
