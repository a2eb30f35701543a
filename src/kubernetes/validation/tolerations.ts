import type { FieldError } from '../field-error';
import { invalid, invalidEach, notSupported } from '../field-error';
import type { FieldPath } from '../field-path';
import { labelValue, qualifiedName } from '../label-format';
import type { Toleration } from '../wire/pod-spec';

/** The effects that a taint can have. */
const TAINT_EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Adds what is wrong with tolerations; the comparing operators Lt and Gt are refused while their gate is off. */
export function validateTolerations(tolerations: Toleration[], at: FieldPath, errors: FieldError[]): void {
  for (let i = 0; i < tolerations.length; i++) { validateToleration(tolerations[i], at.index(i), errors); }
}

function validateToleration(toleration: Toleration, at: FieldPath, errors: FieldError[]): void {
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
  if (key !== '') {
    invalidEach(errors, at.child('key'), key, qualifiedName(key));
  } else if (operator !== 'Exists') {
    errors.push(invalid(at.child('operator'), operator,
      'operator must be Exists when `key` is empty, which means "match all values and all keys"'));
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    errors.push(invalid(at.child('effect'), effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
  }
  switch (operator) {
    case '':
    case 'Equal': {
      const messages = labelValue(value);
      if (messages.length > 0) { errors.push(invalid(at.child('operator'), value, messages.join(';'))); }
      break;
    }
    case 'Exists':
      if (value !== '') { errors.push(invalid(at.child('operator'), value, "value must be empty when `operator` is 'Exists'")); }
      break;
    case 'Lt':
    case 'Gt':
      errors.push(notSupported(at.child('operator'), operator, ['Equal', 'Exists', 'Lt', 'Gt']));
      break;
    default:
      errors.push(notSupported(at.child('operator'), operator, ['Equal', 'Exists']));
  }
  if (effect !== '' && !TAINT_EFFECTS.includes(effect)) {
    errors.push(notSupported(at.child('effect'), effect, TAINT_EFFECTS));
  }
}
