import type { HostPort } from '../../src/kubernetes/host-ports';
import { conflict, hostPorts } from '../../src/kubernetes/host-ports';

const port = (ip: string, number: number, protocol = 'TCP'): HostPort => ({ ip, port: number, protocol, container: 'c' });

describe('the node\'s ports that a pod takes', () => {
  const ports = [{ containerPort: 80, hostPort: 8080 }, { containerPort: 81 }];

  test('are its host ports', () => {
    expect(hostPorts({ containers: [{ name: 'a', ports }] })).toEqual([{ ip: '0.0.0.0', protocol: 'TCP', port: 8080, container: 'a' }]);
  });
  test('are all its ports under host networking', () => {
    expect(hostPorts({ hostNetwork: true, containers: [{ name: 'a', ports }] }).map((one) => one.port)).toEqual([8080, 81]);
  });
  test('are those of sidecars too, and not those of containers that end', () => {
    const initContainers = [{ name: 'i', ports, restartPolicy: 'Always' }, { name: 'j', ports }];
    expect(hostPorts({ containers: [], initContainers }).map(({ container }) => container)).toEqual(['i']);
  });
});

describe('two ports', () => {
  test.each([
    ['clash on all addresses', port('0.0.0.0', 80), port('0.0.0.0', 80), true],
    ['clash where one takes all addresses', port('0.0.0.0', 80), port('10.0.0.1', 80), true],
    ['clash on one address', port('10.0.0.1', 80), port('10.0.0.1', 80), true],
    ['share two addresses', port('10.0.0.1', 80), port('10.0.0.2', 80), false],
    ['share two protocols', port('0.0.0.0', 80), port('0.0.0.0', 80, 'UDP'), false],
    ['share two numbers', port('0.0.0.0', 80), port('0.0.0.0', 81), false],
    ['share :: and another address, as the scheduler sees it', port('::', 80), port('10.0.0.1', 80), false],
    ['clash on :: and 0.0.0.0', port('::', 80), port('0.0.0.0', 80), true],
  ])('%s', (_, a, b, expected) => expect([conflict(a, b), conflict(b, a)]).toEqual([expected, expected]));
});
