import { isLabelValue, isQualifiedName } from './formats';
import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/pod-spec';

/** What a taint does to pods that do not tolerate it. */
export enum TaintEffect {
  /** New pods are not placed on the node. */
  NO_SCHEDULE = 'NoSchedule',
  /** The scheduler avoids the node. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',
  /** New pods are not placed on the node, and running pods are evicted. */
  NO_EXECUTE = 'NoExecute',
}

/** How a toleration compares the value of a taint. */
export enum TolerationOperator {
  /** The taint has the key, with whatever value. */
  EXISTS = 'Exists',
  /** The taint has the key with the same value. */
  EQUAL = 'Equal',
}

/** Which taints with the key are tolerated. */
export interface TolerationOptions {
  /**
   * Only taints of this effect.
   *
   * @default - every effect
   */
  readonly effect?: TaintEffect;

  /**
   * Seconds for which a running pod stays after a `NoExecute` taint appeared.
   *
   * @default - for ever
   */
  readonly tolerationSeconds?: number;
}

/** Every field of a toleration, as Kubernetes spells them. */
export interface TolerationFields extends TolerationOptions {
  /**
   * Key of the taint.
   *
   * @default - every key; the operator must be `Exists`
   */
  readonly key?: string;

  /**
   * How the value is compared.
   *
   * @default - `Equal` (the default of Kubernetes)
   */
  readonly operator?: TolerationOperator;

  /**
   * Value of the taint.
   *
   * @default - the empty value
   */
  readonly value?: string;
}

/**
 * A taint that does not keep the daemon off a node.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export class Toleration {
  /** Every taint of every effect. */
  public static everything(): Toleration {
    return new Toleration({ operator: TolerationOperator.EXISTS });
  }

  /**
   * Every taint of one effect, whatever its key.
   *
   * @param effect the effect
   */
  public static effect(effect: TaintEffect): Toleration {
    return new Toleration({ operator: TolerationOperator.EXISTS, effect });
  }

  /**
   * Taints with a key, whatever their value.
   *
   * @param key key of the taint
   * @param options which of them
   */
  public static exists(key: string, options: TolerationOptions = {}): Toleration {
    return new Toleration({ ...options, key, operator: TolerationOperator.EXISTS });
  }

  /**
   * Taints with a key and a value.
   *
   * @param key key of the taint
   * @param value value of the taint
   * @param options which of them
   */
  public static equal(key: string, value: string, options: TolerationOptions = {}): Toleration {
    return new Toleration({ ...options, key, operator: TolerationOperator.EQUAL, value });
  }

  /**
   * A toleration with exactly these fields.
   *
   * @param fields the fields
   */
  public static of(fields: TolerationFields): Toleration {
    return new Toleration(fields);
  }

  private readonly fields: TolerationFields;

  private constructor(fields: TolerationFields) {
    const { key, operator, value, effect, tolerationSeconds } = fields;
    if (!key && operator !== TolerationOperator.EXISTS) {
      throw invalid('operator of a toleration without a key', "'Exists'", operator, 'use Toleration.effect(…) or Toleration.everything()');
    }
    if (key && !isQualifiedName(key)) {
      throw invalid('key of a toleration', "a label key such as 'example.com/name'", key);
    }
    if (value !== undefined && value !== '' && operator === TolerationOperator.EXISTS) {
      throw invalid("value of a toleration with operator 'Exists'", 'left out', value, 'use Toleration.equal(…)');
    }
    if (value !== undefined && !isLabelValue(value)) {
      throw invalid('value of a toleration', "at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit at both ends", value);
    }
    if (tolerationSeconds !== undefined && effect !== TaintEffect.NO_EXECUTE) {
      throw invalid('effect of a toleration with tolerationSeconds', "'NoExecute'", effect);
    }
    this.fields = { key, operator, value, effect, tolerationSeconds };
  }

  /** @internal */
  public _toWire(): wire.Toleration {
    return { ...this.fields };
  }
}
