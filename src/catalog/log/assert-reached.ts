import { assertReadOnce } from './assert-read-once';
import { invalid, listed } from '../../host/invalid';
import { FilterModel, SinkModel, SourceModel } from '../../host/log/model';

/** Refuses a pipeline in which lines come to nothing, or a part to no lines. */
export function assertReached(sources: readonly SourceModel[], filters: readonly FilterModel[], sinks: readonly SinkModel[]): void {
  if (sinks.length === 0) {
    throw invalid('sinks', 'given at least one, to which lines are sent', sinks, "write sinks: [LogSink.elasticsearch({ host: 'logs.example.com' })]");
  }
  for (const [what, parts] of Object.entries({ sources, filters, sinks })) {
    const ids = parts.map(({ id }) => id);
    const twice = ids.find((id, position) => ids.indexOf(id) !== position);
    if (twice !== undefined) {
      throw invalid(`id of ${what}`, 'used once', twice, `give one of the two another: { id: '${twice}-2' }`);
    }
  }
  const known = sources.map(({ id }) => id);
  for (const [what, parts] of Object.entries({ filter: filters, sink: sinks })) {
    for (const part of parts) {
      const stranger = part.sources?.find(id => !known.includes(id));
      if (stranger !== undefined) {
        throw invalid(`sources of the ${what} '${part.id}'`, `ids of sources; there are ${listed(known)}`, stranger, 'no line would reach it');
      }
    }
  }
  assertReadOnce(sources, sinks);
  const lost = sources.find(({ id }) => !sinks.some(sink => sink.sources === undefined || sink.sources.includes(id)));
  if (lost !== undefined) {
    throw invalid(`the source '${lost.id}'`, 'followed by a sink', sinks.map(({ id }) => id), `add '${lost.id}' to the sources of a sink, or leave it out`);
  }
}

/** Refuses lines that are written where all are read: each would come again, for ever. */
export function assertNoLoop(sources: readonly SourceModel[], sinks: readonly SinkModel[]): void {
  const own = sources.find(source => source.kind === 'containers' && !source.excludesSelf && Object.values(source.only).every(names => names.length === 0));
  const loop = own && sinks.find(({ kind, sources: taken }) => kind === 'stdout' && (taken === undefined || taken.includes(own.id)));
  if (own !== undefined && loop !== undefined) {
    throw invalid(`excludeSelf of the source '${own.id}'`, `true beside the sink '${loop.id}', whose lines are those of the collector itself`, false, 'they would come again, for ever');
  }
}
