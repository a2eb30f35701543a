import { invalid } from '../../host/invalid';
import { LogSurroundings } from '../log/collector';

/**
 * What waits for the sinks: one queue for all of them.
 * @see https://www.elastic.co/docs/reference/logstash/persistent-queues
 */
export function queue({ pipeline: { sinks } }: LogSurroundings): object {
  const [{ buffer }] = sinks;
  const other = sinks.find(sink => sink.buffer.kind !== buffer.kind || sink.buffer.maxMebibytes !== buffer.maxMebibytes);
  if (other !== undefined) {
    throw invalid(`buffer of the sink '${other.id}'`, 'that of all sinks with Logstash, which has one queue for them', other.buffer, 'write buffer of the collector');
  }
  return buffer.kind === 'memory' ? { 'queue.type': 'memory' } : {
    'queue.type': 'persisted',
    'queue.max_bytes': `${buffer.maxMebibytes}mb`,
    // A queue holds one page at least.
    'queue.page_capacity': `${Math.min(64, buffer.maxMebibytes)}mb`,
  };
}
