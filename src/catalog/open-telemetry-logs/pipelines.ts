import { exporters } from './exporters';
import { processors } from './filters';
import { metadata } from './metadata';
import { Reading, receivers } from './receivers';
import { invalid } from '../../host/invalid';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { FilterModel, SourceModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { BufferedSink } from '../log/pipeline';
import { SharedParts } from '../open-telemetry/collector';
import { OwnPipeline } from '../open-telemetry/collector-config';
import { Component } from '../open-telemetry/component';

/** Lines that pass the same filters to the same sinks. */
interface Way {
  /** Ids of sources; `_received` for what others send, which no source can be called. */
  readonly ids: readonly string[];
  readonly receivers: readonly Component[];
  readonly asksForPods: boolean;
  readonly filters: readonly FilterModel[];
  readonly sinks: readonly BufferedSink[];
}

/** A pipeline for all sources whose lines go the same way: each has memory, and a watch of pods, of its own. */
export function pipelines(around: LogSurroundings, given: LogPipelineOptions, shared: SharedParts): OwnPipeline[] {
  const { pipeline, context } = around;
  const pods = pipeline.metadata === undefined ? [] : [metadata(pipeline.metadata, context.hardened)];
  const filterParts = new Map(pipeline.filters.map(filter => [filter, processors(filter)]));
  const sinkParts = new Map(pipeline.sinks.map(sink => [sink, exporters(sink, around)]));
  const ways = merged([...received(shared, around), ...pipeline.sources.map(source => wayOf(source, around, given))]);
  return ways.map(way => ({
    name: ways.length === 1 ? 'logs' : `logs/${way.ids.join('_')}`,
    receivers: way.receivers,
    processors: [
      ...shared.limiter,
      ...way.asksForPods ? pods : [],
      ...shared.resource,
      ...way.filters.flatMap(filter => filterParts.get(filter)!),
      ...shared.batch,
    ],
    exporters: way.sinks.flatMap(sink => sinkParts.get(sink)!),
  }));
}

function wayOf(source: SourceModel, around: LogSurroundings, given: LogPipelineOptions): Way {
  const reached = <T extends { readonly sources?: readonly string[] }>(parts: readonly T[]) =>
    parts.filter(({ sources }) => sources?.includes(source.id) ?? true);
  const sinks = reached(around.pipeline.sinks);
  const reading: Reading = { around, given, waits: waits(source.id, sinks) };
  return {
    ids: [source.id],
    receivers: receivers(source, reading),
    asksForPods: around.pipeline.metadata !== undefined && (source.kind === 'containers' || source.kind === 'raw'),
    filters: reached(around.pipeline.filters),
    sinks,
  };
}

/** What others send belongs to no source, and goes where all lines go. */
function received(shared: SharedParts, { pipeline }: LogSurroundings): Way[] {
  const bringing = shared.receivers.filter(({ signals }) => signals.includes('logs'));
  const ofAll = <T extends { readonly sources?: readonly string[] }>(parts: readonly T[]) => parts.filter(({ sources }) => sources === undefined);
  const sinks = ofAll(pipeline.sinks);
  return bringing.length === 0 || sinks.length === 0 ? []
    : [{ ids: ['_received'], receivers: bringing, asksForPods: false, filters: ofAll(pipeline.filters), sinks }];
}

function merged(ways: readonly Way[]): Way[] {
  const keyOf = ({ asksForPods, filters, sinks }: Way) => JSON.stringify([asksForPods, filters.map(({ id }) => id), sinks.map(({ id }) => id)]);
  return [...new Set(ways.map(keyOf))].map(key => {
    const same = ways.filter(way => keyOf(way) === key);
    return { ...same[0], ids: same.flatMap(({ ids }) => ids), receivers: same.flatMap(way => way.receivers) };
  });
}

/** A source that tries again sends what one sink has refused to the others once more; one that does not loses what the others wait for. */
function waits(id: string, sinks: readonly BufferedSink[]): boolean {
  const dropping = sinks.find(({ buffer }) => buffer.whenFull === 'dropNewest');
  const waiting = sinks.find(({ buffer }) => buffer.whenFull !== 'dropNewest');
  if (dropping !== undefined && waiting !== undefined) {
    throw invalid(`whenFull of the sinks of the source '${id}'`, 'the same for all, for the OpenTelemetry Collector',
      { [waiting.id]: 'pause', [dropping.id]: 'dropNewest' });
  }
  return dropping === undefined;
}
