import type { FieldError } from '../field-error';
import { forbidden, invalid } from '../field-error';
import type { FieldPath } from '../field-path';
import { eachContainer } from './shared';
import type { PodSpec } from '../wire/pod-spec';

const OWN_USERS = 'when `hostUsers` is false';

/** Adds errors for host ports other than the container's under host networking; a template may leave them out, a Pod may not. */
export function validateHostNetworkPorts(spec: PodSpec, isPod: boolean, at: FieldPath, errors: FieldError[]): void {
  for (const [i, { ports = [] }] of (spec.containers ?? []).entries()) {
    for (const [j, { hostPort = 0, containerPort = 0 }] of ports.entries()) {
      if ((isPod || hostPort !== 0) && hostPort !== containerPort) {
        errors.push(invalid(at.index(i).child('ports').index(j).child('hostPort'), hostPort,
          'must match `containerPort` when `hostNetwork` is true'));
      }
    }
  }
}

/** Adds errors for what a pod with users of its own cannot share with the node; the names of fields are the server's. */
export function validateHostUsers(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  if (spec.hostNetwork) { errors.push(forbidden(at.child('hostNetwork'), OWN_USERS)); }
  if (spec.hostPID) { errors.push(forbidden(at.child('HostPID'), OWN_USERS)); }
  if (spec.hostIPC) { errors.push(forbidden(at.child('HostIPC'), OWN_USERS)); }
  eachContainer(spec, at, (container, path) => {
    if ((container.volumeDevices ?? []).length > 0) { errors.push(forbidden(path.child('volumeDevices'), OWN_USERS)); }
  });
}
