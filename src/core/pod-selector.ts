import { LabelSelector } from '../host/label-selector';
import { toLabelSelector } from '../host/label-selector-wire';

/**
 * A label selector with the two methods by which Services and policies of every line of cdk8s-plus ask it. A selector of
 * one line would not fit the others, and loading one would cost everybody.
 */
export function podSelectorConfig(selector: LabelSelector): object {
  return { labelSelector: { isEmpty: () => false, _toKube: () => toLabelSelector(selector) } };
}
