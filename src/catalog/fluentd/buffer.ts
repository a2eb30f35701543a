import { Section, section, Settings } from './language';
import { RetryModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';

const THREE_DAYS = 259200;

const WHEN_FULL = { pause: 'block', dropOldest: 'drop_oldest_chunk', dropNewest: 'throw_exception' } as const;

/**
 * What waits for a sink.
 * @see https://docs.fluentd.org/configuration/buffer-section
 */
export function buffer({ id, buffer: { kind, maxMebibytes, whenFull = 'pause' }, retry }: BufferedSink, around: LogSurroundings, keys: string, settings: Settings = {}): Section {
  return section('buffer', keys, {
    ...kind === 'disk' ? { '@type': 'file', 'path': `${around.state!.directory}/buffer/${id}` } : { '@type': 'memory' },
    total_limit_size: `${maxMebibytes}m`,
    chunk_limit_size: `${chunkMebibytes(maxMebibytes, around.pipeline.maxLineBytes)}m`,
    ...'timekey' in settings ? {} : { flush_mode: 'interval', flush_interval: '5s' },
    overflow_action: WHEN_FULL[whenFull],
    retry_max_interval: `${retry.maxIntervalSeconds}s`,
    ...retries(retry),
    // What the sink will never take would otherwise fill /tmp.
    disable_chunk_backup: true,
    ...settings,
  });
}

/** A line that is longer than a chunk is dropped. */
function chunkMebibytes(total: number, maxLineBytes: number): number {
  return Math.max(1, Math.min(Math.floor(total / 2), 2 * Math.ceil(maxLineBytes / 1024 / 1024)));
}

/** Its own default gives up after three days, whatever the number of attempts. */
function retries({ attempts, giveUpAfterSeconds, maxIntervalSeconds }: RetryModel): Settings {
  return attempts === undefined && giveUpAfterSeconds === undefined ? { retry_forever: true } : {
    retry_max_times: attempts,
    retry_timeout: `${giveUpAfterSeconds ?? Math.max(THREE_DAYS, attempts! * maxIntervalSeconds * 2)}s`,
  };
}
