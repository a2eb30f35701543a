import type { FieldError } from '../field-error';
import { duplicate, forbidden, invalidEach, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { portNumber } from '../formats';
import { qualifiedName } from '../label-format';
import { dnsLabel } from '../names';
import { isHeadless } from './service-addresses';
import { oneOf, requireText, validateName, validatePortReference } from './shared';
import type { ServicePort, ServiceSpec } from '../wire/companion';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Adds what is wrong with a Service's ports. */
export function validateServicePorts(spec: ServiceSpec, at: FieldPath, errors: FieldError[]): void {
  const { ports = [], type } = spec;
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName') { errors.push(required(at.child('ports'))); }
  const taken = { name: new Set<string>(), nodePort: new Set<string>(), port: new Set<string>() };
  const isNew = (set: Set<string>, value: string) => set.size < set.add(value).size;
  for (const [i, port] of ports.entries()) {
    const path = at.child('ports').index(i);
    validatePort(port, ports.length > 1, path, errors);
    if (port.name && !isNew(taken.name, port.name)) { errors.push(duplicate(path.child('name'), port.name)); }
    if (port.nodePort) {
      if (type === 'ClusterIP') { errors.push(forbidden(path.child('nodePort'), "may not be used when `type` is 'ClusterIP'")); }
      if (!isNew(taken.nodePort, `${port.protocol} ${port.nodePort}`)) { errors.push(duplicate(path.child('nodePort'), port.nodePort)); }
    }
    if (!isNew(taken.port, `${port.protocol} ${port.port}`)) { errors.push(duplicate(path, { protocol: port.protocol, port: port.port })); }
  }
}

function validatePort(port: ServicePort, needsName: boolean, at: FieldPath, errors: FieldError[]): void {
  if (needsName) { requireText(port.name, at, 'name', errors); }
  validateName(port.name, dnsLabel, at, 'name', errors);
  invalidEach(errors, at.child('port'), port.port ?? 0, portNumber(port.port ?? 0));
  oneOf(port.protocol, PROTOCOLS, at, 'protocol', errors);
  validatePortReference(port.targetPort, at.child('targetPort'), errors);
  if (port.appProtocol !== undefined) { invalidEach(errors, at.child('appProtocol'), port.appProtocol, qualifiedName(port.appProtocol)); }
}
