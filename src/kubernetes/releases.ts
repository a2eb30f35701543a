import { RELEASE_TABLE } from './release-table';
import type { DaemonSet } from './wire/daemon-set';

/** A field that a cluster does not have. */
export interface NewerField {
  /** Path as Kubernetes writes it. */
  readonly field: string;
  /** Minor version of the first Kubernetes that has it by default. */
  readonly since: number;
}

/**
 * The fields of a DaemonSet that a cluster of a minor version drops without a word.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 */
export function fieldsNewerThan(daemonSet: DaemonSet, minor: number): NewerField[] {
  return RELEASE_TABLE
    .filter(([, since]) => since > minor)
    .flatMap(([path, since]) => found(daemonSet, path.split('.')).map(field => ({ field, since })));
}

/** Where a path leads in a value: to nothing, to one place, or through lists to many. */
function found(value: unknown, steps: readonly string[], at = ''): string[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (steps.length === 0) {
    return [at];
  }
  const [step, ...rest] = steps;
  const name = step.replace('[]', '');
  const child = (value as Record<string, unknown>)[name];
  const path = at === '' ? name : `${at}.${name}`;
  if (!step.endsWith('[]')) {
    return found(child, rest, path);
  }
  return Array.isArray(child) ? child.flatMap((element, position) => found(element, rest, `${path}[${position}]`)) : [];
}
