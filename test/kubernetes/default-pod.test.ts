import { withPod } from './refusals';
import { admitDaemonSet } from '../../src/kubernetes/admission';
import { defaultPod } from '../../src/kubernetes/default-pod';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

function pod(fields: Record<string, unknown>): PodSpec {
  return defaultPod(admitDaemonSet(withPod(fields)).stored!.spec.template.spec!);
}

test('requests that are missing are the limits', () => {
  const { containers } = pod({ containers: [{ name: 'a', image: 'i', resources: { limits: { cpu: '1', memory: '2' }, requests: { cpu: '500m' } } }] });
  expect(containers![0].resources).toEqual({ limits: { cpu: '1', memory: '2' }, requests: { cpu: '500m', memory: '2' } });
});

test('under host networking every port is a port of the host', () => {
  const ports = [{ containerPort: 80 }];
  expect(pod({ hostNetwork: true, containers: [{ name: 'a', image: 'i', ports }] }).containers![0].ports).toEqual([{ containerPort: 80, hostPort: 80, protocol: 'TCP' }]);
  expect(pod({ containers: [{ name: 'a', image: 'i', ports }] }).containers![0].ports).toEqual([{ containerPort: 80, protocol: 'TCP' }]);
});

test('a pod learns of Services through its environment unless it says no', () => {
  expect(pod({}).enableServiceLinks).toBe(true);
  expect(pod({ enableServiceLinks: false }).enableServiceLinks).toBe(false);
});

test('a pod that is resourced as a whole requests what its containers do', () => {
  const resources = { limits: { cpu: '2', memory: '1Gi' } };
  const { resources: whole } = pod({ resources, containers: [{ name: 'a', image: 'i', resources: { requests: { cpu: '500m' } } }] });
  expect(whole).toEqual({ limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '500m', memory: '1Gi' } });
});
