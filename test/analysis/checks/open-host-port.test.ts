import { findingsOf } from '../checks';
import { complaints, daemonSet } from '../objects';

test('ports of a container are told together, and the port of the node is the one that counts', () => {
  const ports = [{ containerPort: 80, hostPort: 8080 }, { containerPort: 53, hostPort: 53, protocol: 'UDP', hostIP: '0.0.0.0' }, { containerPort: 9100 }];
  const [{ message }] = findingsOf('ND218', [daemonSet({}, { ports })]);
  expect(message).toContain("container 'agent' opens TCP 8080, UDP 53 on every address");
});

test('under host networking the program decides where it listens', () => {
  expect(complaints('ND218', daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 80, hostPort: 80 }] }))).toBe(0);
});
