import { isLabelValue, isQualifiedName } from './formats';
import { invalid } from './invalid';
import type { LabelSelector } from './label-selector';

/** Refuses what is no selector. An empty one selects everything, so that a field of another name must not pass for it. */
export function assertLabelSelector(what: string, selector: LabelSelector): void {
  const fields = selector !== null && typeof selector === 'object' ? Object.keys(selector) : undefined;
  if (fields === undefined || fields.some(field => field !== 'matchLabels' && field !== 'matchExpressions')) {
    throw invalid(what, "a selector such as { matchLabels: { app: 'agent' } }", selector);
  }
  for (const [label, value] of Object.entries(selector.matchLabels ?? {})) {
    if (!isQualifiedName(label) || !isLabelValue(value)) {
      throw invalid(`matchLabels of ${what}`, "labels with their values, such as { 'example.com/name': 'agent' }", { [label]: value });
    }
  }
}
