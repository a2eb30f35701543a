import { complaints, daemonSet } from '../objects';

const probing = (host: string, container: any = {}, pod: any = {}) =>
  complaints('ND228', daemonSet(pod, { readinessProbe: { tcpSocket: { host, port: 8080 } }, ...container }));

test.each([['localhost', 1], ['::1', 1], ['127.0.0.2', 1], ['10.0.0.1', 0], ['127.example.com', 0], ['', 0]])('%s', (host, count) => {
  expect(probing(host)).toBe(count);
});

test('hooks are sent by the kubelet too', () => {
  expect(complaints('ND228', daemonSet({}, { lifecycle: { preStop: { httpGet: { host: 'localhost', port: 8080, path: '/' } } } }))).toBe(1);
});

test('a host port, a port of the kubelet, and a program that enters the node answer there', () => {
  expect(probing('127.0.0.1', { ports: [{ containerPort: 8080, hostPort: 8080 }] })).toBe(0);
  expect(probing('127.0.0.1', { readinessProbe: { httpGet: { host: '127.0.0.1', port: 10248, path: '/healthz' } } })).toBe(0);
  expect(probing('127.0.0.1', { securityContext: { privileged: true } }, { hostPID: true })).toBe(0);
});
