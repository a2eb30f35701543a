import { LogFieldModel } from '../../host/log/model';
import { written } from '../log/texts';

/**
 * A text of the user in the collector's configuration, in which a dollar sign is written twice.
 * @see https://opentelemetry.io/docs/collector/configuration/#environment-variables
 */
export function text(value: string): string;
export function text(value: string | undefined): string | undefined;
export function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : written(value, { literal: doubled, variable: name => `\${env:${name}}` });
}

/** A text in quotes, as the collector's two languages of expressions have it: OTTL and that of operators. */
export function quoted(value: string): string {
  return `"${doubled(value.replace(/[\\"]/g, '\\$&'))}"`;
}

/**
 * A field of a line as OTTL calls it.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/pkg/ottl/contexts/ottllog
 */
export function path({ kind, name }: LogFieldModel): string {
  const ofResource = (attribute: string) => `resource.attributes[${quoted(attribute)}]`;
  switch (kind) {
    case 'message': return 'log.body';
    case 'stream': return 'log.attributes["log.iostream"]';
    case 'named': return `log.attributes[${quoted(name!)}]`;
    case 'podLabel': return ofResource(`k8s.pod.label.${name}`);
    default: return ofResource(`k8s.${kind}.name`);
  }
}

function doubled(value: string): string {
  return value.replace(/\$/g, '$$$$');
}
