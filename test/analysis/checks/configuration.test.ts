import { daemonSet, fails } from '../objects';

const configMap = (name: string, fields: object = { data: { a: 'b' } }) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'agents' }, ...fields });
const reading = (name: string, annotations: object = {}) => daemonSet({}, { envFrom: [{ configMapRef: { name } }] }, { annotations });

test('a ConfigMap in variables needs a hash (ND504)', () => {
  expect(fails('ND504', reading('agent'), configMap('agent'))).toBe(true);
});

test.each<[string, any[]]>([
  ['it is made elsewhere', [reading('agent')]],
  ['it is one of another namespace', [reading('agent'), { ...configMap('agent'), metadata: { name: 'agent', namespace: 'other' } }]],
  ['its name ends in the hash of kustomize', [reading('agent-k2cf9h6t7m'), configMap('agent-k2cf9h6t7m')]],
  ['its name ends in a hexadecimal hash', [reading('agent-3f2a9c41'), configMap('agent-3f2a9c41')]],
  ['it is immutable', [reading('agent'), configMap('agent', { immutable: true, data: { a: 'b' } })]],
  ['it is empty, to be filled in by a program', [reading('agent'), configMap('agent', {})]],
  ['it is malformed', [reading('agent'), configMap('agent', { data: 'x' }), { kind: 'ConfigMap', metadata: 1 }]],
  ['an annotation holds its checksum', [reading('agent', { 'checksum/config': 'x' }), configMap('agent')]],
  ['an annotation looks like a checksum', [reading('agent', { version: 'sha256:3f2a9c41' }), configMap('agent')]],
  ['a program restarts the pods', [reading('agent', { 'reloader.stakater.com/auto': 'true' }), configMap('agent')]],
])('not when %s (ND504)', (_, manifests) => {
  expect(fails('ND504', ...manifests)).toBe(false);
});

test('the hash that cdk8s puts into names is one of the path (ND504)', () => {
  expect(fails('ND504', reading('agent-c8f5b5d0'), configMap('agent-c8f5b5d0'))).toBe(true);
});

describe('a file by subPath (ND509)', () => {
  const mount = { volumeMounts: [{ name: 'v', mountPath: '/a', subPath: 'a' }] };

  test.each<[string, object, boolean]>([
    ['of a Secret', { secret: { secretName: 's' } }, true],
    ['of a projected volume', { projected: { sources: [{ configMap: { name: 'c' } }] } }, true],
    ['of the node', { hostPath: { path: '/a' } }, false],
    ['of an emptyDir', { emptyDir: {} }, false],
    ['of a name that changes', { configMap: { name: 'c-3f2a9c41' } }, false],
  ])('%s', (_, source, isFound) => {
    expect(fails('ND509', daemonSet({ volumes: [{ name: 'v', ...source }] }, mount))).toBe(isFound);
  });

  test('an init container has read it by then', () => {
    const pod = { volumes: [{ name: 'v', configMap: { name: 'c' } }], initContainers: [{ name: 'init', image: 'i:1', ...mount }] };
    expect(fails('ND509', daemonSet(pod))).toBe(false);
  });
});
