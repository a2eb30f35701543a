import { invalid } from '../../host/invalid';
import { MultilineModel, PodNamesModel } from '../../host/log/model';

/** Kinds of entries that the same containers, or the same files, may write. */
export interface MultilineGroup {
  readonly only: PodNamesModel;
  readonly kinds: readonly MultilineModel[];
  /** What any further line of any of them matches; undefined where only first lines are known. */
  readonly continuation?: string;
  /** What the first line of an entry matches, where that is all that is known. */
  readonly firstLine?: string;
  readonly flushSeconds: number;
}

/** Those that select the same containers are alternatives; of those that differ, the first that selects a container counts. */
export function multilineGroups(all: readonly MultilineModel[]): MultilineGroup[] {
  const keys = [...new Set(all.map(({ only }) => JSON.stringify(only)))];
  return keys.map(key => {
    const kinds = all.filter(({ only }) => JSON.stringify(only) === key);
    const byFirstLine = kinds.find(({ continuation }) => continuation === undefined);
    if (byFirstLine !== undefined && kinds.length > 1) {
      throw invalid('a multi-line entry that is known by its first line alone', 'the only one of its containers', byFirstLine.firstLine,
        'it joins every other line: give it a continuation, or namespaces, pods or containers of its own');
    }
    const continuations = kinds.map(({ continuation }) => continuation!);
    return {
      only: kinds[0].only,
      kinds,
      ...byFirstLine !== undefined ? { firstLine: byFirstLine.firstLine }
        : { continuation: continuations.length === 1 ? continuations[0] : continuations.map(pattern => `(?:${pattern})`).join('|') },
      flushSeconds: Math.max(...kinds.map(({ flushSeconds }) => flushSeconds)),
    };
  });
}
