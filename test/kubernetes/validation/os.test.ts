import { refuses, withPod } from '../refusals';

describe('os', () => {
  refuses('an unknown operating system', withPod({ os: { name: 'darwin' } }), [
    'FieldValueNotSupported spec.template.spec.os: supported values: "linux", "windows"',
  ]);
  refuses('Windows options on Linux', withPod({ os: { name: 'linux' }, securityContext: { windowsOptions: { runAsUserName: 'a' } } }), [
    'FieldValueForbidden spec.template.spec.securityContext.windowsOptions: windows options cannot be set for a linux pod',
  ]);
  refuses('Linux options on Windows', withPod({
    os: { name: 'windows' },
    securityContext: { seLinuxOptions: { level: 's0' }, fsGroup: 1 },
  }), [
    'FieldValueForbidden spec.template.spec.securityContext.seLinuxOptions: cannot be set for a windows pod',
    'FieldValueForbidden spec.template.spec.securityContext.fsGroup: cannot be set for a windows pod',
  ]);
  refuses('host namespaces on Windows', withPod({ os: { name: 'windows' }, hostPID: true }), [
    'FieldValueForbidden spec.template.spec.hostPID: cannot be set for a windows pod',
  ]);
  refuses('capabilities on Windows', withPod({
    os: { name: 'windows' },
    containers: [{ name: 'c0', image: 'i', securityContext: { capabilities: { add: ['A'] } } }],
  }), [
    'FieldValueForbidden spec.template.spec.containers[0].securityContext.capabilities: cannot be set for a windows pod',
  ]);
});
