import { readFileSync } from 'fs';
import { join } from 'path';
import { vector } from './vector-configuration';
import {
  ConfigReload, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline, ReadFrom, SecretValue, WhenFull,
} from '../../src';
import { IMAGES } from '../../src/catalog/images';

/** Kind of a value, or the values that an option has. */
type Option = string | readonly string[];
type Options = { readonly [path: string]: Option };
type Part = 'sources' | 'transforms' | 'sinks';

type Reference = { readonly version: string; readonly global: Options; readonly common: { readonly [part in Part]: Options } }
  & { readonly [part in Part]: { readonly [type: string]: Options } };

/**
 * Options of the components that we write, by the release whose documentation has them: taken from the files that Vector generates.
 * @see https://github.com/vectordotdev/vector/tree/v0.57.0/website/cue/reference
 */
const REFERENCE: Reference = JSON.parse(readFileSync(join(__dirname, 'vector-reference.json'), 'utf8'));

const secret = (key: string) => SecretValue.key('logs', key);
const TLS = { ca: secret('ca'), cert: secret('cert'), key: secret('key'), insecureSkipVerify: true };
const AWS = { region: 'eu-central-1', endpoint: 'https://aws.example.com', roleArn: 'arn:aws:iam::123456789012:role/logs', accessKeyId: secret('id'), secretAccessKey: secret('key') };
const HEADERS = { headers: { 'X-A': 'a' }, secretHeaders: { 'X-B': secret('b') } };

const EVERYTHING: Omit<LogCollectorProps, 'agent'> = {
  sources: [
    LogSource.containers({ namespaces: ['a'], excludePods: ['b'], multiline: [Multiline.java({ namespaces: ['shop-*'] }), Multiline.python()] }),
    LogSource.journal({ units: ['kubelet'], matches: { PRIORITY: ['3'] }, directories: ['/var/log/journal', '/run/log/journal'] }),
    LogSource.audit(),
    LogSource.files({ paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/a.log'], multiline: Multiline.go(), readFrom: ReadFrom.END }),
  ],
  filters: [LogFilter.parseJson(), LogFilter.addFields({ a: 'b' }), LogFilter.drop(LogField.MESSAGE, 'x'), LogFilter.keep(LogField.STREAM, 'x'), LogFilter.redact('x')],
  sinks: [
    LogSink.elasticsearch({ host: 'a', tls: TLS, apiKey: secret('key'), pipeline: 'p', retry: { attempts: 3 } }),
    LogSink.openSearch({ host: 'a', password: secret('password'), indexPerDay: false, buffer: LogBuffer.memory({ maxSize: '10Mi', whenFull: WhenFull.DROP_NEWEST }) }),
    LogSink.loki({ host: 'a', tls: TLS, tenant: 't', labels: { a: 'b' }, username: 'u', password: secret('password') }),
    LogSink.otlp({ host: 'a', tls: TLS, bearerToken: secret('token'), ...HEADERS, retry: { attempts: 3 } }),
    LogSink.kafka({ brokers: ['a:9092'], topic: 't', tls: TLS, username: 'u', password: secret('password'), retry: { attempts: 3 } }),
    LogSink.http({ host: 'a', tls: TLS, username: 'u', password: secret('password'), ...HEADERS, compress: true }),
    LogSink.splunkHec({ host: 'a', tls: TLS, token: secret('token'), index: 'i', source: 's', sourcetype: 't' }),
    LogSink.cloudWatch({ ...AWS, logGroup: 'g', createLogGroup: true, retentionDays: 7 }),
    LogSink.s3({ ...AWS, bucket: 'bucket', compress: false }),
    LogSink.stdout(),
  ],
  configReload: ConfigReload.HOT_RELOAD,
};

const CONFIGURATIONS = {
  'with metadata of pods': EVERYTHING,
  'with labels of namespaces': { ...EVERYTHING, kubernetesMetadata: KubernetesMetadata.apiServer({ labels: false, annotations: true, namespaceLabels: true }) },
  'without metadata': { ...EVERYTHING, kubernetesMetadata: KubernetesMetadata.none() },
};

/** The options of a component that the reference does not know as they are written. */
function unknown(value: unknown, options: Options, path = ''): string[] {
  const kind = path === '' ? 'object' : options[path] ?? options[path.replace(/[^.]+$/, '*')];
  switch (typeof value) {
    case 'object': return Array.isArray(value)
      ? kind === 'array' ? value.flatMap(item => typeof item === 'object' ? Object.entries(item).flatMap(([key, part]) => unknown(part, options, `${path}.${key}`)) : []) : [path]
      : kind !== 'object' ? [path] : Object.entries(value!).flatMap(([key, part]) => unknown(part, options, pathOf(path, key, options)));
    case 'string': return kind === 'string' || Array.isArray(kind) && kind.includes(value) ? [] : [path];
    case 'number': return kind === 'uint' || kind === 'float' ? [] : [path];
    default: return kind === 'bool' ? [] : [path];
  }
}

function pathOf(path: string, key: string, options: Options): string {
  const own = path === '' ? key : `${path}.${key}`;
  return own in options ? own : `${path}.*`;
}

describe.each(Object.entries(CONFIGURATIONS))('%s', (_how, props) => {
  const { configuration } = vector(props);

  test.each<Part>(['sources', 'transforms', 'sinks'])('every option of %s stands in the reference of Vector', part => {
    const wrong = Object.entries<any>(configuration[part]).flatMap(([id, { type, ...settings }]) =>
      REFERENCE[part][type] === undefined ? [`${id}: ${type}`] : unknown(settings, { ...REFERENCE.common[part], ...REFERENCE[part][type] }).map(option => `${id}: ${option}`));
    expect(wrong).toEqual([]);
  });

  test('every other option does, too', () => {
    const { sources, transforms, sinks, ...global } = configuration;
    expect(unknown(global, REFERENCE.global)).toEqual([]);
  });

  test('every input is there, and every id is used once', () => {
    const ids = [...Object.keys(configuration.sources), ...Object.keys(configuration.transforms), ...Object.keys(configuration.sinks)];
    expect(new Set(ids).size).toBe(ids.length);
    const routes = Object.entries<any>(configuration.transforms).flatMap(([id, { routes: all = [] }]) => [...all.map(({ name }: any) => `${id}.${name}`), `${id}._unmatched`]);
    const inputs: string[] = [...Object.values<any>(configuration.transforms), ...Object.values<any>(configuration.sinks)].flatMap(part => part.inputs);
    expect(inputs.filter(input => !ids.includes(input) && !routes.includes(input))).toEqual([]);
  });
});

test('a wrong name would be seen', () => {
  expect(unknown({ endpoint: 'a', endpoints: ['a'], bulk: { indx: 'a' }, compression: 'lzma', request: { timeout_secs: '60' } }, REFERENCE.sinks.elasticsearch))
    .toEqual(['bulk.*', 'compression', 'request.timeout_secs']);
});

test('the reference is that of the image', () => {
  expect(IMAGES.vector).toContain(`:${REFERENCE.version}-`);
  expect(IMAGES.vectorWithJournal).toContain(`:${REFERENCE.version}-`);
});
