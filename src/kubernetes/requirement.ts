import { parseInt64 } from './formats';
import { labelValue, qualifiedName } from './label-format';

/** A condition on one label. */
export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** Labels by key. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Whether Kubernetes can evaluate a condition at all; one that it cannot makes the whole selector match nothing.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/labels#NewRequirement
 */
export function isEvaluable({ key, operator, values = [] }: Requirement): boolean {
  if (qualifiedName(key).length > 0 || values.some((value) => labelValue(value).length > 0)) { return false; }
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0;
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0;
    case 'Gt':
    case 'Lt':
      return values.length === 1 && parseInt64(values[0]) !== undefined;
    default:
      return false;
  }
}

/** Whether labels fulfil a condition that is evaluable. */
export function holds({ key, operator, values = [] }: Requirement, labels: Labels): boolean {
  const present = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In': return present && values.includes(labels[key]);
    case 'NotIn': return !present || !values.includes(labels[key]);
    case 'Exists': return present;
    case 'DoesNotExist': return !present;
    default: {
      const actual = present ? parseInt64(labels[key]) : undefined;
      const wanted = parseInt64(values[0]);
      if (actual === undefined || wanted === undefined) { return false; }
      return operator === 'Gt' ? actual > wanted : actual < wanted;
    }
  }
}
