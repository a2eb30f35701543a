import { complaints, daemonSet } from '../objects';

test('the port of another container is out of reach', () => {
  const other = { name: 'other', image: 'example.com/other:1.0', ports: [{ name: 'http', containerPort: 80 }] };
  const asking = { name: 'agent', image: 'example.com/agent:1.0', livenessProbe: { tcpSocket: { port: 'http' } } };
  expect(complaints('ND209', daemonSet({ containers: [asking, other] }))).toBe(1);
});

test('probes that ask by number, run a command or speak gRPC name no port', () => {
  expect(complaints('ND209', daemonSet({}, {
    livenessProbe: { exec: { command: ['true'] } }, readinessProbe: { grpc: { port: 9000 } }, startupProbe: { httpGet: { port: 8080 } },
  }))).toBe(0);
});
