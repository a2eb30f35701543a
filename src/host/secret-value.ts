import type { ISecret } from 'cdk8s-plus-28';
import { isConfigKey, isDnsSubdomain } from './formats';
import { invalid } from './invalid';
import type { SecretKeySelector } from '../kubernetes/wire/env';

/** Details of a reference to a Secret. */
export interface SecretValueOptions {
  /**
   * Whether the container starts without the Secret or the key.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A credential: a key of a Secret, never its text. */
export class SecretValue {
  /**
   * A key of a Secret in the daemon's namespace.
   *
   * @param secretName name of the Secret
   * @param key the key
   * @param options details
   */
  public static key(secretName: string, key: string, options: SecretValueOptions = {}): SecretValue {
    return new SecretValue(secretName, key, options.optional);
  }

  /**
   * A key of a Secret of cdk8s-plus.
   *
   * @param secret the Secret
   * @param key the key
   * @param options details
   */
  public static of(secret: ISecret, key: string, options: SecretValueOptions = {}): SecretValue {
    return new SecretValue(secret.name, key, options.optional);
  }

  private constructor(
    /** Name of the Secret. */
    public readonly secretName: string,
    /** Key in the Secret. */
    public readonly secretKey: string,
    private readonly optional: boolean | undefined,
  ) {
    if (!isDnsSubdomain(secretName)) {
      throw invalid('name of a Secret', "a lower-case DNS name such as 'log-credentials'", secretName);
    }
    if (!isConfigKey(secretKey)) {
      throw invalid('key of a Secret', "at most 253 of A-Z, a-z, 0-9, '-', '_' and '.'", secretKey);
    }
  }

  /** @internal */
  public _toWire(): SecretKeySelector {
    return { name: this.secretName, key: this.secretKey, optional: this.optional };
  }
}
