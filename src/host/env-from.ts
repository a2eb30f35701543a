import { EnvReferenceOptions } from './env-value';
import { isDnsSubdomain } from './formats';
import { invalid } from './invalid';
import type { EnvFromSource } from '../kubernetes/wire/env';

/** Details of a source of many variables. */
export interface EnvFromOptions extends EnvReferenceOptions {
  /**
   * Text before the name of each variable.
   *
   * @default - none
   */
  readonly prefix?: string;
}

/** All keys of a ConfigMap or a Secret as environment variables. */
export class EnvFrom {
  /**
   * All keys of a ConfigMap.
   *
   * @param configMapName its name
   * @param options details
   */
  public static configMap(configMapName: string, options: EnvFromOptions = {}): EnvFrom {
    assertName('ConfigMap', configMapName);
    return new EnvFrom({ prefix: options.prefix, configMapRef: { name: configMapName, optional: options.optional } });
  }

  /**
   * All keys of a Secret.
   *
   * @param secretName its name
   * @param options details
   */
  public static secret(secretName: string, options: EnvFromOptions = {}): EnvFrom {
    assertName('Secret', secretName);
    return new EnvFrom({ prefix: options.prefix, secretRef: { name: secretName, optional: options.optional } });
  }

  private constructor(private readonly source: EnvFromSource) {}

  /** @internal */
  public _toWire(): EnvFromSource {
    return { ...this.source };
  }
}

function assertName(kind: string, name: string): void {
  if (!isDnsSubdomain(name)) {
    throw invalid(`name of a ${kind}`, "a lower-case DNS name such as 'log-settings'", name);
  }
}
