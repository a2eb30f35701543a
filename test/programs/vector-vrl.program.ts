import * as fc from 'fast-check';
import { judged, programsOf } from './harness/vrl';
import {
  KubernetesMetadata, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline, SecretValue,
} from '../../src';
import { assertDialect, RUST } from '../../src/catalog/log/dialect';
import { literal, pattern, textExpression } from '../../src/catalog/vector/vrl';
import { vector } from '../daemons/vector-configuration';

const STDOUT = LogSink.stdout();
const programs = (props: Omit<LogCollectorProps, 'agent'>) => programsOf(vector({ sinks: [STDOUT], ...props }).configuration);

/** What becomes of events in one program of a configuration. */
async function ran(props: Omit<LogCollectorProps, 'agent'>, where: string, ...events: object[]) {
  const source = programs(props)[where];
  expect(Object.keys(programs(props))).toContain(where);
  const [{ error, runs }] = await judged([{ source, events: events.map(event => ({ event })) }], { NODE_NAME: 'node-1' });
  expect(error).toBeUndefined();
  expect(runs!.map(({ failure }) => failure)).toEqual(events.map(() => undefined));
  return runs!;
}

const after = async (props: Omit<LogCollectorProps, 'agent'>, where: string, event: object) => (await ran(props, where, event))[0].event;
const filtered = (filter: LogFilter, event: object, before: LogFilter[] = []) => after({ filters: [...before, filter] }, `filter_${filter.id}.source`, event);
const answers = async (props: Omit<LogCollectorProps, 'agent'>, where: string, ...messages: string[]) =>
  (await ran(props, where, ...messages.map(message => ({ message })))).map(({ answer }) => answer);

describe('every program of a configuration compiles, without a warning', () => {
  const everything: LogCollectorProps = {
    sources: [
      LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] }), Multiline.python({ pods: ['a.b-*', 'c'], containers: ['d'] }), Multiline.pattern({ firstLine: "^it's \\d" })] }),
      LogSource.journal({ units: ['kubelet', 'systemd-\\x2d.service'], matches: { PRIORITY: ['3', '"'], _TRANSPORT: ['kernel'] } }),
      LogSource.audit(),
      LogSource.files({ paths: ['/var/log/nginx/*.log'], multiline: Multiline.go() }),
    ],
    filters: [
      LogFilter.redact('\\d{16}', { id: 'first' }),
      LogFilter.parseJson(),
      LogFilter.addFields({ node: '$(NODE_NAME)', text: '"\'{{x}}\\n$ $$(NODE_NAME) %' }),
      LogFilter.keep(LogField.named('level'), '^(?i:warn|error)$'),
      LogFilter.redact("[^'\\]]'\\'"),
    ],
    sinks: [
      LogSink.elasticsearch({ host: 'es' }), LogSink.loki({ host: 'loki' }), LogSink.otlp({ host: 'otel' }),
      LogSink.cloudWatch({ region: 'eu-central-1', logGroup: 'logs' }), LogSink.splunkHec({ host: 'splunk', token: SecretValue.key('splunk', 'token') }),
    ],
  };

  const byLabel = LogFilter.drop(LogField.podLabel('app.kubernetes.io/name'), "^o'neill\\b");

  test.each([['with metadata', undefined, [byLabel]], ['without', KubernetesMetadata.none(), []]])('%s', async (_how, kubernetesMetadata, more) => {
    const all = Object.entries(programs({ ...everything, kubernetesMetadata, filters: [...everything.filters!, ...more] }));
    const verdicts = await judged(all.map(([, source]) => ({ source })));
    expect(all.map(([where], position) => [where, verdicts[position].error ?? verdicts[position].warnings]).filter(([, complaint]) => complaint)).toEqual([]);
    expect(all.length).toBeGreaterThan(15);
  });
});

