import { refuses, withContainer, withPod } from '../refusals';

describe('mounts', () => {
  refuses('a mount of no volume', withContainer({ volumeMounts: [{ name: 'v', mountPath: '/a' }] }), [
    'FieldValueNotFound spec.template.spec.containers[0].volumeMounts[0].name',
  ]);
  refuses('a mount without a path', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '' }] }],
  }), [
    'FieldValueRequired spec.template.spec.containers[0].volumeMounts[0].mountPath',
  ]);
  refuses('two mounts at one path', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a' }, { name: 'v', mountPath: '/a' }] }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].volumeMounts[1].mountPath: must be unique',
  ]);
  refuses('a path that leaves the volume', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a', subPath: '../b' }] }],
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].volumeMounts.subPath: must not contain '..'",
  ]);
  refuses('both kinds of paths within the volume', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a', subPath: 'a', subPathExpr: 'b' }] }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].volumeMounts[0].subPathExpr: subPathExpr and subPath are mutually exclusive',
  ]);
  refuses('mounts that come back to the host without privilege', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Bidirectional' }] }],
  }), [
    'FieldValueForbidden spec.template.spec.containers[0].volumeMounts.mountPropagation: Bidirectional mount propagation is available only to privileged containers',
  ]);
  refuses('an unknown propagation', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Both' }] }],
  }), [
    'FieldValueNotSupported spec.template.spec.containers[0].volumeMounts.mountPropagation: supported values: "Bidirectional", "HostToContainer", "None"',
  ]);
  refuses('a recursively read-only mount that is not read-only', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'Enabled' }] }],
  }), [
    'FieldValueForbidden spec.template.spec.containers[0].volumeMounts.recursiveReadOnly: may only be specified when readOnly is true',
  ]);
  refuses('a device of a volume that is no claim', withPod({
    volumes: [{ name: 'v' }],
    containers: [{ name: 'c0', image: 'i', volumeDevices: [{ name: 'v', devicePath: '/dev/a' }] }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].volumeDevices[0].name: can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
  ]);
});
