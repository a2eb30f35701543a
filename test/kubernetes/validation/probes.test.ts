import { refuses, withContainer } from '../refusals';

describe('probes', () => {
  refuses('a probe without a handler', withContainer({ livenessProbe: { periodSeconds: 5 } }), [
    'FieldValueRequired spec.template.spec.containers[0].livenessProbe: must specify a handler type',
  ]);
  refuses('a probe with two handlers', withContainer({ livenessProbe: { exec: { command: ['a'] }, tcpSocket: { port: 80 } } }), [
    'FieldValueForbidden spec.template.spec.containers[0].livenessProbe.tcpSocket: may not specify more than 1 handler type',
  ]);
  refuses('a negative period', withContainer({ livenessProbe: { exec: { command: ['a'] }, periodSeconds: -1 } }), [
    'FieldValueInvalid spec.template.spec.containers[0].livenessProbe.periodSeconds: must be greater than or equal to 0',
  ]);
  refuses('a liveness probe that must succeed twice', withContainer({ livenessProbe: { exec: { command: ['a'] }, successThreshold: 2 } }), [
    'FieldValueInvalid spec.template.spec.containers[0].livenessProbe.successThreshold: must be 1',
  ]);
  refuses('a grace period of zero', withContainer({ livenessProbe: { exec: { command: ['a'] }, terminationGracePeriodSeconds: 0 } }), [
    'FieldValueInvalid spec.template.spec.containers[0].livenessProbe.terminationGracePeriodSeconds: must be greater than 0',
  ]);
  refuses('a grace period on a readiness probe', withContainer({
    readinessProbe: { exec: { command: ['a'] }, terminationGracePeriodSeconds: 5 },
  }), [
    'FieldValueInvalid spec.template.spec.containers[0].readinessProbe.terminationGracePeriodSeconds: must not be set for readinessProbes',
  ]);
  refuses('a command without words', withContainer({ livenessProbe: { exec: { command: [] } } }), [
    'FieldValueRequired spec.template.spec.containers[0].livenessProbe.exec.command',
  ]);
  refuses('a probe of a port name that is none', withContainer({ readinessProbe: { httpGet: { port: '80', path: '/' } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].readinessProbe.httpGet.port: must contain at least one letter (a-z)',
  ]);
  refuses('an unknown scheme', withContainer({ readinessProbe: { httpGet: { port: 80, scheme: 'http' } } }), [
    'FieldValueNotSupported spec.template.spec.containers[0].readinessProbe.httpGet.scheme: supported values: "HTTP", "HTTPS"',
  ]);
  refuses('a header with a colon in its name', withContainer({
    readinessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'A:', value: 'b' }] } },
  }), [
    "FieldValueInvalid spec.template.spec.containers[0].readinessProbe.httpGet.httpHeaders: a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')",
  ]);
  refuses('a gRPC port out of range', withContainer({ readinessProbe: { grpc: { port: 0 } } }), [
    'FieldValueInvalid spec.template.spec.containers[0].readinessProbe.grpc.port: must be between 1 and 65535, inclusive',
  ]);
});
