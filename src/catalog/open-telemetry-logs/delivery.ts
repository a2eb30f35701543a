import { withoutUndefined } from '../../host/copy';
import { RetryModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { Component } from '../open-telemetry/component';

const MEBIBYTE = 1024 * 1024;

/** How large requests are, in bytes of OTLP: at most as large as what takes them by its own defaults. */
interface Batch {
  readonly flushSeconds: number;
  readonly least: number;
  readonly most: number;
}

/** Servers of OTLP over gRPC take 4 MiB. */
const STANDARD: Batch = { flushSeconds: 1, least: MEBIBYTE / 2, most: 2 * MEBIBYTE };

/** Brokers take 1 MiB, and as JSON a message is larger. */
const KAFKA: Batch = { flushSeconds: 1, least: MEBIBYTE / 8, most: MEBIBYTE / 4 };

/**
 * What waits for a sink, and how often it is sent again.
 * @see https://github.com/open-telemetry/opentelemetry-collector/tree/main/exporter/exporterhelper
 */
export function delivery(sink: BufferedSink, { state }: LogSurroundings): object {
  const { maxMebibytes, whenFull, kind } = sink.buffer;
  const { flushSeconds, least, most } = sink.kind === 's3' ? { flushSeconds: sink.uploadSeconds, least: 8 * MEBIBYTE, most: 16 * MEBIBYTE }
    : sink.kind === 'kafka' ? KAFKA : STANDARD;
  return {
    sending_queue: withoutUndefined({
      enabled: true,
      sizer: 'bytes',
      queue_size: maxMebibytes * MEBIBYTE,
      // What a full queue refuses is lost.
      block_on_overflow: whenFull !== 'dropNewest',
      storage: kind === 'disk' && state ? 'file_storage' : undefined,
      batch: { flush_timeout: `${flushSeconds}s`, min_size: Math.min(least, maxMebibytes * MEBIBYTE / 2), max_size: most },
    }),
    // That of Elasticsearch knows no other than its own.
    ...sink.kind === 'elasticsearch' ? {} : { retry_on_failure: retry(sink.retry) },
  };
}

function retry({ giveUpAfterSeconds, maxIntervalSeconds }: RetryModel): object {
  return {
    enabled: true,
    initial_interval: '1s',
    max_interval: `${Math.min(maxIntervalSeconds, giveUpAfterSeconds ?? maxIntervalSeconds)}s`,
    // Without an end; its own default is five minutes.
    max_elapsed_time: `${giveUpAfterSeconds ?? 0}s`,
  };
}

/**
 * Positions and buffers, a file of each, which a node that loses its power leaves as they were.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/extension/storage/filestorage
 */
export function fileStorage({ state }: LogSurroundings): Component[] {
  return state === undefined ? [] : [{
    name: 'file_storage',
    config: {
      directory: state.directory,
      create_directory: true,
      fsync: true,
      // Without it a file that was large once stays large. Its own directory would be one that is not there.
      compaction: { directory: state.directory, on_rebound: true, cleanup_on_start: true },
    },
    signals: [],
  }];
}
