import { daemonSet, fails } from '../objects';

const livenessProbe = { httpGet: { port: 9808 } };

test.each<[string, object]>([
  ['a probe', { livenessProbe }],
  ['a gRPC probe', { livenessProbe: { grpc: { port: 9808 } } }],
  ['a hook', { lifecycle: { preStop: { tcpSocket: { port: 9808 } } } }],
  ['a probe beside a longer number', { livenessProbe, args: ['--port=19808'] }],
])('%s asks a port that nothing has', (_, container) => {
  expect(fails('ND505', daemonSet({}, container))).toBe(true);
});

test.each<[string, object, object]>([
  ['an argument names it', { livenessProbe, args: ['--probe=:9808'] }, {}],
  ['a variable names it', { livenessProbe, env: [{ name: 'PORT', value: '9808' }] }, {}],
  ['its program has it by default', { image: 'mirror.example.com/sig-storage/livenessprobe:v2.19.0', livenessProbe }, {}],
  ['it is a name', { livenessProbe: { httpGet: { port: 'health' } }, ports: [{ name: 'health', containerPort: 9808 }] }, {}],
  ['another host is asked', { livenessProbe: { httpGet: { port: 9808, host: '10.0.0.1' } } }, {}],
  ['a sidecar has it', { livenessProbe }, { initContainers: [{ name: 'probe', image: 'p:1', restartPolicy: 'Always', ports: [{ containerPort: 9808 }] }] }],
])('not when %s', (_, container, pod) => {
  expect(fails('ND505', daemonSet(pod, container))).toBe(false);
});

test('not when a configuration names it', () => {
  const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'agents' }, data: { a: 'listen: 0.0.0.0:9808' } };
  expect(fails('ND505', daemonSet({}, { livenessProbe, envFrom: [{ configMapRef: { name: 'c' } }] }), config)).toBe(false);
});
