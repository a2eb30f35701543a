import { refuses, withPodMetadata } from '../refusals';

describe('pod annotations', () => {
  refuses('a mirror pod without a node', withPodMetadata({ annotations: { 'kubernetes.io/config.mirror': 'x' } }), [
    'FieldValueInvalid spec.template.annotations[kubernetes.io/config.mirror]: must set spec.nodeName if mirror pod annotation is set',
  ]);
  refuses('a deletion cost that is no number', withPodMetadata({ annotations: { 'controller.kubernetes.io/pod-deletion-cost': 'high' } }), [
    'FieldValueInvalid spec.template.annotations[controller.kubernetes.io/pod-deletion-cost]: must be a 32bit integer',
  ]);
  refuses('a deletion cost with a plus sign', withPodMetadata({ annotations: { 'controller.kubernetes.io/pod-deletion-cost': '+1' } }), [
    'FieldValueInvalid spec.template.annotations[controller.kubernetes.io/pod-deletion-cost]: must be a 32bit integer',
  ]);
  refuses('bad tolerations in an annotation', withPodMetadata({
    annotations: { 'scheduler.alpha.kubernetes.io/tolerations': '[{"key":""}]' },
  }), [
    'FieldValueInvalid spec.template.annotations.scheduler.alpha.kubernetes.io/tolerations[0].operator: operator must be Exists when `key` is empty, which means "match all values and all keys"',
  ]);
});
