import { refusesCompanion } from '../refusals';

describe('config map', () => {
  refusesCompanion('a key with a slash', 'ConfigMap', { data: { 'a/b': 'x' } }, [
    "FieldValueInvalid data[a/b]: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
  ]);
  refusesCompanion('a key both as text and as bytes', 'ConfigMap', { data: { a: 'x' }, binaryData: { a: 'eA==' } }, [
    'FieldValueInvalid data[a]: duplicate of key present in binaryData',
  ]);
  refusesCompanion('more than one MiB', 'ConfigMap', { data: { a: 'a'.repeat(1048577) } }, [
    'FieldValueTooLong []: may not be more than 1048576 bytes',
  ]);
});
