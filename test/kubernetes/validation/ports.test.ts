import { refuses, takes, withContainer, withPod } from '../refusals';

describe('ports', () => {
  refuses('no port number', withContainer({ ports: [{ name: 'http' }] }), [
    'FieldValueRequired spec.template.spec.containers[0].ports[0].containerPort',
  ]);
  refuses('a port above 65535', withContainer({ ports: [{ containerPort: 65536 }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].containerPort: must be between 1 and 65535, inclusive',
  ]);
  refuses('a host port above 65535', withContainer({ ports: [{ containerPort: 80, hostPort: 65536 }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].hostPort: must be between 1 and 65535, inclusive',
  ]);
  refuses('a port name of more than 15 characters', withContainer({ ports: [{ containerPort: 80, name: 'a-name-too-long1' }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].name: must be no more than 15 characters',
  ]);
  refuses('a port name without a letter', withContainer({ ports: [{ containerPort: 80, name: '80' }] }), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].name: must contain at least one letter (a-z)',
  ]);
  refuses('two ports of one name', withContainer({ ports: [{ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'a' }] }), [
    'FieldValueDuplicate spec.template.spec.containers[0].ports[1].name',
  ]);
  refuses('an unknown protocol', withContainer({ ports: [{ containerPort: 80, protocol: 'ICMP' }] }), [
    'FieldValueNotSupported spec.template.spec.containers[0].ports[0].protocol: supported values: "SCTP", "TCP", "UDP"',
  ]);
  refuses('one host port twice', withPod({
    containers: [
      { name: 'a', image: 'i', ports: [{ containerPort: 80, hostPort: 80 }] },
      { name: 'b', image: 'i', ports: [{ containerPort: 81, hostPort: 80 }] },
    ],
  }), [
    'FieldValueDuplicate spec.template.spec.containers[1].ports[0].hostPort',
  ]);
  takes('a host IP that is none, even of a pod', withContainer({ ports: [{ containerPort: 80, hostPort: 80, hostIP: 'localhost' }] }));
  takes('a host IP with leading zeros', withContainer({ ports: [{ containerPort: 80, hostPort: 80, hostIP: '010.0.0.1' }] }));
  refuses('another host port than the port under host networking', withPod({
    hostNetwork: true,
    containers: [{ name: 'a', image: 'i', ports: [{ containerPort: 80, hostPort: 81 }] }],
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].hostPort: must match `containerPort` when `hostNetwork` is true',
  ]);
});
