import { complaints, daemonSet, service } from '../objects';

const daemon = (port: any = {}) => daemonSet({}, { ports: [{ containerPort: 80, hostPort: 30080, ...port }] });
const nodePort = (port: any = {}, spec: any = { selector: { app: 'shop' } }) => service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080, ...port }], ...spec }, 'shop', 'shop');

test('a Service of any namespace takes the port, and that of another protocol does not', () => {
  expect(complaints('ND306', daemon(), nodePort())).toBe(1);
  expect(complaints('ND306', daemon(), nodePort({ protocol: 'UDP' }))).toBe(0);
});

test('a port of one address is none of all', () => {
  expect(complaints('ND306', daemon({ hostIP: '127.0.0.1' }), nodePort())).toBe(0);
});

test('what the Service of the daemon gets, the daemon gets', () => {
  expect(complaints('ND306', daemon(), service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }))).toBe(0);
});
