import type { FieldError } from '../field-error';
import { invalid, invalidEach, tooLong } from '../field-error';
import { FieldPath } from '../field-path';
import { configKey } from '../formats';
import { byteLength } from '../text-length';
import { SUBDOMAIN, validateObjectMeta } from './metadata';
import type { ConfigMap } from '../wire/companion';

const MAX_BYTES = 1024 * 1024;

/** Adds what is wrong with a ConfigMap. The server says `[]` for the whole object. */
export function validateConfigMap({ metadata, data, binaryData }: ConfigMap, errors: FieldError[]): void {
  validateObjectMeta(metadata, SUBDOMAIN, 'namespaced', errors);
  let bytes = 0;
  for (const key in data) {
    const at = FieldPath.root('data').key(key);
    invalidEach(errors, at, key, configKey(key));
    if (binaryData && Object.hasOwn(binaryData, key)) { errors.push(invalid(at, key, 'duplicate of key present in binaryData')); }
    bytes += byteLength(data[key]);
  }
  for (const key in binaryData) {
    invalidEach(errors, FieldPath.root('binaryData').key(key), key, configKey(key));
    bytes += decodedLength(binaryData[key]);
  }
  if (bytes > MAX_BYTES) { errors.push(tooLong(FieldPath.root('[]'), MAX_BYTES)); }
}

/** How many bytes a base64 text stands for. */
function decodedLength(base64: string | null): number {
  if (base64 === null) { return 0; }
  const characters = base64.replace(/[\r\n=]/g, '').length;
  return Math.floor(characters * 3 / 4);
}
