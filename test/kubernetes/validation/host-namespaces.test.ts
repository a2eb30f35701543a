import { refuses, withPod } from '../refusals';

describe('host namespaces', () => {
  refuses("a shared process namespace with the host's", withPod({ hostPID: true, shareProcessNamespace: true }), [
    'FieldValueInvalid spec.template.spec.shareProcessNamespace: ShareProcessNamespace and HostPID cannot both be enabled',
  ]);
  refuses("a user namespace with the host's processes", withPod({ hostUsers: false, hostPID: true }), [
    'FieldValueForbidden spec.template.spec.HostPID: when `hostUsers` is false',
  ]);
});
