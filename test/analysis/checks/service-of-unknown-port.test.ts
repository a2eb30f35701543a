import { complaints, daemonSet, service } from '../objects';

const named = (protocol?: string) => service({ ports: [{ port: 80, targetPort: 'http', protocol }] });
const http = (protocol?: string) => ({ ports: [{ name: 'http', containerPort: 8080, protocol }] });

test('the protocol counts', () => {
  expect(complaints('ND305', daemonSet({}, http()), named('UDP'))).toBe(1);
  expect(complaints('ND305', daemonSet({}, http('UDP')), named('UDP'))).toBe(0);
});

test('a sidecar has ports, and an init container has not', () => {
  const init = (restartPolicy?: string) => daemonSet({ initContainers: [{ name: 'init', image: 'example.com/init:1.0', restartPolicy, ...http() }] });
  expect([complaints('ND305', init('Always'), named()), complaints('ND305', init(), named())]).toEqual([0, 1]);
});

test('the Service may mean the pods of another workload', () => {
  const { metadata, spec } = daemonSet({}, http());
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { ...metadata, name: 'server' }, spec };
  expect(complaints('ND305', daemonSet(), named(), deployment)).toBe(0);
  expect(complaints('ND305', daemonSet(), named(), daemonSet({}, http(), { name: 'other', labels: { app: 'agent' } }))).toBe(0);
});

test.each<[string, any]>([
  ['numbers', { ports: [{ port: 80, targetPort: 8080 }, { port: 81 }] }],
  ['no address, so that only the name is looked up', { clusterIP: 'None', ports: [{ port: 80, targetPort: 'http' }] }],
  ['another label', { selector: { app: 'other' }, ports: [{ port: 80, targetPort: 'http' }] }],
  ['no selector', { selector: undefined, ports: [{ port: 80, targetPort: 'http' }] }],
])('a Service with %s does not count', (_what, spec) => {
  expect(complaints('ND305', daemonSet(), service(spec))).toBe(0);
});

test('a Service of another namespace or another API does not count', () => {
  const knative = { ...named(), apiVersion: 'serving.knative.dev/v1' };
  expect(complaints('ND305', daemonSet(), service({ ports: [{ port: 80, targetPort: 'http' }] }, 'agent', 'others'), knative)).toBe(0);
});
