import { chmodSync, mkdirSync } from 'fs';
import { createServer, request as createRequest } from 'http';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { apiServer } from './harness/api-server';
import { ContainerLog } from './harness/container-log';
import { directory } from './harness/directory';
import { freePort, until, waitFor } from './harness/http';
import { listen } from './harness/listen';
import { otlpSink, OtlpSink } from './harness/otlp-sink';
import { Place, startContainer } from './harness/pod';
import { Running } from './harness/run';
import { SERVICE_ACCOUNT, serviceAccount } from './harness/service-account';
import { hostRoot, HostRoot } from './host/root';
import { KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline } from '../../src';
import { chartOf } from '../core/testing';

const TRACE = [
  'java.lang.IllegalStateException: no cart', '\tat shop.Cart.add(Cart.java:42)', '\tat shop.Main.main(Main.java:7)', 'Caused by: java.io.IOException: closed', '\t... 2 more',
];

/** A node with a container that writes, and what takes its lines. */
interface Node {
  readonly host: HostRoot;
  readonly log: ContainerLog;
  readonly sink: OtlpSink;
  start(place?: Partial<Place>): Promise<Running>;
}

/**
 * The pod of a LogCollector runs as its manifests say, with the configuration that they have. Two things differ from a cluster: ports of
 * loopback, which are props, and that the exporter speaks JSON, which one more argument says: it is what the sink of these tests reads.
 */
async function node(props: Partial<LogCollectorProps>): Promise<Node> {
  const [host, sink, port, metricsPort] = [hostRoot(), await otlpSink(), await freePort(), await freePort()];
  mkdirSync(join(host.path, 'var/log/pods'), { recursive: true });
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', {
    name: 'logs',
    agent: LogAgent.openTelemetry(),
    kubernetesMetadata: KubernetesMetadata.none(),
    sinks: [LogSink.otlp({ host: '127.0.0.1', port: Number(new URL(sink.url).port), tls: { enabled: false } })],
    health: { port, metricsPort },
    ...props,
  });
  const manifests = chart.toJson();
  const [container] = manifests.find(({ kind }) => kind === 'DaemonSet').spec.template.spec.containers;
  if (JSON.stringify(manifests).includes('otlphttp/otlp:')) { container.args.push('--set=exporters.otlphttp/otlp.encoding=json'); }
  return {
    host,
    sink,
    log: new ContainerLog(join(host.path, 'var/log/pods'), 'shop', 'cart-1', 'app'),
    start: async (place = {}) => {
      const running = startContainer(manifests, 'opentelemetry-collector', 'otelcol', { host, ...place });
      await waitFor(`http://127.0.0.1:${port}/`, running);
      return running;
    },
  };
}

const textsOf = ({ logs }: OtlpSink) => logs.map(({ body }) => body);

/** Waits until so many lines are there, and a while for those that must not come. */
async function settled(sink: OtlpSink, expected: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (sink.logs.length < expected && Date.now() < deadline) {
    await new Promise(later => setTimeout(later, 100));
  }
  await new Promise(later => setTimeout(later, 3000));
}

