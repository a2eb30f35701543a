import { isLabelValue, isQualifiedName } from './formats';
import { invalid } from './invalid';
import type { NodeSelectorRequirement } from '../kubernetes/wire/affinity';

/**
 * One condition on a label of a node, or on its name.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export class NodeExpression {
  /**
   * The label has one of these values.
   *
   * @param key label
   * @param values values
   */
  public static in(key: string, ...values: string[]): NodeExpression {
    return new NodeExpression(key, 'In', atLeastOne(key, values));
  }

  /**
   * The label has none of these values, or is missing.
   *
   * @param key label
   * @param values values
   */
  public static notIn(key: string, ...values: string[]): NodeExpression {
    return new NodeExpression(key, 'NotIn', atLeastOne(key, values));
  }

  /**
   * The node has the label.
   *
   * @param key label
   */
  public static exists(key: string): NodeExpression {
    return new NodeExpression(key, 'Exists');
  }

  /**
   * The node does not have the label.
   *
   * @param key label
   */
  public static doesNotExist(key: string): NodeExpression {
    return new NodeExpression(key, 'DoesNotExist');
  }

  /**
   * The value of the label is a greater whole number.
   *
   * @param key label
   * @param value number
   */
  public static greaterThan(key: string, value: number): NodeExpression {
    return new NodeExpression(key, 'Gt', [wholeNumber(key, value)]);
  }

  /**
   * The value of the label is a smaller whole number.
   *
   * @param key label
   * @param value number
   */
  public static lessThan(key: string, value: number): NodeExpression {
    return new NodeExpression(key, 'Lt', [wholeNumber(key, value)]);
  }

  private constructor(
    /** Label, or `metadata.name` in the fields of a term. */
    public readonly key: string,
    private readonly operator: string,
    private readonly values?: readonly string[],
  ) {
    if (!isQualifiedName(key)) {
      throw invalid('label of a node expression', "a label key such as 'example.com/name'", key);
    }
  }

  /** @internal */
  public _toWire(): NodeSelectorRequirement {
    return { key: this.key, operator: this.operator, values: this.values && [...this.values] };
  }
}

function atLeastOne(key: string, values: readonly string[]): string[] {
  if (values.length === 0) {
    throw invalid(`values for '${key}'`, 'given', values, 'name at least one, or use exists / doesNotExist');
  }
  for (const value of values) {
    if (!isLabelValue(value)) {
      throw invalid(`value for '${key}'`, "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends", value);
    }
  }
  return [...values];
}

function wholeNumber(key: string, value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw invalid(`number for '${key}'`, 'a whole number of at least 0, as a label can have', value);
  }
  return String(value);
}
