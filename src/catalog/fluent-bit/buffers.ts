import { joiningGroups } from './multiline';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { LogSurroundings } from '../log/collector';
import { LogPipeline } from '../log/pipeline';

/** What lines may take of memory while they wait. */
export interface FluentBitBuffers {
  /** What each input has. */
  readonly input: object;
  /** What each filter has that gives lines to the pipeline once more. */
  readonly emitter: object;
  /** What the section `service` has. */
  readonly service: object;
}

/**
 * Lines wait where their input keeps them, whatever the sink, so that all sinks have one kind of buffer. `M` counts in thousands.
 *
 * On the disk, pieces of about 2 MB are in memory too: they get a quarter of the limit, and those that are read again at the start an
 * eighth. An emitter on the disk has no limit of its own: beyond it, it would drop lines, where else its input waits.
 *
 * @param inputs how many there are
 * @see https://docs.fluentbit.io/manual/administration/buffering-and-storage
 */
export function fluentBitBuffers({ pipeline, state }: Pick<LogSurroundings, 'pipeline' | 'state'>, inputs: number): FluentBitBuffers {
  const { memoryMebibytes } = pipeline;
  if (!isOnDisk(pipeline)) {
    const inMemory = Math.max(...pipeline.sinks.map(({ buffer }) => buffer.maxMebibytes));
    const share = `${Math.max(1, Math.floor(inMemory / (inputs + joiningGroups(pipeline).length)))}M`;
    return { input: { mem_buf_limit: share }, emitter: { emitter_mem_buf_limit: share }, service: {} };
  }
  const eighth = memoryMebibytes === undefined ? undefined : Math.max(1, Math.floor(memoryMebibytes / 8));
  return {
    input: { 'storage.type': 'filesystem' },
    emitter: { 'emitter_storage.type': 'filesystem', 'emitter_mem_buf_limit': 0 },
    service: state === undefined ? {} : withoutUndefined({
      'storage.path': `${state.directory}/buffer`,
      'storage.sync': 'normal',
      'storage.metrics': 'on',
      'storage.max_chunks_up': eighth === undefined ? undefined : Math.min(128, eighth),
      'storage.backlog.mem_limit': eighth === undefined ? undefined : `${eighth}M`,
    }),
  };
}

/** Whether lines wait on the disk. */
export function isOnDisk({ sinks }: LogPipeline): boolean {
  const kinds = [...new Set(sinks.map(({ buffer }) => buffer.kind))];
  if (kinds.length > 1) {
    throw invalid('buffers of the sinks', 'all on the disk or all in memory with Fluent Bit, whose inputs keep lines for all sinks', kinds,
      'give the collector one buffer, and let the sinks differ in its maxSize alone');
  }
  return kinds[0] === 'disk';
}

/** What a sink may hold itself beside all other buffers, in mebibytes: Kafka and S3 together an eighth of the limit. */
export function heldBySink({ sinks, memoryMebibytes }: LogPipeline, most: number): number {
  const holding = sinks.filter(({ kind }) => kind === 'kafka' || kind === 's3').length;
  return memoryMebibytes === undefined ? most : Math.max(1, Math.min(most, Math.floor(memoryMebibytes / 8 / holding)));
}
