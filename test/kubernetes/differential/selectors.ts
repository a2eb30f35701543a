import * as fc from 'fast-check';
import type { Disagreement } from './comparison';
import type { Judge, Problem } from './judge';
import type { Json } from './valid-object';
import { decode } from '../../../src/kubernetes/decode';
import type { FieldError } from '../../../src/kubernetes/field-error';
import { FieldPath } from '../../../src/kubernetes/field-path';
import { selects, validateLabelSelector } from '../../../src/kubernetes/label-selector';

const KEYS = ['a', 'b', 'example.com/c', '', 'a b', '/x', `${'x'.repeat(64)}`];
const VALUES = ['', 'x', 'y', '5', 'é', 'x-', 'x'.repeat(64)];

/** A selector and labels to try it on. */
export interface Selection { readonly selector: Json; readonly labels: Record<string, string> }

/** Selectors, right and wrong, and labels that they may select. */
export function selections(): fc.Arbitrary<Selection> {
  const likely = <T>(all: readonly T[], right: number) => fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...all.slice(0, right)) }, { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
  const requirement = fc.record({
    key: likely(KEYS, 3),
    operator: likely(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'in', ''], 4),
    values: fc.array(likely(VALUES, 4), { maxLength: 2 }),
  }).map(({ key, operator, values }) => ({ key, operator, ...(operator.includes('Exist') && values.length === 1 ? {} : { values }) }));
  return fc.record({
    selector: fc.record({
      matchLabels: fc.dictionary(likely(KEYS, 3), likely(VALUES, 4), { maxKeys: 1 }),
      matchExpressions: fc.array(requirement, { maxLength: 2 }),
    }),
    labels: fc.dictionary(fc.constantFrom('a', 'b', 'example.com/c'), fc.constantFrom('', 'x', 'y', '5'), { maxKeys: 3 }),
  });
}

/** Compares what is wrong with a selector, and whether it selects the labels. */
export async function compareSelection(judge: Judge, { selector, labels }: Selection): Promise<Disagreement | undefined> {
  const answer = await judge.ask<{ matches?: boolean; errors?: Problem[] }>({ op: 'selector', selector, labels });
  const decoded = decode('DaemonSet', { spec: { selector } }).object.spec.selector;
  const errors: FieldError[] = [];
  validateLabelSelector(decoded, FieldPath.root('selector'), errors);
  const plain = (problems: readonly { type: string; field: string; detail: string }[]) => problems.map(({ type, field, detail }) => `${type} ${field} ${detail}`).sort();
  const ours = errors.length > 0 ? plain(errors) : selects(decoded, labels);
  const theirs = answer.errors === undefined ? answer.matches : plain(answer.errors);
  return JSON.stringify(ours) === JSON.stringify(theirs) ? undefined : { about: 'selectors', ours, judge: theirs };
}