describe('lines of a container', () => {
  test('come whole, with the names that their file has', async () => {
    const { log, sink, start } = await node({});
    log.write(['a line that the runtime had cut into parts'], { part: 10 });
    log.write(['another'], { stream: 'stderr' });
    const running = await start();
    await until(running, 'both lines', () => sink.logs.length === 2 || undefined);
    expect(sink.logs.map(({ body, attributes, resource }) => [body, attributes['log.iostream'], resource])).toEqual([
      ['a line that the runtime had cut into parts', 'stdout', expect.anything()],
      ['another', 'stderr', {
        'k8s.namespace.name': 'shop',
        'k8s.pod.name': 'cart-1',
        'k8s.pod.uid': '00000000-0000-4000-8000-000000000006',
        'k8s.container.name': 'app',
        'k8s.container.restart_count': '0',
        'k8s.node.name': 'made-up-node',
        'host.name': 'made-up-node',
      }],
    ]);
  });

  test('of the collector itself are left out, and those of other namespaces where some were named', async () => {
    const { host, log, sink, start } = await node({ sources: [LogSource.containers({ namespaces: ['shop', 'logging'] })] });
    const other = (namespace: string, pod: string, container: string) => new ContainerLog(join(host.path, 'var/log/pods'), namespace, pod, container);
    other('logging', 'logs-x7x7x', 'opentelemetry-collector').write(['its own']);
    other('logging', 'logs-audit-x7x7x', 'opentelemetry-collector').write(['of another collector']);
    other('kube-system', 'dns', 'app').write(['of another namespace']);
    log.write(['of the shop']);
    const running = await start();
    await settled(sink, 2);
    expect(textsOf(sink).sort()).toEqual(['of another collector', 'of the shop']);
    await running.stop();
  });

  test('of a stack trace are one, though the other stream writes between them', async () => {
    const { log, sink, start } = await node({ sources: [LogSource.containers({ multiline: [Multiline.java({ pods: ['cart-*'] }), Multiline.go()] })] });
    const running = await start();
    TRACE.forEach((line, position) => {
      log.write([line], { stream: 'stderr' });
      log.write([`between ${position}`]);
    });
    log.write(['after it'], { stream: 'stderr' });
    await settled(sink, 7);
    expect(textsOf(sink).sort()).toEqual(['after it', ...TRACE.map((_, position) => `between ${position}`), TRACE.join('\n')].sort());
    expect(sink.logs.some(({ attributes }) => 'log.origin' in attributes)).toBe(false);
    await running.stop();
  });

  test('pass the filters in the order in which they are written', async () => {
    const { log, sink, start } = await node({
      filters: [
        LogFilter.redact('\\d{4}-\\d{4}$'),
        LogFilter.parseJson(),
        LogFilter.drop(LogField.named('level'), '^debug$'),
        LogFilter.keep(LogField.MESSAGE, 'keep|level'),
        LogFilter.addFields({ node: 'on $(NODE_NAME)', level: '${x} $5' }, { id: 'more' }),
      ],
    });
    log.write(['keep 1234-5678', 'neither', '{"level": "debug"}', '{"level": "info", "inner": {"n": 1}}', '{no json, keep', 'keep "quoted" \\ $HOME']);
    const running = await start();
    await settled(sink, 4);
    expect(sink.logs.map(({ body, attributes: { node: field, level, inner } }) => ({ body, node: field, level, inner }))).toEqual([
      { body: 'keep [REDACTED]', node: 'on made-up-node', level: '${x} $5', inner: undefined },
      { body: '{"level": "info", "inner": {"n": 1}}', node: 'on made-up-node', level: '${x} $5', inner: { n: 1 } },
      { body: '{no json, keep', node: 'on made-up-node', level: '${x} $5', inner: undefined },
      { body: 'keep "quoted" \\ $HOME', node: 'on made-up-node', level: '${x} $5', inner: undefined },
    ]);
    await running.stop();
  });

  test('have the labels of their pod, from the API server', async () => {
    const pod = (name: string, uid: string, labels: object) =>
      ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', uid, labels }, spec: { nodeName: 'made-up-node', containers: [] } });
    const pods = [pod('cart-1', '00000000-0000-4000-8000-000000000006', { 'app.kubernetes.io/name': 'cart' }), pod('static-1', 'of-the-mirror', { tier: 'a' })];
    const { url, authority, read } = await apiServer({}, pods);
    const { host, log, sink, start } = await node({
      kubernetesMetadata: KubernetesMetadata.apiServer(), filters: [LogFilter.drop(LogField.podLabel('app.kubernetes.io/name'), '^other$')],
    });
    log.write(['of a pod']);
    new ContainerLog(join(host.path, 'var/log/pods'), 'shop', 'static-1', 'app').write(['of a static pod, which has another uid on the node']);
    const { hostname, port } = new URL(url);
    const env = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
    const running = await start({ env, mounts: { [SERVICE_ACCOUNT]: serviceAccount(authority) } });
    await until(running, 'both lines', () => sink.logs.length === 2 || undefined);
    const label = 'k8s.pod.label.app.kubernetes.io/name';
    expect(sink.logs.map(({ body, resource }) => [body, resource[label] ?? resource['k8s.pod.label.tier']]).sort())
      .toEqual([['of a pod', 'cart'], ['of a static pod, which has another uid on the node', 'a']]);
    expect(read[0]).toContain('fieldSelector=spec.nodeName%3Dmade-up-node');
  });
});

test('lines wait in their files while a sink takes none and its buffer is full, and none is lost', async () => {
  const other = await otlpSink();
  let isOpen = false;
  const gate = createServer((request, response) => {
    if (!isOpen) {
      response.writeHead(503).end();
      return;
    }
    request.pipe(createRequest(`${other.url}${request.url}`, { method: 'POST', headers: request.headers }, answer => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    }));
  });
  const sink = LogSink.otlp({
    host: '127.0.0.1', port: await listen(gate), tls: { enabled: false }, buffer: LogBuffer.disk({ maxSize: '1Mi' }), retry: { maxIntervalSeconds: 1 },
  });
  const { log, start } = await node({ sinks: [sink] });
  const running = await start();
  const lines = Array.from({ length: 6000 }, (_, n) => `line ${n} ${'x'.repeat(1000)}`);
  log.write(lines);
  await new Promise(later => setTimeout(later, 5000));
  isOpen = true;
  await settled(other, lines.length);
  expect([...textsOf(other)].sort()).toEqual([...lines].sort());
  await running.stop();
}, 90_000);

