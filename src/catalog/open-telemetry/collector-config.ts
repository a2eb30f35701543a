import { Component, Signal, SIGNALS, written } from './component';
import { invalid } from '../../host/invalid';

/** A pipeline whose parts are not all that have its signal. */
export interface OwnPipeline {
  /** Its signal; with an id behind a slash where there are several. */
  readonly name: string;
  readonly receivers: readonly Component[];
  readonly processors: readonly Component[];
  readonly exporters: readonly Component[];
}

/** What a collector is made of, in the order of its pipelines. */
export interface CollectorParts {
  readonly receivers: readonly Component[];
  readonly processors: readonly Component[];
  readonly exporters: readonly Component[];
  readonly extensions: readonly Component[];
  readonly telemetry?: object;
  /** Those of logs, where there is more to them than their signal. */
  readonly logs?: readonly OwnPipeline[];
}

/** The configuration of a collector: a pipeline for each signal that some receiver has and some exporter takes. */
export function collectorConfig({ extensions, telemetry, logs, ...parts }: CollectorParts): object {
  const signals = SIGNALS.filter(signal => logs === undefined || signal !== 'logs');
  const bySignal = signals.map((signal): OwnPipeline => {
    const having = (all: readonly Component[]) => all.filter(part => part.signals.includes(signal));
    return { name: signal, receivers: having(parts.receivers), processors: having(parts.processors), exporters: having(parts.exporters) };
  });
  assertUsed(parts.receivers, parts.exporters, signals, logs ?? []);
  const pipelines = [...bySignal, ...logs ?? []].filter(({ receivers, exporters }) => receivers.length > 0 && exporters.length > 0);
  const used = (kind: 'receivers' | 'processors' | 'exporters') => logs === undefined ? parts[kind] : distinct(pipelines.flatMap(pipeline => pipeline[kind]));
  const [receivers, processors, exporters] = [used('receivers'), used('processors'), used('exporters')];
  [receivers, processors, exporters, extensions].forEach(assertOneOfEach);
  return written({
    receivers: section(receivers),
    processors: section(processors),
    exporters: section(exporters),
    extensions: section(extensions),
    service: written({
      extensions: extensions.length === 0 ? undefined : namesOf(extensions),
      pipelines: Object.fromEntries(pipelines.map(pipeline => [pipeline.name, written({
        receivers: namesOf(pipeline.receivers),
        processors: pipeline.processors.length === 0 ? undefined : namesOf(pipeline.processors),
        exporters: namesOf(pipeline.exporters),
      })])),
      telemetry,
    }),
  });
}

/** Refuses a receiver that no exporter follows, and an exporter that no receiver precedes: the collector takes no pipeline with one end. */
function assertUsed(receivers: readonly Component[], exporters: readonly Component[], bySignal: readonly Signal[], own: readonly OwnPipeline[]): void {
  const meet = (part: Component, others: readonly Component[]) =>
    others.some(({ signals }) => signals.some(signal => bySignal.includes(signal) && part.signals.includes(signal)));
  const deaf = receivers.find(receiver => !meet(receiver, exporters) && !own.some(pipeline => pipeline.receivers.includes(receiver)));
  if (deaf !== undefined) {
    throw invalid(`the receiver ${deaf.name}`, `followed by an exporter of ${deaf.signals.join(' or ')}`, namesOf(exporters),
      'add such an exporter, or leave the receiver out');
  }
  const idle = exporters.find(exporter => !meet(exporter, receivers));
  if (idle !== undefined) {
    throw invalid(`the exporter ${idle.name}`, `preceded by a receiver of ${idle.signals.join(' or ')}`, namesOf(receivers),
      'add such a receiver, or leave the exporter out');
  }
}

function namesOf(parts: readonly Component[]): string[] {
  return parts.map(({ name }) => name);
}

function section(parts: readonly Component[]): object | undefined {
  return parts.length === 0 ? undefined : Object.fromEntries(parts.map(({ name, config }) => [name, config]));
}

/** Each once, where several pipelines have it. */
function distinct(parts: readonly Component[]): Component[] {
  const keys = parts.map(({ name, config }) => JSON.stringify([name, config]));
  return parts.filter((_, position) => keys.indexOf(keys[position]) === position);
}

/** Refuses two of one name: in a map, the second would be the only one. */
export function assertOneOfEach(parts: readonly { readonly name: string }[]): void {
  const twice = parts.find(({ name }, position) => parts.findIndex(other => other.name === name) !== position);
  if (twice !== undefined) {
    throw invalid(`'${twice.name}' of the collector`, 'given once', twice.name, 'give one of the two an id where it takes one, or write all of its details in one');
  }
}
