import { podRequest } from '../../src/kubernetes/requests';
import type { Container } from '../../src/kubernetes/wire/container';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

const container = (name: string, cpu: string): Container => ({ name, resources: { requests: { cpu } } });
const sidecar = (name: string, cpu: string): Container => ({ ...container(name, cpu), restartPolicy: 'Always' });
const cpu = (spec: Partial<PodSpec>): string => podRequest({ containers: [], ...spec }, 'cpu').toString();

describe('a pod asks for', () => {
  test('nothing when no container does', () => expect(cpu({ containers: [{ name: 'a' }] })).toBe('0'));
  test('the sum of its containers', () => expect(cpu({ containers: [container('a', '1'), container('b', '500m')] })).toBe('1500m'));
  test('what its largest start does', () => {
    expect(cpu({ containers: [container('a', '1')], initContainers: [container('i', '3'), container('j', '2')] })).toBe('3');
  });
  test('its sidecars besides its containers', () => expect(cpu({ containers: [container('a', '1')], initContainers: [sidecar('s', '1')] })).toBe('2'));
  test('a start besides the sidecars before it', () => {
    expect(cpu({ containers: [container('a', '1')], initContainers: [sidecar('s', '1'), container('i', '3')] })).toBe('4');
    expect(cpu({ containers: [container('a', '1')], initContainers: [container('i', '3'), sidecar('s', '1')] })).toBe('3');
  });
  test('its overhead besides', () => expect(cpu({ containers: [container('a', '1')], overhead: { cpu: '250m' } })).toBe('1250m'));
  test('what it says as a whole', () => expect(cpu({ containers: [container('a', '1')], resources: { requests: { cpu: '2' } } })).toBe('2'));
});
