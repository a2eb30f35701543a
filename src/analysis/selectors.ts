import { Loose, listAt, textAt, valueAt } from './loose';
import { selects } from '../kubernetes/label-selector';
import type { Labels } from '../kubernetes/requirement';
import type { LabelSelector, LabelSelectorRequirement } from '../kubernetes/wire/meta';

/** Something that selects pods of its namespace by their labels. */
export interface Selecting {
  readonly namespace: string;
  readonly selector: LabelSelector;
}

/** Finds what selects a pod without asking everything: each selector stands under the rarest pair of labels that it wants. */
export class SelectorIndex<T extends Selecting> {
  private readonly byPair = new Map<string, T[]>();

  constructor(all: readonly T[]) {
    const counts = new Map<string, number>();
    const pairs = all.map(({ selector }) => Object.entries(selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`));
    pairs.flat().forEach(pair => counts.set(pair, (counts.get(pair) ?? 0) + 1));
    all.forEach((one, i) => {
      const rarest = pairs[i].reduce((a, b) => a !== '' && counts.get(a)! <= counts.get(b)! ? a : b, '');
      const key = `${one.namespace} ${rarest}`;
      const list = this.byPair.get(key);
      list === undefined ? this.byPair.set(key, [one]) : list.push(one);
    });
  }

  /** What selects pods with these labels in a namespace. */
  public* selecting(namespace: string, labels: Labels): Generator<T> {
    if (this.byPair.size === 0) {
      return;
    }
    for (const pair of ['', ...Object.entries(labels).map(([key, value]) => `${key}=${value}`)]) {
      for (const one of this.byPair.get(`${namespace} ${pair}`) ?? []) {
        if (selects(one.selector, labels)) {
          yield one;
        }
      }
    }
  }
}

/** The label selector at a path of an object that nobody decoded; nothing where it is none or malformed. */
export function selectorAt({ manifest }: Loose, ...path: readonly string[]): LabelSelector | undefined {
  const matchLabels = labelsAt(manifest, ...path, 'matchLabels');
  const expressions = listAt(manifest, ...path, 'matchExpressions').map(requirementOf);
  const isWhole = typeof valueAt(manifest, ...path) === 'object' && expressions.every(one => one !== undefined);
  return matchLabels === undefined || !isWhole ? undefined : { matchLabels, matchExpressions: expressions as LabelSelectorRequirement[] };
}

/** The labels at a path; none where there is nothing, and undefined where they are malformed. */
export function labelsAt(value: unknown, ...path: readonly string[]): Record<string, string> | undefined {
  const labels = valueAt(value, ...path) ?? {};
  const isMap = typeof labels === 'object' && !Array.isArray(labels) && Object.values(labels).every(label => typeof label === 'string');
  return isMap ? labels as Record<string, string> : undefined;
}

function requirementOf(value: unknown): LabelSelectorRequirement | undefined {
  const [key, operator] = [textAt(value, 'key'), textAt(value, 'operator')];
  const values = listAt(value, 'values');
  const isWhole = key !== undefined && operator !== undefined && values.every(one => typeof one === 'string');
  return isWhole ? { key, operator, values: values as string[] } : undefined;
}
