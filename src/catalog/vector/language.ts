import { invalid } from '../../host/invalid';
import { ServerModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';
import { textsOf } from '../log/pipeline-texts';
import { secretVariable } from '../log/secrets';
import { written } from '../log/texts';

/** Name of the backend that reads credentials from files. */
export const CREDENTIALS = 'credentials';

/** How texts stand in the settings of sinks. */
export interface SinkLanguage {
  /** A text of the user. */
  text(value: string): string;
  text(value: string | undefined): string | undefined;
  /** A text of the user in an option in which fields of an event may stand. */
  template(value: string): string;
  template(value: string | undefined): string | undefined;
  /** A credential of a sink. */
  secret(sink: { readonly id: string }, what: string): string;
}

/**
 * Whether something in the configuration stands for a variable of the container. Else interpolation stays off, as it is by itself.
 * @see https://vector.dev/highlights/2026-07-14-0-57-0-upgrade-guide/
 */
export function isInterpolated(pipeline: LogPipeline): boolean {
  const texts = textsOf({ ...pipeline, filters: [] });
  return texts.some(text => text !== undefined && written(text, { literal: () => '', variable: name => name }) !== '')
    || pipeline.sinks.some(sink => sink.kind === 'raw' && Object.keys(sink.env).length > 0);
}

export function sinkLanguage(interpolated: boolean): SinkLanguage {
  const text = (value: string | undefined) => value === undefined ? undefined : written(value, {
    literal: part => interpolated ? withoutVariables(plain(part)) : plain(part),
    variable: name => `\${${name}}`,
  });
  return {
    text: text as SinkLanguage['text'],
    template: ((value: string | undefined) => text(value === undefined ? undefined : static_(value))) as SinkLanguage['template'],
    secret: (sink, what) => `SECRET[${CREDENTIALS}.${secretVariable(sink, what)}]`,
  };
}

/** Refuses what Vector replaces wherever it stands in its configuration, and lets nobody write otherwise. */
export function plain(text: string): string {
  if (/SECRET\[\w+\.[\w./-]+\]/.test(text)) {
    throw invalid('a text for Vector', "without 'SECRET[…]', which it reads as a credential", text);
  }
  return text;
}

/** With interpolation on, `$$` is a dollar. */
export function withoutVariables<T>(value: T): T {
  if (typeof value === 'string') {
    return value.replace(/\$/g, '$$$$') as T;
  }
  return typeof value !== 'object' || value === null ? value
    : (Array.isArray(value) ? value.map(withoutVariables) : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutVariables(part)]))) as T;
}

/** @see https://vector.dev/docs/reference/configuration/template-syntax/ */
function static_(text: string): string {
  const special = ['{{', '%'].find(mark => text.includes(mark));
  if (special !== undefined) {
    throw invalid('a text for Vector', `without '${special}', which it reads as part of a template here`, text);
  }
  return text;
}

export function urlOf({ host, port, tls }: ServerModel, language: SinkLanguage, path = ''): string {
  const name = language.template(host);
  return `${tls.enabled ? 'https' : 'http'}://${host.includes(':') ? `[${name}]` : name}:${port}${path}`;
}
