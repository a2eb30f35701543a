import * as fc from 'fast-check';
import { Analysis } from '../../src/analysis/analysis';
import { mutate, mutations } from '../kubernetes/differential/mutation';
import { daemonSets } from '../kubernetes/differential/valid-daemon-set';

const changed = () => fc.tuple(daemonSets(), fc.array(mutations(), { maxLength: 5 }))
  .map(([manifest, changes]) => changes.reduce((result, change) => mutate(result, change), manifest));

test('whatever a DaemonSet holds, it is analysed, and no check fails over it', () => {
  fc.assert(fc.property(changed(), changed(), (a, b) => {
    const { findings } = Analysis.of([a, b], { baseline: [b, a], kubernetesVersion: '1.30' });
    expect(findings.filter(({ message }) => message.startsWith('the check failed'))).toEqual([]);
  }), { numRuns: 300 });
});

const KINDS = ['DaemonSet', 'Deployment', 'Pod', 'Service', 'ConfigMap', 'Secret', 'Namespace', 'ResourceQuota', 'LimitRange', 'NetworkPolicy', 'ServiceAccount',
  'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'PriorityClass', 'List', 'Other'];
const APIS = ['v1', 'apps/v1', 'extensions/v1beta1', 'rbac.authorization.k8s.io/v1', 'networking.k8s.io/v1', 'example.com/v1'];
const anything = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' }, fc.constantFrom<unknown>(null, 0, -1, 1.5, true, '', 'text', 'v1'), fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('name', 'namespace', 'labels', 'spec', 'selector', 'template', 'metadata', 'ports', 'rules', 'verbs', 'subjects', 'hard',
      'limits', 'items', 'roleRef', 'containers', 'volumes', 'annotations', '__proto__', 'constructor'), tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('whatever an object of any kind holds, it is analysed', () => {
  const object = fc.record({
    apiVersion: fc.constantFrom(...APIS),
    kind: fc.constantFrom(...KINDS),
    metadata: anything,
    spec: anything,
    rules: anything,
    data: anything,
    subjects: anything,
    roleRef: anything,
    items: anything,
  });
  fc.assert(fc.property(fc.array(object, { maxLength: 5 }), daemonSets(), (others, daemon) => {
    const { findings } = Analysis.of([...others, daemon], { cluster: others, baseline: others });
    expect(findings.filter(({ message }) => message.startsWith('the check failed'))).toEqual([]);
  }), { numRuns: 500 });
});

test('what is no object is refused', () => {
  expect(() => Analysis.of([{ kind: 'Service' }, null])).toThrow('manifest 1 must be an object, got null');
});
