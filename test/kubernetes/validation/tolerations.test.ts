import { LABEL_VALUE, NAME_PART, refuses, withPod } from '../refusals';

describe('tolerations', () => {
  refuses('an empty key without Exists', withPod({ tolerations: [{ operator: 'Equal', value: 'x' }] }), [
    'FieldValueInvalid spec.template.spec.tolerations[0].operator: operator must be Exists when `key` is empty, which means "match all values and all keys"',
  ]);
  refuses('a value beside Exists', withPod({ tolerations: [{ key: 'a', operator: 'Exists', value: 'x' }] }), [
    'FieldValueInvalid spec.template.spec.tolerations[0].operator: value must be empty when `operator` is \'Exists\'',
  ]);
  refuses('seconds without NoExecute', withPod({ tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 5 }] }), [
    'FieldValueInvalid spec.template.spec.tolerations[0].effect: effect must be \'NoExecute\' when `tolerationSeconds` is set',
  ]);
  refuses('an unknown effect', withPod({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'Never' }] }), [
    'FieldValueNotSupported spec.template.spec.tolerations[0].effect: supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
  ]);
  refuses('an unknown operator', withPod({ tolerations: [{ key: 'a', operator: 'In', value: 'x' }] }), [
    'FieldValueNotSupported spec.template.spec.tolerations[0].operator: supported values: "Equal", "Exists"',
  ]);
  refuses('the operator Gt while its gate is off', withPod({ tolerations: [{ key: 'a', operator: 'Gt', value: '5' }] }), [
    'FieldValueNotSupported spec.template.spec.tolerations[0].operator: supported values: "Equal", "Exists", "Lt", "Gt"',
  ]);
  refuses('a malformed key', withPod({ tolerations: [{ key: 'a b', operator: 'Exists' }] }), [
    `FieldValueInvalid spec.template.spec.tolerations[0].key: ${NAME_PART}`,
  ]);
  refuses('a malformed value', withPod({ tolerations: [{ key: 'a', value: 'b c' }] }), [
    `FieldValueInvalid spec.template.spec.tolerations[0].operator: ${LABEL_VALUE}`,
  ]);
});
