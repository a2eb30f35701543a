import { NAME_PART, refuses, withContainer } from '../refusals';

describe('field refs', () => {
  refuses('a field without a path', withContainer({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: '' } } }] }), [
    'FieldValueRequired spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath',
  ]);
  refuses('a field that a variable cannot have', withContainer({
    env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.labels' } } }],
  }), [
    'FieldValueNotSupported spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"',
  ]);
  refuses('a field of another API version', withContainer({
    env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } } }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: error converting fieldPath: unsupported pod version: v2',
  ]);
  refuses('a label under a bad key', withContainer({
    env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a b']" } } }],
  }), [
    `FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.fieldRef: ${NAME_PART}`,
  ]);
  refuses('a subscript on what has none', withContainer({
    env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: "spec.nodeName['a']" } } }],
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: error converting fieldPath: field label does not support subscript: spec.nodeName['a']",
  ]);
  refuses('a resource that is none', withContainer({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.gpu' } } }] }), [
    'FieldValueNotSupported spec.template.spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: supported values: "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory"',
  ]);
  refuses('a divisor that does not fit the resource', withContainer({
    env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '5' } } }],
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: only divisor's values 1m and 1 are supported with the cpu resource",
  ]);
  refuses('a memory divisor in thousandths', withContainer({
    env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1m' } } }],
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor: only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with the memory resource",
  ]);
});
