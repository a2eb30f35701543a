import type { FieldError } from '../field-error';
import { invalid, invalidEach, notFound, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { configKey, envName } from '../formats';
import { dnsLabel, dnsSubdomain, maskTrailingDash } from '../names';
import { ENV_FIELDS, validateFieldRef, validateResourceFieldRef } from './field-refs';
import { eachContainer, requireText, validateName, validateNoBacksteps } from './shared';
import type { ConfigMapKeySelector, EnvFromSource, EnvVar, EnvVarSource, FileKeySelector } from '../wire/env';
import type { PodSpec } from '../wire/pod-spec';

/** Adds what is wrong with the environment variables of a container. */
export function validateEnv(env: EnvVar[], at: FieldPath, errors: FieldError[]): void {
  for (let i = 0; i < env.length; i++) {
    const { name, value, valueFrom } = env[i];
    if (name) {
      const messages = envName(name);
      if (messages.length > 0) { invalidEach(errors, at.index(i).child('name'), name, messages); }
    } else {
      errors.push(required(at.index(i).child('name')));
    }
    if (valueFrom !== undefined) { validateSource(valueFrom, value, at.index(i).child('valueFrom'), errors); }
  }
}

function validateSource(source: EnvVarSource, value: string | undefined, at: FieldPath, errors: FieldError[]): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  if (fieldRef) { validateFieldRef(fieldRef, ENV_FIELDS, at.child('fieldRef'), errors); }
  if (resourceFieldRef) { validateResourceFieldRef(resourceFieldRef, 'env', at.child('resourceFieldRef'), errors); }
  if (configMapKeyRef) { validateKeyRef(configMapKeyRef, at.child('configMapKeyRef'), errors); }
  if (secretKeyRef) { validateKeyRef(secretKeyRef, at.child('secretKeyRef'), errors); }
  if (fileKeyRef) { validateFileKeyRef(fileKeyRef, at.child('fileKeyRef'), errors); }
  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((one) => one !== undefined).length;
  if (sources === 0) {
    errors.push(invalid(at, '', 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'));
  } else if (value) {
    errors.push(invalid(at, '', 'may not be specified when `value` is not empty'));
  } else if (sources > 1) {
    errors.push(invalid(at, '', 'may not have more than one field specified at a time'));
  }
}

function validateKeyRef({ name = '', key }: ConfigMapKeySelector, at: FieldPath, errors: FieldError[]): void {
  invalidEach(errors, at.child('name'), name, dnsSubdomain(name));
  requireText(key, at, 'key', errors);
  validateName(key, configKey, at, 'key', errors);
}

function validateFileKeyRef({ key, path, volumeName }: FileKeySelector, at: FieldPath, errors: FieldError[]): void {
  requireText(key, at, 'key', errors);
  validateName(key, envName, at, 'key', errors);
  requireText(volumeName, at, 'volumeName', errors);
  validateName(volumeName, dnsLabel, at, 'volumeName', errors);
  requireText(path, at, 'path', errors);
  if (path) { validateNoBacksteps(path, at.child('path'), errors); }
}

/** Adds errors for variables that are read from a file in a volume that is no empty directory. */
export function validateFileKeyVolumes(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  eachContainer(spec, at, (container, path) => {
    const env = container.env;
    if (env === undefined) { return; }
    for (let i = 0; i < env.length; i++) {
      const ref = env[i].valueFrom?.fileKeyRef;
      if (ref === undefined) { continue; }
      const { volumeName } = ref;
      // Of volumes with one name the last counts here.
      const volume = (spec.volumes ?? []).filter(({ name }) => name === volumeName).pop();
      const field = path.child('env').index(i).child('valueFrom').child('fileKeyRef').child('volumeName');
      if (volume === undefined) {
        errors.push(notFound(field, volumeName));
      } else if (!volume.emptyDir) {
        errors.push(invalid(field, volumeName, 'referenced volume must be of type emptyDir'));
      }
    }
  });
}

/** Adds what is wrong with the maps that a container takes whole environments from. */
export function validateEnvFrom(sources: EnvFromSource[], at: FieldPath, errors: FieldError[]): void {
  for (const [i, { prefix, configMapRef, secretRef }] of sources.entries()) {
    validateName(prefix, envName, at.index(i), 'prefix', errors);
    for (const [key, ref] of [['configMapRef', configMapRef], ['secretRef', secretRef]] as const) {
      if (ref === undefined) { continue; }
      requireText(ref.name, at.index(i).child(key), 'name', errors);
      // The server checks these names as it does the beginnings of generated ones.
      validateName(ref.name, (name) => dnsSubdomain(maskTrailingDash(name)), at.index(i).child(key), 'name', errors);
    }
    if (!configMapRef && !secretRef) {
      errors.push(invalid(at, '', 'must specify one of: `configMapRef` or `secretRef`'));
    } else if (configMapRef && secretRef) {
      errors.push(invalid(at, '', 'may not have more than one field specified at a time'));
    }
  }
}
