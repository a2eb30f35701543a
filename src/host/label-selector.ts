import { isLabelValue, isQualifiedName } from './formats';
import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/meta';

/** One condition on a label of an object. */
export class LabelExpression {
  /**
   * The label has one of these values.
   *
   * @param key label
   * @param values values
   */
  public static in(key: string, ...values: string[]): LabelExpression {
    return new LabelExpression(key, 'In', values);
  }

  /**
   * The label has none of these values, or is missing.
   *
   * @param key label
   * @param values values
   */
  public static notIn(key: string, ...values: string[]): LabelExpression {
    return new LabelExpression(key, 'NotIn', values);
  }

  /**
   * The object has the label.
   *
   * @param key label
   */
  public static exists(key: string): LabelExpression {
    return new LabelExpression(key, 'Exists');
  }

  /**
   * The object does not have the label.
   *
   * @param key label
   */
  public static doesNotExist(key: string): LabelExpression {
    return new LabelExpression(key, 'DoesNotExist');
  }

  private readonly values?: readonly string[];

  private constructor(private readonly key: string, private readonly operator: string, values?: string[]) {
    if (!isQualifiedName(key)) {
      throw invalid('label of an expression', "a label key such as 'example.com/name'", key);
    }
    if (values !== undefined && (values.length === 0 || !values.every(isLabelValue))) {
      throw invalid(`values for '${key}'`, 'at least one label value', values);
    }
    this.values = values && [...values];
  }

  /** @internal */
  public _toWire(): wire.LabelSelectorRequirement {
    return { key: this.key, operator: this.operator, values: this.values && [...this.values] };
  }
}

/** Labels that objects must have. */
export interface LabelSelector {
  /**
   * Labels with their values.
   *
   * @default - none
   */
  readonly matchLabels?: { [label: string]: string };

  /**
   * Further conditions; all must hold.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelExpression[];
}
