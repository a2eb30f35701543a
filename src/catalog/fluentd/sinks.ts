import { goOn } from './joins';
import { Section, section } from './language';
import { output, prepared } from './outputs';
import { tagged } from './tags';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';

/**
 * How lines come to all sinks that take them. Each sink has a label of its own, in which it sends again what it could not,
 * so that no other sink gets it twice.
 * @see https://docs.fluentd.org/output/copy
 */
export function routes(sinks: readonly BufferedSink[]): Section {
  if (sinks.length === 1 && !dropsNewest(sinks[0])) {
    return goOn(labelOf(sinks[0]));
  }
  return section('match', '**', { '@type': 'copy', 'copy_mode': 'shallow' },
    ...sinks.map(sink => section('store', 'ignore_error', { '@type': 'relabel', '@label': labelOf(sink) })));
}

export function labels(around: LogSurroundings): Section[] {
  return around.pipeline.sinks.map(sink => section('label', labelOf(sink), {},
    ...prepared(sink, around),
    output(sink, tagged(sink.sources), around),
    sink.sources === undefined ? undefined : section('match', '**', { '@type': 'null', '@id': `not_for_${sink.id}` })));
}

function labelOf({ id }: BufferedSink): string {
  return `@sink_${id}`;
}

/** A full buffer is an error, which the copy leaves out, and the line with it. */
function dropsNewest({ buffer }: BufferedSink): boolean {
  return buffer.whenFull === 'dropNewest';
}
