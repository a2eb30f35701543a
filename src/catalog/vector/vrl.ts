import { plain } from './language';
import { LogFieldModel, PodNamesModel } from '../../host/log/model';
import { namesExpression } from '../log/container-paths';
import { written } from '../log/texts';

/** A text as a literal in Vector's language. @see https://vector.dev/docs/reference/vrl/expressions/#string */
export function literal(text: string): string {
  return `"${inner(text)}"`;
}

/** A text in which `$(NAME)` stands for a variable. The language asks for it by itself, without interpolation of the configuration. */
export function textExpression(text: string): string {
  const parts = written(text, { literal: inner, variable: name => `" + (get_env_var(${literal(name)}) ?? "") + "` });
  return `"${parts}"`.replace(/^"" \+ /, '').replace(/ \+ ""$/, '');
}

/** A regular expression as a literal. A quote would end it. @see https://vector.dev/docs/reference/vrl/expressions/#regular-expression */
export function pattern(expression: string): string {
  return `r'${plain(expression).replace(/\\[^]|'/g, part => part === "'" || part === "\\'" ? '\\x27' : part)}'`;
}

/** Whether a field is there and a pattern matches its text. */
export function matches(field: LogFieldModel, expression: string): string {
  const path = pathOf(field);
  return `exists(${path}) && match(to_string(${path}) ?? "", ${pattern(expression)})`;
}

/** Whether a line is of a container with one of the names. */
export function ofPods({ namespaces, pods, containers }: PodNamesModel): string {
  const conditions = Object.entries({ pod_namespace: namespaces, pod_name: pods, container_name: containers }).flatMap(([field, names]) => {
    const expression = namesExpression(names);
    return expression === undefined ? [] : [`match(string(.kubernetes.${field}) ?? "", ${pattern(expression)})`];
  });
  return conditions.length === 0 ? 'true' : conditions.join(' && ');
}

function inner(text: string): string {
  return plain(text).replace(/[\\"{}]/g, '\\$&');
}

function pathOf({ kind, name }: LogFieldModel): string {
  switch (kind) {
    case 'message': return '.message';
    case 'stream': return '.stream';
    case 'namespace': return '.kubernetes.pod_namespace';
    case 'pod': return '.kubernetes.pod_name';
    case 'container': return '.kubernetes.container_name';
    case 'podLabel': return `.kubernetes.pod_labels."${name}"`;
    case 'named': return `.${name}`;
  }
}
