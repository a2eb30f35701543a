import { refuses, withContainer } from '../refusals';

describe('env', () => {
  refuses('a variable without a name', withContainer({ env: [{ name: '', value: 'x' }] }), [
    'FieldValueRequired spec.template.spec.containers[0].env[0].name',
  ]);
  refuses('a variable with an equals sign in its name', withContainer({ env: [{ name: 'A=B', value: 'x' }] }), [
    "FieldValueInvalid spec.template.spec.containers[0].env[0].name: a valid environment variable name must consist only of printable ASCII characters other than '='",
  ]);
  refuses('a variable with both a value and a source', withContainer({
    env: [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom: may not be specified when `value` is not empty',
  ]);
  refuses('a source of nothing', withContainer({ env: [{ name: 'A', valueFrom: {} }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom: must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
  ]);
  refuses('two sources', withContainer({
    env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 's', key: 'k' } } }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom: may not have more than one field specified at a time',
  ]);
  refuses('a secret without a key', withContainer({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: '' } } }] }), [
    'FieldValueRequired spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key',
  ]);
  refuses('a ConfigMap key with a slash', withContainer({
    env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 's', key: 'a/b' } } }],
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
  ]);
  refuses('an environment from nothing', withContainer({ envFrom: [{}] }), [
    'FieldValueInvalid spec.template.spec.containers[0].envFrom: must specify one of: `configMapRef` or `secretRef`',
  ]);
  refuses('an environment from two sources', withContainer({ envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].envFrom: may not have more than one field specified at a time',
  ]);
  refuses('a prefix with an equals sign', withContainer({ envFrom: [{ prefix: 'A=', configMapRef: { name: 'a' } }] }), [
    "FieldValueInvalid spec.template.spec.containers[0].envFrom[0].prefix: a valid environment variable name must consist only of printable ASCII characters other than '='",
  ]);
  refuses('a file of a volume that is no emptyDir', withContainer({
    env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'none', path: 'p', key: 'K' } } }],
  }), [
    'FieldValueNotFound spec.template.spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName',
  ]);
});
