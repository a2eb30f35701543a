import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import type { FieldPath } from '../field-path';
import { headerName, portNumber } from '../formats';
import { nonNegative, requireText, validatePortReference } from './shared';
import type { LifecycleHandler, Probe } from '../wire/probe';

/** Any of the things that a probe or a hook does. */
type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>;

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;
const COUNTS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

/** Adds what is wrong with one of a container's probes. */
export function validateProbe(probe: Probe, kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe', above: FieldPath, errors: FieldError[]): void {
  const at = above.child(kind);
  validateHandler(probe, undefined, at, errors);
  for (const count of COUNTS) { nonNegative(probe[count], at, count, errors); }
  const grace = probe.terminationGracePeriodSeconds;
  if (grace !== undefined && grace <= 0) {
    errors.push(invalid(at.child('terminationGracePeriodSeconds'), grace, 'must be greater than 0'));
  }
  if (kind === 'readinessProbe') {
    if (grace !== undefined) {
      errors.push(invalid(at.child('terminationGracePeriodSeconds'), grace, 'must not be set for readinessProbes'));
    }
  } else if (probe.successThreshold !== 1) {
    errors.push(invalid(at.child('successThreshold'), probe.successThreshold ?? 0, 'must be 1'));
  }
}

/** Adds what is wrong with the one thing that a probe or hook must do. */
export function validateHandler(handler: Handler, gracePeriod: number | undefined, at: FieldPath, errors: FieldError[]): void {
  let found = false;
  for (const kind of HANDLERS) {
    if (handler[kind] === undefined) { continue; }
    if (found) {
      errors.push(forbidden(at.child(kind), 'may not specify more than 1 handler type'));
    } else {
      validateAction(handler, kind, gracePeriod, at.child(kind), errors);
      found = true;
    }
  }
  if (!found) { errors.push(required(at, 'must specify a handler type')); }
}

function validateAction(
  handler: Handler, kind: typeof HANDLERS[number], gracePeriod: number | undefined, at: FieldPath, errors: FieldError[],
): void {
  switch (kind) {
    case 'exec':
      if ((handler.exec!.command ?? []).length === 0) { errors.push(required(at.child('command'))); }
      break;
    case 'httpGet':
      validateHttpGet(handler.httpGet!, at, errors);
      break;
    case 'tcpSocket':
      validatePortReference(handler.tcpSocket!.port, at.child('port'), errors);
      break;
    case 'grpc':
      invalidEach(errors, at.child('port'), handler.grpc!.port ?? 0, portNumber(handler.grpc!.port ?? 0));
      break;
    case 'sleep': {
      const seconds = handler.sleep!.seconds ?? 0;
      if (gracePeriod !== undefined && (seconds < 0 || seconds > gracePeriod)) {
        errors.push(invalid(at, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`));
      }
    }
  }
}

function validateHttpGet({ path, port, scheme, httpHeaders = [] }: NonNullable<Handler['httpGet']>, at: FieldPath, errors: FieldError[]): void {
  requireText(path, at, 'path', errors);
  validatePortReference(port, at.child('port'), errors);
  if (scheme !== 'HTTP' && scheme !== 'HTTPS') { errors.push(notSupported(at.child('scheme'), scheme ?? '', ['HTTP', 'HTTPS'])); }
  for (const { name = '' } of httpHeaders) { invalidEach(errors, at.child('httpHeaders'), name, headerName(name)); }
}
