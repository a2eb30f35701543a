import type { Daemon } from './daemon';
import { Loose, valueAt } from './loose';
import type { ObjectSet } from './object-set';
import type { Container } from '../kubernetes/wire/container';
import type { Volume } from '../kubernetes/wire/volume';

/** A ConfigMap or Secret that pods read. */
export interface ConfigurationSource {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** Whether pods start without it. */
  readonly isOptional: boolean;
}

const RELOADERS = /reloader\.stakater\.com|wave\.pusher\.com/;
const HASH_KEY = /checksum|hash|digest|sha\d|fingerprint/i;
const HASH_VALUE = /^(sha\d+[:-])?[0-9a-f]{8,128}$/i;

/** What a volume holds of ConfigMaps and Secrets. */
export function sourcesOfVolume({ configMap, secret, projected }: Volume): ConfigurationSource[] {
  return [
    ...source('ConfigMap', configMap?.name, configMap?.optional),
    ...source('Secret', secret?.secretName, secret?.optional),
    ...(projected?.sources ?? []).flatMap(one => [
      ...source('ConfigMap', one.configMap?.name, one.configMap?.optional), ...source('Secret', one.secret?.name, one.secret?.optional),
    ]),
  ];
}

/** What the variables of a container are filled from. */
export function sourcesOfEnv({ env = [], envFrom = [] }: Container): ConfigurationSource[] {
  return [
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...source('ConfigMap', configMapRef?.name, configMapRef?.optional), ...source('Secret', secretRef?.name, secretRef?.optional),
    ]),
    ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
      ...source('ConfigMap', configMapKeyRef?.name, configMapKeyRef?.optional), ...source('Secret', secretKeyRef?.name, secretKeyRef?.optional),
    ]),
  ];
}

/** All that the pods of a daemon read: each once. */
export function sourcesOf({ pod, containers }: Daemon): ConfigurationSource[] {
  const mounted = new Set(containers.flatMap(({ container }) => (container.volumeMounts ?? []).map(({ name }) => name)));
  const all = [
    ...(pod.volumes ?? []).filter(({ name }) => mounted.has(name)).flatMap(sourcesOfVolume),
    ...containers.flatMap(({ container }) => sourcesOfEnv(container)),
  ];
  // What one container needs it needs, though another would do without.
  const needed = [...all.filter(({ isOptional }) => isOptional), ...all.filter(({ isOptional }) => !isOptional)];
  return [...new Map(needed.map(one => [`${one.kind} ${one.name}`, one])).values()];
}

/** The object of a source among those that are judged together; nothing where it is made elsewhere. */
export function objectOf({ kind, name }: ConfigurationSource, daemon: Daemon, objects: ObjectSet): Loose | undefined {
  return objects.named(kind, daemon.namespace, name);
}

/** Whether an annotation makes pods new when their configuration changes: a hash on the template, or the mark of a program that restarts them. */
export function restartsOnChange({ defaulted, manifest }: Daemon): boolean {
  const template = Object.entries(defaulted.spec?.template?.metadata?.annotations ?? {});
  const marks = [...template.map(([key]) => key), ...Object.keys(valueAt(manifest, 'metadata', 'annotations') ?? {})];
  return template.some(([key, value]) => HASH_KEY.test(key) || HASH_VALUE.test(value)) || marks.some(key => RELOADERS.test(key));
}

/** Whether a name ends in a hash of the content, so that another content has another name; cdk8s hashes the path instead, as `c8` and six digits. */
export function isNamedByContent({ name }: ConfigurationSource): boolean {
  const [, end] = /-([0-9a-z]{8,64})$/.exec(name) ?? [];
  return end !== undefined && /\d/.test(end) && /[a-z]/.test(end) && (/^(?!c8.{6}$)[0-9a-f]+$/.test(end) || /^[bcdfghkmt2456789]{10}$/.test(end));
}

function source(kind: ConfigurationSource['kind'], name: string | undefined, isOptional = false): ConfigurationSource[] {
  return name ? [{ kind, name, isOptional }] : [];
}