test('lines come to Elasticsearch in an index that need not be a data stream', async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks);
      bodies.push((request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString());
      response.writeHead(200, { 'x-elastic-product': 'Elasticsearch', 'content-type': 'application/json' });
      response.end(JSON.stringify({ errors: false, items: [{ create: { status: 201 } }] }));
    });
  });
  const { log, start } = await node({ sinks: [LogSink.elasticsearch({ host: '127.0.0.1', port: await listen(server), tls: { enabled: false }, index: 'mine' })] });
  log.write(['a line']);
  const running = await start();
  const body = await until(running, 'the line', () => bodies.find(text => text.includes('a line')));
  const [action, document] = body.trim().split('\n').map(text => JSON.parse(text));
  expect(action).toEqual({ create: { _index: expect.stringMatching(/^mine-\d{4}\.\d\d\.\d\d$/) } });
  expect(document).toMatchObject({ 'Body': 'a line', 'log.iostream': 'stdout', 'Resource.k8s.pod.name': 'cart-1' });
  await running.stop();
});

test('entries of the journal are text and fields, and the audit log is fields', async () => {
  const { host, sink, start } = await node({
    sources: [LogSource.journal({ units: ['kubelet'], matches: { _TRANSPORT: ['kernel', 'audit'] } }), LogSource.audit()],
    agent: LogAgent.openTelemetry({ container: { image: 'example.com/with-journalctl:1' } }),
  });
  host.write('etc/machine-id', 'made-up');
  host.write('run/log/journal/.keep', '');
  host.write('var/log/kubernetes/audit/audit.log', '{"kind": "Event", "verb": "get", "user": {"username": "somebody"}}\n');
  const entry = { MESSAGE: 'it began', PRIORITY: '6', _SYSTEMD_UNIT: 'kubelet.service', __CURSOR: 'c', __REALTIME_TIMESTAMP: '1700000000000000', ARGS: '$*' };
  const bin = directory({ journalctl: `#!/bin/sh\ncat <<END\n${JSON.stringify(entry)}\nEND\nsleep 600\n` });
  chmodSync(join(bin, 'journalctl'), 0o755);
  const running = await start({ env: { PATH: `/made-up:${process.env.PATH}` }, mounts: { '/made-up': bin } });
  await until(running, 'both entries', () => sink.logs.length === 2 || undefined);
  const [journal, audit] = [...sink.logs].sort((a, b) => String(b.body).localeCompare(String(a.body)));
  expect(journal).toMatchObject({ body: 'it began', attributes: { PRIORITY: '6', _SYSTEMD_UNIT: 'kubelet.service' } });
  expect(journal.attributes.ARGS).toBe(
    '--utc --output=json --follow --lines=0 --unit kubelet.service --priority debug _TRANSPORT=kernel + _TRANSPORT=audit --all');
  expect(audit).toMatchObject({ attributes: { 'verb': 'get', 'user': { username: 'somebody' }, 'log.file.path': '/var/log/kubernetes/audit/audit.log' } });
  await running.stop();
});

function tally(sink: OtlpSink, count: number) {
  const seen = new Map<string, number>();
  sink.logs.forEach(({ body }) => seen.set(String(body), (seen.get(String(body)) ?? 0) + 1));
  const lines = Array.from({ length: count }, (_, n) => `line ${n}`);
  const lost = lines.filter(line => !seen.has(line));
  return {
    lost: lost.length,
    twice: lines.filter(line => (seen.get(line) ?? 0) > 1).length,
    strange: seen.size - (count - lost.length),
    // Written while nobody read, after the last end.
    ofTheLast: lines.slice(-200).filter(line => seen.get(line) === 1).length,
  };
}

/** Lines of a container that is rotated while its collector runs and while it does not, and is ended and started again. */
async function deliver({ isKilled, joins }: { isKilled: boolean; joins: boolean }) {
  const { log, sink, start } = await node({ sources: [LogSource.containers({ multiline: joins ? [Multiline.java()] : [] })] });
  let written = 0;
  const write = () => log.write(Array.from({ length: 100 }, () => `line ${written++}`), { part: 7 });
  let running = await start();
  for (let round = 0; round < 6; round += 1) {
    for (let batch = 0; batch < 10; batch += 1) {
      write();
      await new Promise(later => setTimeout(later, 60));
    }
    if (round % 3 === 0) { log.rotate(); }
    if (isKilled) { process.kill(running.pid, 'SIGKILL'); }
    await (isKilled ? running.ended : running.stop());
    write();
    if (round % 3 === 1) { log.rotate(); }
    write();
    running = await start();
  }
  await settled(sink, written);
  await running.stop();
  return { written, ...tally(sink, written) };
}

test.each([false, true])('a collector that is ended and started again loses nothing and sends nothing twice, over rotations too; it joins lines: %s', async joins => {
  expect(await deliver({ isKilled: false, joins })).toEqual({ written: 7200, lost: 0, twice: 0, strange: 0, ofTheLast: 200 });
}, 120_000);

test.each([false, true])('one that is killed goes on with what nobody had read; it joins lines: %s', async joins => {
  const figures = await deliver({ isKilled: true, joins });
  // Where it joins lines, those that wait for the next are lost: it has noted that it has read them. What it had not noted comes twice.
  process.stderr.write(`killed six times, ${joins ? 'joining lines' : 'line by line'}: ${JSON.stringify(figures)}\n`);
  expect(figures).toMatchObject({ written: 7200, ofTheLast: 200, ...joins ? {} : { lost: 0 } });
}, 120_000);
