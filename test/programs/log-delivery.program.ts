import { mkdirSync } from 'fs';
import { join } from 'path';
import { ContainerLog } from './harness/container-log';
import { directory } from './harness/directory';
import { startOtelcol } from './harness/otelcol';
import { otlpSink, OtlpSink } from './harness/otlp-sink';

const JAVA_CONTINUES = '^(\\\\s+at \\\\S|\\\\s+\\\\.\\\\.\\\\. \\\\d+ (more|common frames omitted)|\\\\s*(Caused by|Suppressed): )';

function configuration(root: string, state: string, url: string, joins: boolean): object {
  return {
    extensions: { file_storage: { directory: state, fsync: true } },
    receivers: {
      filelog: {
        include: [join(root, '*/*/*.log'), join(root, '*/*/*.log.*')],
        include_file_path: true,
        start_at: 'beginning',
        storage: 'file_storage',
        poll_interval: '100ms',
        retry_on_failure: { enabled: true },
        operators: [
          { type: 'container', id: 'container' },
          ...joins ? [{
            type: 'recombine',
            combine_field: 'body',
            is_first_entry: `not (body matches "${JAVA_CONTINUES}")`,
            source_identifier: 'attributes["log.file.path"]',
            force_flush_period: '1s',
          }] : [],
        ],
      },
    },
    exporters: {
      otlphttp: {
        endpoint: url,
        encoding: 'json',
        compression: 'none',
        sending_queue: { storage: 'file_storage', queue_size: 100000000, sizer: 'bytes', block_on_overflow: true },
        retry_on_failure: { max_elapsed_time: '0s', initial_interval: '200ms' },
      },
    },
    service: { extensions: ['file_storage'], pipelines: { logs: { receivers: ['filelog'], exporters: ['otlphttp'] } } },
  };
}

async function settled(sink: OtlpSink, expected: number): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (sink.logs.length < expected && Date.now() < deadline) {
    await new Promise(later => setTimeout(later, 100));
  }
  await new Promise(later => setTimeout(later, 1500));
}

function tally(sink: OtlpSink, count: number) {
  const seen = new Map<string, number>();
  sink.logs.forEach(({ body }) => seen.set(String(body), (seen.get(String(body)) ?? 0) + 1));
  const lines = Array.from({ length: count }, (_, n) => `line ${n}`);
  return { lost: lines.filter(line => !seen.has(line)).length, twice: lines.filter(line => (seen.get(line) ?? 0) > 1).length };
}

/** Lines of a container that is rotated while its collector is ended and started again. */
async function deliver({ isKilled, joins }: { isKilled: boolean; joins: boolean }) {
  const root = directory();
  const state = join(directory(), 'state');
  mkdirSync(state);
  const sink = await otlpSink();
  const log = new ContainerLog(root, 'shop', 'cart-1', 'app');
  const begin = () => startOtelcol(configuration(root, state, sink.url, joins));
  let written = 0;
  const write = () => log.write(Array.from({ length: 100 }, () => `line ${written++}`));
  let running = begin();
  for (let round = 0; round < 6; round += 1) {
    for (let batch = 0; batch < 10; batch += 1) {
      write();
      await new Promise(later => setTimeout(later, 60));
    }
    if (round % 2 === 1) { log.rotate(); }
    if (isKilled) { process.kill(running.pid, 'SIGKILL'); }
    await (isKilled ? running.ended : running.stop());
    write();
    running = begin();
  }
  await settled(sink, written);
  await running.stop();
  return { written, ...tally(sink, written) };
}

test('a collector that is ended and started again loses nothing and sends nothing twice, over rotations too', async () => {
  expect(await deliver({ isKilled: false, joins: true })).toEqual({ written: 6600, lost: 0, twice: 0 });
}, 120_000);

test('one that is killed loses nothing, and sends again what it had not yet noted', async () => {
  expect(await deliver({ isKilled: true, joins: false })).toMatchObject({ written: 6600, lost: 0 });
}, 120_000);