describe('drop and keep', () => {
  const condition = (filter: LogFilter, ...events: object[]) => ran({ filters: [filter] }, `filter_${filter.id}.condition`, ...events)
    .then(runs => runs.map(({ answer }) => answer));

  test('drop drops what the pattern matches anywhere', async () => {
    expect(await condition(LogFilter.drop(LogField.MESSAGE, 'debug'), { message: 'a debug line' }, { message: 'an error' }, { message: '' }, {})).toEqual([false, true, true, true]);
  });

  test('drop keeps a line without the field, whatever the pattern', async () => {
    expect(await condition(LogFilter.drop(LogField.named('level'), '.*'), { message: 'x' }, { level: 'info' })).toEqual([true, false]);
  });

  test('keep drops a line without the field, and what the pattern matches nowhere', async () => {
    expect(await condition(LogFilter.keep(LogField.named('status'), '^5'), { status: 503 }, { status: '500' }, { status: 200 }, { status: { code: 5 } }, {}))
      .toEqual([true, true, false, false, false]);
  });

  test('both look at labels of the pod', async () => {
    const event = (name: string) => ({ kubernetes: { pod_labels: { 'app.kubernetes.io/name': name } } });
    expect(await condition(LogFilter.keep(LogField.podLabel('app.kubernetes.io/name'), '^shop$'), event('shop'), event('shops'))).toEqual([true, false]);
  });

  test.each([
    [LogField.NAMESPACE, 'pod_namespace'], [LogField.POD, 'pod_name'], [LogField.CONTAINER, 'container_name'],
  ])('both look at names', async (field, key) => {
    expect(await condition(LogFilter.keep(field, '^a$'), { kubernetes: { [key]: 'a' } }, { kubernetes: { [key]: 'ab' } })).toEqual([true, false]);
  });
});

describe('redact', () => {
  test('replaces each part that the pattern matches', async () => {
    expect(await filtered(LogFilter.redact('\\d{4}'), { message: '1234 and 5678', other: '1234' })).toEqual({ message: '[REDACTED] and [REDACTED]', other: '1234' });
  });

  test('replaces it in the fields too that the text was parsed into, and not in names of pods', async () => {
    expect(await filtered(LogFilter.redact('\\d{4}', { replacement: '#' }), {
      message: '{"card":"1234"}', card: '1234', deep: { list: ['a 1234', 5] }, kubernetes: { pod_name: 'web-1234' },
    }, [LogFilter.parseJson()])).toEqual({ message: '{"card":"#"}', card: '#', deep: { list: ['a #', 5] }, kubernetes: { pod_name: 'web-1234' } });
    expect(await filtered(LogFilter.redact('a'), { message: 'a' }, [LogFilter.parseJson()])).toEqual({ message: '[REDACTED]' });
  });

  test('leaves alone what is no text', async () => {
    expect(await filtered(LogFilter.redact('1'), { message: 1 })).toEqual({ message: 1 });
  });
});

describe('JSON', () => {
  test('is merged, and the text stays', async () => {
    expect(await filtered(LogFilter.parseJson(), { message: '{"level":"info","n":{"a":1}}' })).toEqual({ message: '{"level":"info","n":{"a":1}}', level: 'info', n: { a: 1 } });
  });

  test('replaces nothing that is known of the line', async () => {
    const event = { message: '{"kubernetes":{"pod_namespace":"other"},"message":"x","stream":"y"}', kubernetes: { pod_namespace: 'shop' }, stream: 'stdout' };
    expect(await filtered(LogFilter.parseJson(), event)).toEqual(event);
  });

  test.each(['no JSON', '[1]', '"text"', '', '{"cut":'])('leaves alone %j', async message => {
    expect(await filtered(LogFilter.parseJson(), { message })).toEqual({ message });
  });

  test('of the audit log takes the place of the text, and gives its time', async () => {
    const event = await after({ sources: [LogSource.audit()] }, 'parse_audit.source', { message: '{"stage":"Panic","stageTimestamp":"2026-11-21T10:00:00.123456Z"}', timestamp: 'now' });
    expect(event).toEqual({ stage: 'Panic', stageTimestamp: '2026-11-21T10:00:00.123456Z', timestamp: '2026-11-21T10:00:00.123456Z' });
  });
});

