import { labelOf } from './language';
import { invalid } from '../../host/invalid';
import { MetadataModel, RawSinkModel } from '../../host/log/model';
import { BufferedSink } from '../log/pipeline';

/**
 * What a source sends its lines to.
 *
 * @param isParsed whether keys of JSON are fields of its lines
 */
export function receiver(sink: BufferedSink, isParsed: boolean): string {
  const label = labelOf(sink);
  switch (sink.kind) {
    case 'loki': return `loki.process.sink_${label}.receiver`;
    case 'stdout': return `loki.echo.${label}.receiver`;
    case 'raw': return `${componentOf(sink)}.${label}.receiver`;
    default: return `otelcol.receiver.loki.${isParsed ? 'json' : 'text'}_${label}.receiver`;
  }
}

/** The component of a raw sink that takes lines: the one that bears its id. */
function componentOf(sink: RawSinkModel): string {
  const component = new RegExp(`^\\s*([a-z][a-z0-9_.]*)\\s+"${labelOf(sink)}"\\s*\\{`, 'm').exec(sink.raw.text!)?.[1];
  if (component === undefined) {
    throw invalid(`text of the sink '${sink.id}'`, `a component that takes lines and is called "${labelOf(sink)}"`, sink.raw.text,
      `write loki.write "${labelOf(sink)}" { … }`);
  }
  return component;
}

/** Whether lines carry more of their pods than names. */
export function hasPodFields(metadata: MetadataModel | undefined): boolean {
  return metadata !== undefined && (metadata.labels || metadata.annotations || metadata.namespaceLabels);
}
