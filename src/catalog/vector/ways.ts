import { transformOf } from './filters';
import { reading } from './sources';
import { Stage, through, together } from './stage';
import { FilterModel, SinkModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { LogPipeline } from '../log/pipeline';

/** Sources whose lines pass the same filters to the same sinks. Only they may flow together, for no line says where it came from. */
export interface Way {
  readonly sources: readonly SourceModel[];
  readonly stage: Stage;
}

export function waysOf(around: LogSurroundings, escape: <T>(value: T) => T): Way[] {
  const { pipeline } = around;
  const groups = groupsOf(pipeline);
  const idOf = (filter: FilterModel, [first]: readonly SourceModel[]) =>
    `filter_${filter.id}${groups.filter(([other]) => takes(filter, other)).length > 1 ? `_${first.id}` : ''}`;
  return groups.map(sources => {
    const stages = sources.map(source => {
      const stage = reading(source, around);
      return source.kind === 'raw' ? stage : { ...stage, sources: escape(stage.sources), transforms: escape(stage.transforms) };
    });
    const filters = pipeline.filters.filter(filter => takes(filter, sources[0]));
    const stage = filters.reduce((before, filter, position) => {
      const transform = transformOf(filter, sources, filters.slice(0, position));
      return through(before, idOf(filter, sources), filter.kind === 'raw' ? transform : escape(transform));
    }, together(stages));
    return { sources, stage };
  });
}

/** The ways that end in a sink. */
export function waysTo(sink: SinkModel, ways: readonly Way[]): Way[] {
  return ways.filter(({ sources }) => takes(sink, sources[0]));
}

/** Whether some source waits with its position until a line has arrived; `kubernetes_logs` does not. */
export function isConfirmed({ sources }: Way, { metadata }: LogPipeline): boolean {
  return sources.some(({ kind }) => kind === 'containers' ? metadata === undefined : kind !== 'raw');
}

function groupsOf({ sources, filters, sinks }: LogPipeline): SourceModel[][] {
  const keyOf = (source: SourceModel) => [...filters, ...sinks].map(part => takes(part, source)).join();
  return [...new Set(sources.map(keyOf))].map(key => sources.filter(source => keyOf(source) === key));
}

function takes({ sources }: { readonly sources?: readonly string[] }, { id }: SourceModel): boolean {
  return sources?.includes(id) ?? true;
}
