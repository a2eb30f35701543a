import { LabelSelector } from './label-selector';
import type * as wire from '../kubernetes/wire/meta';

/** A selector as Kubernetes writes it. */
export function toLabelSelector(selector: LabelSelector): wire.LabelSelector {
  return {
    matchLabels: selector.matchLabels && { ...selector.matchLabels },
    matchExpressions: selector.matchExpressions?.map(e => e._toWire()),
  };
}
