import { complaints, daemonSet } from '../objects';

const on = (port: number, container: any = {}, pod: any = {}) => daemonSet({ hostNetwork: true, ...pod }, { ports: [{ containerPort: port }], ...container });

test('the program itself has its port', () => {
  expect(complaints('ND217', on(10249, { image: 'registry.k8s.io/kube-proxy:v1.37.0' }))).toBe(0);
  expect(complaints('ND217', on(10256, { command: ['/hyperkube', 'kube-proxy'] }))).toBe(0);
  expect(complaints('ND217', on(10256))).toBe(1);
});

test('ports of the control plane matter to daemons that get there', () => {
  expect(complaints('ND217', on(6443))).toBe(0);
  expect(complaints('ND217', on(6443, {}, { tolerations: [{ operator: 'Exists' }] }))).toBe(1);
});

test('a port of UDP is another port, and one of the pod is none of the node', () => {
  expect(complaints('ND217', on(10250, { ports: [{ containerPort: 10250, protocol: 'UDP' }] }))).toBe(0);
  expect(complaints('ND217', daemonSet({}, { ports: [{ containerPort: 10250 }] }))).toBe(0);
});