describe('fields', () => {
  test('have variables of the container', async () => {
    expect(await filtered(LogFilter.addFields({ cluster: 'prod', node: '$(NODE_NAME)', both: 'on $(NODE_NAME)!', not: '$$(NODE_NAME)' }), { cluster: 'old' }))
      .toEqual({ cluster: 'prod', node: 'node-1', both: 'on node-1!', not: '$(NODE_NAME)' });
  });

  test('have any text', async () => {
    const texts = fc.sample(fc.string({ unit: fc.constantFrom('"', "'", '\\', '{', '}', '$', '%', '#', ' ', '\t', 'n', 'é', '😀', '(', ')', '[', '.') }), 300)
      .map(text => text.replace(/\$\(/g, '$ ('));
    const verdicts = await judged(texts.flatMap(text => [literal(text), textExpression(text)].map(source => ({ source, events: [{ event: {} }] }))));
    expect(verdicts.map(({ error, runs }) => error ?? runs![0].answer)).toEqual(texts.flatMap(text => [text, text]));
  });
});

describe('regular expressions', () => {
  test.each([
    ["it's", "it's"], ["\\'", "'"], ["[^']$", 'x'], ["\\\\'", "\\'"], ['\\d{2}\\.', '12.'], ['(?i)ERR', 'err'], ['"\\{', '"{'],
  ])('%s is written so that it means the same', async (expression, text) => {
    const [{ error, runs }] = await judged([{ source: `match(string!(.x), ${pattern(expression)})`, events: [{ event: { x: text } }] }]);
    expect(error ?? runs![0].answer).toBe(true);
  });

  test.each(['{"a"', 'a{', '\\Qa\\E', '(?=a)', '(a)\\1', '\\h', '[[]', '[a[b]', '[a]{', 'x{,3}', '\\z\\Z'])('%s, which the language would refuse, is refused before', async expression => {
    expect(() => assertDialect('pattern', expression, RUST, 'Vector')).toThrow();
    expect((await judged([{ source: pattern(expression) }]))[0].error).toBeDefined();
  });

  test.each(['\\{"a"', '[{]', 'a{2,}', '\\p{L}', '\\x{41}', '[[:alpha:]]', '[^\\[]', '[a]\\[[b]{1}', '[]a{]', '\\[{2}', '(?P<a>b)', '(?<a>b)', '\\/', '\\-', '\\<'])('%s is accepted by both', async expression => {
    expect(() => assertDialect('pattern', expression, RUST, 'Vector')).not.toThrow();
    expect((await judged([{ source: pattern(expression) }]))[0].error).toBeUndefined();
  });
});

describe('lines that belong together', () => {
  const starts = (multiline: Multiline, ...lines: string[]) => answers({ sources: [LogSource.containers({ multiline: [multiline] })] }, 'multiline_containers_1.starts_when', ...lines);

  test('are those of a stack trace of Java', async () => {
    expect(await starts(Multiline.java(), 'Exception in thread "main" java.lang.IllegalStateException: no', '\tat com.example.Shop.buy(Shop.java:7)', '\t... 3 more', 'Caused by: java.io.IOException', 'next line'))
      .toEqual([true, false, false, false, true]);
  });

  test('are those of a traceback of Python', async () => {
    expect(await starts(Multiline.python(), 'Traceback (most recent call last):', '  File "a.py", line 1, in <module>', 'ValueError: no', 'next line')).toEqual([true, false, false, true]);
  });

  test('are those of a panic of Go, and of an exception of .NET', async () => {
    expect(await starts(Multiline.go(), 'panic: no', '', 'goroutine 1 [running]:', 'main.main()', '\t/a/main.go:4 +0x1d', 'next line')).toEqual([true, false, false, false, false, true]);
    expect(await starts(Multiline.dotnet(), 'Unhandled exception. System.Exception: no', '   at Program.Main()', 'next line')).toEqual([true, false, true]);
  });

  test('are all until the next first line, where only that is known', async () => {
    expect(await starts(Multiline.pattern({ firstLine: '^\\d{4}-' }), '2026-11-21 a', 'b', '2026-11-22 c')).toEqual([true, false, true]);
  });

  test('are those of their pods', async () => {
    const props = { sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*', 'a'], containers: ['app'] })] })] };
    const of = (pod_namespace: string, container_name: string) => ({ kubernetes: { pod_namespace, container_name } });
    expect((await ran(props, 'multiline_containers.group_1', of('shop-eu', 'app'), of('a', 'app'), of('ab', 'app'), of('shop-eu', 'proxy'), {})).map(({ answer }) => answer))
      .toEqual([true, true, false, false, false]);
  });
});

describe('lines of containers, where nobody is asked', () => {
  const none = { kubernetesMetadata: KubernetesMetadata.none() };
  const FILE = '/var/log/pods/shop-eu_web-7d9_0f8fad5b-d9cb-469f-a165-70867728950e/app/0.log';
  const parsed = (message: string, file = FILE) => ran(none, 'parse_containers.source', { message, file, timestamp: 'read' }).then(([run]) => run);

  test('have names from the path of their file', async () => {
    const { event } = await parsed('2026-11-21T10:00:00.5Z stdout F hello');
    expect(event.kubernetes).toEqual({ pod_namespace: 'shop-eu', pod_name: 'web-7d9', pod_uid: '0f8fad5b-d9cb-469f-a165-70867728950e', container_name: 'app' });
    expect((await parsed('x', '/elsewhere.log')).event.kubernetes).toEqual({});
  });

  test.each([
    ['2026-11-21T10:00:00.123456789Z stderr F an error', 'an error', 'stderr', false],
    ['2026-11-21T10:00:00+01:00 stdout P the first ', 'the first ', 'stdout', true],
    ['2026-11-21T10:00:00Z stdout F ', '', 'stdout', false],
    ['2026-11-21T10:00:00Z stdout F', '', 'stdout', false],
    ['2026-11-21T10:00:00Z stdout F:x   two  blanks', '  two  blanks', 'stdout', false],
    ['{"log":"of docker\\n","stream":"stderr","time":"2026-11-21T10:00:00.5Z"}', 'of docker', 'stderr', false],
    ['{"log":"cut","stream":"stdout","time":"2026-11-21T10:00:00.5Z"}', 'cut', 'stdout', true],
  ])('are taken out of %j', async (line, message, stream, partial) => {
    const { event, metadata } = await parsed(line);
    expect(event).toMatchObject({ message, stream, timestamp: expect.stringMatching(/^2026-11-21T(10|09):00:00/) });
    expect(metadata).toEqual({ partial });
  });

  test('stay as they are in another format', async () => {
    expect((await parsed('who wrote this')).event).toMatchObject({ message: 'who wrote this', timestamp: 'read' });
  });

  test('are joined up to the last part', async () => {
    const source = programs(none)['join_containers.ends_when'];
    const [{ error, runs }] = await judged([{ source, events: [true, false, undefined].map(partial => ({ event: {}, metadata: { partial } })) }]);
    expect(error ?? runs!.map(({ answer }) => answer)).toEqual([false, true, true]);
  });
});

describe('what sinks want', () => {
  const shape = (sink: LogSink, event: object) => after({ sinks: [sink] }, `shape_${sink.id}.source`, event);
  const labels = { 'app': 'web', 'app.kubernetes.io/name': 'web' };
  const kubernetes = { pod_namespace: 'shop', pod_name: 'web', container_name: 'app', pod_labels: labels };
  const EVENT = { message: 'hello', timestamp: '2026-11-21T10:00:00Z', stream: 'stdout', count: 3, more: { a: [1] }, kubernetes };

  test('is no dot in the names of fields, and a time that Kibana finds', async () => {
    const event = await shape(LogSink.elasticsearch({ host: 'es' }), EVENT);
    expect(event.kubernetes.pod_labels).toEqual({ 'app': 'web', 'app_kubernetes_io/name': 'web' });
    expect(event['@timestamp']).toBe(EVENT.timestamp);
  });

  test('is labels of what there is', async () => {
    expect((await shape(LogSink.loki({ host: 'loki' }), EVENT)).loki_labels).toEqual({ namespace: 'shop', pod: 'web', container: 'app', stream: 'stdout' });
    expect((await shape(LogSink.loki({ host: 'loki' }), { message: 'x', _SYSTEMD_UNIT: 'kubelet.service' })).loki_labels).toEqual({ unit: 'kubelet.service' });
  });

  test('is a log stream for every line', async () => {
    const sink = LogSink.cloudWatch({ region: 'eu-central-1', logGroup: 'logs' });
    expect((await shape(sink, EVENT)).log_stream).toBe('shop.web.app');
    expect((await shape(sink, { message: 'x', source_type: 'journald' })).log_stream).toBe('journald');
  });

  test('is a record of OpenTelemetry', async () => {
    const { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }], ...rest } = await shape(LogSink.otlp({ host: 'otel' }), EVENT);
    const flat = (attributes: any[]) => Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
    expect(rest).toEqual({});
    expect(flat(resource.attributes)).toEqual({
      'k8s.namespace.name': 'shop', 'k8s.pod.name': 'web', 'k8s.container.name': 'app', 'k8s.pod.label.app': 'web', 'k8s.pod.label.app.kubernetes.io/name': 'web',
    });
    expect(record.body).toEqual({ stringValue: 'hello' });
    expect(record.timeUnixNano).toEqual(expect.any(Number));
    expect(flat(record.attributes)).toEqual({ stream: 'stdout', count: '3', more: '{"a":[1]}' });
  });
});
