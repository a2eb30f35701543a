import { LISTS, MULTILINE_PARSER, OF_ALL, PARSER, PLUGINS, READ_AT, SERVICE } from './fluent-bit-options';
import { collector } from './rendered-fluent-bit';
import {
  ConfigReload, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, LogState, Multiline, OtlpProtocol, ReadFrom,
  SecretValue,
} from '../../src';

const SECRET = SecretValue.key('credentials', 'secret');
const AUTHORITY = { ca: SECRET, cert: SECRET, key: SECRET, serverName: 'logs' };
const SERVER = { host: 'logs.example.com', tls: AUTHORITY };
const AWS = { region: 'eu-central-1', roleArn: 'arn:aws:iam::123456789012:role/logs' };

/** Every source, filter and sink, with every option that it has. */
const PIPELINES: { readonly [name: string]: LogCollectorProps } = {
  'every source': {
    sources: [
      LogSource.containers({
        namespaces: ['shop'], excludePods: ['noisy-*'], multiline: [Multiline.java({ namespaces: ['shop'] }), Multiline.dotnet(), Multiline.python()],
      }),
      LogSource.files({ paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/old*'], multiline: Multiline.pattern({ firstLine: '^\\d' }), readFrom: ReadFrom.END }),
      LogSource.journal({ units: ['kubelet', 'containerd'], matches: { PRIORITY: ['3', '4'], _TRANSPORT: ['journal'] }, directories: ['/var/log/journal'] }),
      LogSource.audit(),
    ],
    maxLineSize: '16Ki',
  },
  'state behind a network': { state: LogState.persistentVolumeClaim('logs') },
  'every filter': {
    sources: [LogSource.containers(), LogSource.journal()],
    filters: [
      LogFilter.parseJson(), LogFilter.addFields({ env: 'prod', node: '$(NODE_NAME)' }), LogFilter.drop(LogField.MESSAGE, 'healthz'),
      LogFilter.keep(LogField.podLabel('app.kubernetes.io/name'), '^shop$', { sources: ['containers'] }),
    ],
  },
  'metadata of the kubelet': { kubernetesMetadata: KubernetesMetadata.kubelet({ annotations: true, namespaceLabels: true }) },
  'no metadata': { kubernetesMetadata: KubernetesMetadata.none() },
  'every sink': {
    sinks: [
      LogSink.elasticsearch({ ...SERVER, password: SECRET, pipeline: 'logs' }),
      LogSink.elasticsearch({ id: 'es-2', ...SERVER, apiKey: SECRET, indexPerDay: false }),
      LogSink.openSearch({ ...SERVER, password: SECRET }),
      LogSink.loki({ ...SERVER, tenant: 'shop', labels: { cluster: 'a' }, bearerToken: SECRET }),
      LogSink.loki({ id: 'loki-2', ...SERVER, username: 'a', password: SECRET }),
      LogSink.otlp({ ...SERVER, headers: { 'x-a': 'b' }, secretHeaders: { 'x-key': SECRET }, bearerToken: SECRET }),
      LogSink.otlp({ id: 'otlp-2', ...SERVER, protocol: OtlpProtocol.GRPC, username: 'a', password: SECRET }),
      LogSink.kafka({ brokers: ['kafka:9093'], topic: 'logs', username: 'a', password: SECRET, tls: { ca: SECRET, cert: SECRET, key: SECRET } }),
      LogSink.kafka({ id: 'kafka-2', brokers: ['kafka:9093'], topic: 'logs', tls: { insecureSkipVerify: true } }),
      LogSink.http({ ...SERVER, headers: { 'x-a': 'b' }, compress: true, bearerToken: SECRET }),
      LogSink.splunkHec({ ...SERVER, token: SECRET, index: 'a', source: 'b', sourcetype: 'c' }),
      LogSink.cloudWatch({ ...AWS, logGroup: 'logs', createLogGroup: true, retentionDays: 7, endpoint: 'https://logs.example.com:4566' }),
      LogSink.s3({ ...AWS, bucket: 'logs', endpoint: 'http://s3.example.com:9000' }),
      LogSink.forward({ ...SERVER, sharedKey: SECRET, username: 'a', password: SECRET, retry: { attempts: 3, maxIntervalSeconds: 2 } }),
      LogSink.forward({ id: 'plain', host: 'logs', tls: { enabled: false } }),
      LogSink.stdout(),
    ],
  },
  'a buffer in memory': { buffer: LogBuffer.memory(), sources: [LogSource.containers({ multiline: [Multiline.go()] })] },
  'hot reload': { configReload: ConfigReload.HOT_RELOAD },
};

describe.each(Object.entries(PIPELINES))('%s', (_name, props) => {
  const { config, service, parsers, multilineParsers } = collector(props);

  test('asks nothing of the program that it does not have', () => {
    const strange = Object.entries<any[]>(config.pipeline).flatMap(([section, plugins]) => plugins.flatMap(plugin =>
      Object.keys(plugin).filter(option => !isKnown(section, plugin.name, option)).map(option => `${section}: ${plugin.name} ${option}`)));
    expect(strange).toEqual([]);
    expect(Object.keys(service).filter(key => !SERVICE.includes(key))).toEqual([]);
    expect(parsers.flatMap(Object.keys).filter(key => !PARSER.includes(key))).toEqual([]);
    expect(multilineParsers.flatMap(Object.keys).filter(key => !MULTILINE_PARSER.includes(key))).toEqual([]);
  });

  test('has lists where the program takes several values, and there alone', () => {
    const strange = Object.values<any[]>(config.pipeline).flat().flatMap(plugin => Object.entries(plugin)
      .filter(([option, value]) => typeof value === 'object' && !(Array.isArray(value) && LISTS[plugin.name]?.includes(option))).map(([option]) => `${plugin.name} ${option}`));
    expect(strange).toEqual([]);
  });

  test('names parsers that there are', () => {
    const names = [...parsers, ...multilineParsers].map(({ name }) => name);
    const named = Object.values<any[]>(config.pipeline).flat()
      .flatMap(plugin => [plugin.parser, ...(plugin['multiline.parser'] ?? '').split(/,\s*/)]);
    expect(named.filter(name => name && !['docker', 'cri', 'java', 'python', 'go', ...names].includes(name))).toEqual([]);
  });

  test('gives each input a file of its own', () => {
    const files = (config.pipeline.inputs as any[]).map(({ db }) => db);
    expect(files).toEqual([...new Set(files)]);
    expect(files).not.toContain(undefined);
  });
});

test('the table is of the version that runs', () => {
  expect(collector().main.image).toMatch(new RegExp(`:${READ_AT}$`));
});

test('the pipelines have all plugins of the table', () => {
  const used = Object.values(PIPELINES).flatMap(props => Object.values<any[]>(collector(props).config.pipeline).flat().map(({ name }) => name));
  expect(Object.values(PLUGINS).flatMap(Object.keys).filter(plugin => !used.includes(plugin))).toEqual([]);
});

function isKnown(section: string, plugin: string, option: string): boolean {
  const own = PLUGINS[section][plugin];
  return own !== undefined && [...OF_ALL[section], ...own].some(known => known === option || known.endsWith('.') && option.startsWith(known));
}
