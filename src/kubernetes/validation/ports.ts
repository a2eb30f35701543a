import type { FieldError } from '../field-error';
import { duplicate, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { portName, portNumber } from '../formats';
import type { Container, ContainerPort } from '../wire/container';

/** The protocols of a port. */
export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Adds what is wrong with the ports of one container. */
export function validatePorts(ports: ContainerPort[], at: FieldPath, errors: FieldError[]): void {
  const names = new Set<string>();
  for (let i = 0; i < ports.length; i++) {
    const { name, containerPort, hostPort, protocol } = ports[i];
    const path = at.index(i);
    if (name) {
      const messages = portName(name);
      if (messages.length > 0) {
        invalidEach(errors, path.child('name'), name, messages);
      } else if (names.has(name)) {
        errors.push(duplicate(path.child('name'), name));
      } else {
        names.add(name);
      }
    }
    if (containerPort) {
      invalidEach(errors, path.child('containerPort'), containerPort, portNumber(containerPort));
    } else {
      errors.push(required(path.child('containerPort')));
    }
    if (hostPort) { invalidEach(errors, path.child('hostPort'), hostPort, portNumber(hostPort)); }
    if (!protocol) {
      errors.push(required(path.child('protocol')));
    } else if (!PROTOCOLS.includes(protocol)) {
      errors.push(notSupported(path.child('protocol'), protocol, PROTOCOLS));
    }
  }
}

/** Adds errors for host ports that two ports of the containers claim in the same words; other spellings of one address pass. */
export function validateHostPortsDiffer(containers: Container[], at: FieldPath, errors: FieldError[]): void {
  let seen: Set<string> | undefined;
  for (let i = 0; i < containers.length; i++) {
    const ports = containers[i].ports;
    if (ports === undefined) { continue; }
    for (let j = 0; j < ports.length; j++) {
      const { hostPort, hostIP = '', protocol = '' } = ports[j];
      if (!hostPort) { continue; }
      const key = `${protocol}/${hostIP}/${hostPort}`;
      seen ??= new Set();
      if (seen.has(key)) { errors.push(duplicate(at.index(i).child('ports').index(j).child('hostPort'), key)); }
      seen.add(key);
    }
  }
}
