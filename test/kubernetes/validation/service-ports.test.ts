import { refusesCompanion } from '../refusals';

describe('service ports', () => {
  refusesCompanion('no ports', 'Service', { spec: {} }, [
    'FieldValueRequired spec.ports',
  ]);
  refusesCompanion('two ports of which one has no name', 'Service', { spec: { ports: [{ port: 80, name: 'a' }, { port: 81 }] } }, [
    'FieldValueRequired spec.ports[1].name',
  ]);
  refusesCompanion('two ports of one name', 'Service', { spec: { ports: [{ port: 80, name: 'a' }, { port: 81, name: 'a' }] } }, [
    'FieldValueDuplicate spec.ports[1].name',
  ]);
  refusesCompanion('one port twice', 'Service', { spec: { ports: [{ port: 80, name: 'a' }, { port: 80, name: 'b' }] } }, [
    'FieldValueDuplicate spec.ports[1]',
  ]);
  refusesCompanion('a port out of range', 'Service', { spec: { ports: [{ port: 0, targetPort: 80 }] } }, [
    'FieldValueInvalid spec.ports[0].port: must be between 1 and 65535, inclusive',
  ]);
  refusesCompanion('a target port name that is none', 'Service', { spec: { ports: [{ port: 80, targetPort: 'a name' }] } }, [
    'FieldValueInvalid spec.ports[0].targetPort: must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
  ]);
  refusesCompanion('a node port inside the cluster only', 'Service', { spec: { ports: [{ port: 80, nodePort: 31000 }] } }, [
    'FieldValueForbidden spec.ports[0].nodePort: may not be used when `type` is \'ClusterIP\'',
  ]);
  refusesCompanion('one node port twice', 'Service', {
    spec: { type: 'NodePort', ports: [{ port: 80, name: 'a', nodePort: 31000 }, { port: 81, name: 'b', nodePort: 31000 }] },
  }, [
    'FieldValueDuplicate spec.ports[1].nodePort',
  ]);
});
