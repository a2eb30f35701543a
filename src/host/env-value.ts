import { envField, resourceField } from './downward-api';
import { isConfigKey, isDnsSubdomain } from './formats';
import { invalid } from './invalid';
import { ResourceFieldOptions } from './resource-field-options';
import { SecretValue } from './secret-value';
import type { EnvVar, EnvVarSource } from '../kubernetes/wire/env';

/** Details of a reference to a ConfigMap or to a file. */
export interface EnvReferenceOptions {
  /**
   * Whether the container starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * The value of an environment variable.
 *
 * @see https://kubernetes.io/docs/tasks/inject-data-application/environment-variable-expose-pod-information/
 */
export class EnvValue {
  /** Name of the node. */
  public static readonly NODE_NAME = EnvValue.field('spec.nodeName');

  /** Address of the node. */
  public static readonly HOST_IP = EnvValue.field('status.hostIP');

  /** Addresses of the node, one of each family, joined by commas. */
  public static readonly HOST_IPS = EnvValue.field('status.hostIPs');

  /** Address of the pod. */
  public static readonly POD_IP = EnvValue.field('status.podIP');

  /** Addresses of the pod, one of each family, joined by commas. */
  public static readonly POD_IPS = EnvValue.field('status.podIPs');

  /** Name of the pod. */
  public static readonly POD_NAME = EnvValue.field('metadata.name');

  /** Namespace of the pod. */
  public static readonly POD_NAMESPACE = EnvValue.field('metadata.namespace');

  /** UID of the pod. */
  public static readonly POD_UID = EnvValue.field('metadata.uid');

  /** Name of the pod's service account. */
  public static readonly SERVICE_ACCOUNT_NAME = EnvValue.field('spec.serviceAccountName');

  /**
   * A text. `$(NAME)` in it stands for a variable that is defined before.
   *
   * @param text the text
   */
  public static text(text: string): EnvValue {
    if (typeof text !== 'string') {
      throw invalid('value of an environment variable', 'text', text, 'put it in quotes');
    }
    return new EnvValue(text);
  }

  /**
   * A field of the pod.
   *
   * @param path such as `spec.nodeName` or `metadata.labels['app']`
   */
  public static field(path: string): EnvValue {
    return new EnvValue(undefined, { fieldRef: envField(path) });
  }

  /**
   * A resource amount of the container.
   *
   * @param resource such as `limits.memory`
   * @param options details
   */
  public static resource(resource: string, options: ResourceFieldOptions = {}): EnvValue {
    return new EnvValue(undefined, { resourceFieldRef: resourceField(resource, options) });
  }

  /**
   * A credential.
   *
   * @param value the credential
   */
  public static secret(value: SecretValue): EnvValue {
    return new EnvValue(undefined, { secretKeyRef: value._toWire() });
  }

  /**
   * A key of a ConfigMap in the daemon's namespace.
   *
   * @param configMapName name of the ConfigMap
   * @param key the key
   * @param options details
   */
  public static configMap(configMapName: string, key: string, options: EnvReferenceOptions = {}): EnvValue {
    if (!isDnsSubdomain(configMapName)) {
      throw invalid('name of a ConfigMap', "a lower-case DNS name such as 'log-settings'", configMapName);
    }
    if (!isConfigKey(key)) {
      throw invalid('key of a ConfigMap', "at most 253 of A-Z, a-z, 0-9, '-', '_' and '.'", key);
    }
    return new EnvValue(undefined, { configMapKeyRef: { name: configMapName, key, optional: options.optional } });
  }

  /**
   * A key of an environment file that an init container left in an emptyDir volume. Kubernetes 1.35 and later.
   *
   * @param volumeName name of the volume
   * @param path path of the file in the volume
   * @param key the key in the file
   * @param options details
   */
  public static file(volumeName: string, path: string, key: string, options: EnvReferenceOptions = {}): EnvValue {
    return new EnvValue(undefined, { fileKeyRef: { volumeName, path, key, optional: options.optional } });
  }

  private constructor(private readonly _text?: string, private readonly source?: EnvVarSource) {}

  /** @internal */
  public get _references(): string[] | undefined {
    if (this._text === undefined || !this._text.includes('$')) {
      return undefined;
    }
    // `$$(NAME)` is the text `$(NAME)`, not a reference.
    return [...this._text.matchAll(/\$\$|\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)/g)].flatMap(match => match[1] ?? []);
  }

  /** @internal */
  public _toWire(name: string): EnvVar {
    return this.source === undefined ? { name, value: this._text } : { name, valueFrom: { ...this.source } };
  }
}
