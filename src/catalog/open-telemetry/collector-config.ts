import { Component, SIGNALS, written } from './component';
import { invalid } from '../../host/invalid';

/** What a collector is made of, in the order of its pipelines. */
export interface CollectorParts {
  readonly receivers: readonly Component[];
  readonly processors: readonly Component[];
  readonly exporters: readonly Component[];
  readonly extensions: readonly Component[];
  readonly telemetry?: object;
}

/** The configuration of a collector: a pipeline for each signal that some receiver has and some exporter takes. */
export function collectorConfig({ receivers, processors, exporters, extensions, telemetry }: CollectorParts): object {
  [receivers, processors, exporters, extensions].forEach(assertOneOfEach);
  const pipelines = SIGNALS.flatMap(signal => {
    const [from, through, to] = [receivers, processors, exporters].map(parts => namesOf(parts.filter(({ signals }) => signals.includes(signal))));
    const pipeline = written({ receivers: from, processors: through.length === 0 ? undefined : through, exporters: to });
    return from.length === 0 || to.length === 0 ? [] : [[signal, pipeline]];
  });
  assertUsed(receivers, exporters);
  return written({
    receivers: section(receivers),
    processors: section(processors),
    exporters: section(exporters),
    extensions: section(extensions),
    service: written({
      extensions: extensions.length === 0 ? undefined : namesOf(extensions),
      pipelines: Object.fromEntries(pipelines),
      telemetry,
    }),
  });
}

/** Refuses a receiver that no exporter follows, and an exporter that no receiver precedes: the collector takes no pipeline with one end. */
function assertUsed(receivers: readonly Component[], exporters: readonly Component[]): void {
  const meet = (part: Component, others: readonly Component[]) => others.some(({ signals }) => signals.some(signal => part.signals.includes(signal)));
  const deaf = receivers.find(receiver => !meet(receiver, exporters));
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

/** Refuses two of one name: in a map, the second would be the only one. */
export function assertOneOfEach(parts: readonly { readonly name: string }[]): void {
  const twice = parts.find(({ name }, position) => parts.findIndex(other => other.name === name) !== position);
  if (twice !== undefined) {
    throw invalid(`'${twice.name}' of the collector`, 'given once', twice.name, 'give one of the two an id where it takes one, or write all of its details in one');
  }
}
