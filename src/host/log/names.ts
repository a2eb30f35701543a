import { PodNamesModel } from './model';
import { invalid } from '../invalid';

/** Refuses what is no id of a part of a pipeline. */
export function assertPartId(what: string, id: string): string {
  if (typeof id !== 'string' || !/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/.test(id)) {
    throw invalid(`id of ${what}`, "at most 32 of a-z, 0-9 and '-', a letter first", id);
  }
  return id;
}

/** Refuses ids that name no part, and none at all. */
export function assertSourceIds(what: string, ids: readonly string[] | undefined): readonly string[] | undefined {
  if (ids === undefined) {
    return undefined;
  }
  if (!Array.isArray(ids) || ids.length === 0) {
    throw invalid(`sources of ${what}`, 'ids of sources, or left out for all', ids);
  }
  ids.forEach(id => assertPartId(`a source of ${what}`, id));
  return ids;
}

/** Refuses names that no namespace, pod or container can have; `*` stands for any part. */
export function podNames(what: string, names: Partial<PodNamesModel>, mayBeEmpty = false): PodNamesModel {
  for (const [kind, given] of Object.entries(names)) {
    // An empty list reads like none, and would be every one.
    if (given !== undefined && (!Array.isArray(given) || given.length === 0 && !mayBeEmpty)) {
      throw invalid(`${kind} of ${what}`, "a list of names, such as ['shop-*']", given, mayBeEmpty ? undefined : 'leave it out for all');
    }
    for (const name of given ?? []) {
      if (typeof name !== 'string' || !/^[a-z0-9*]([a-z0-9*.-]*[a-z0-9*])?$/.test(name) || /^\*+$/.test(name) || kind !== 'pods' && name.includes('.')) {
        throw invalid(`${kind} of ${what}`, "names in lower case, with '*' for any part, such as 'shop-*'", name);
      }
    }
  }
  return { namespaces: names.namespaces ?? [], pods: names.pods ?? [], containers: names.containers ?? [] };
}

/** Refuses what no agent could read as a regular expression. What its own dialect lacks, each agent refuses. */
export function assertRegularExpression(what: string, pattern: string): void {
  if (typeof pattern !== 'string' || pattern === '') {
    throw invalid(what, "a regular expression, such as '^ERROR'", pattern);
  }
  if (/^(["']).*\1$/.test(pattern)) {
    throw invalid(what, 'a regular expression without quotes around it', pattern, 'they would be part of it, so that it never matched');
  }
  if (/[\r\n]/.test(pattern)) {
    throw invalid(what, 'a regular expression in one line', pattern, "write '\\n' for a line break");
  }
}
