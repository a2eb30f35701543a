import { daemonSet, fails } from '../objects';

const objectNamed = (name: string, fields: object = { data: { a: 'b' } }) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'agents' }, ...fields });
const reading = (name: string, annotations: object = {}) => daemonSet({}, { envFrom: [{ configMapRef: { name } }] }, { annotations });

test('a ConfigMap in variables needs a hash (ND504)', () => {
  expect(fails('ND504', reading('agent'), objectNamed('agent'))).toBe(true);
});

test.each<[string, any[]]>([
  ['it is made elsewhere', [reading('agent')]],
  ['it is one of another namespace', [reading('agent'), { ...objectNamed('agent'), metadata: { name: 'agent', namespace: 'other' } }]],
  ['its name ends in the hash of kustomize', [reading('agent-k2cf9h6t7m'), objectNamed('agent-k2cf9h6t7m')]],
  ['its name ends in a hexadecimal hash', [reading('agent-3f2a9c41'), objectNamed('agent-3f2a9c41')]],
  ['it is immutable', [reading('agent'), objectNamed('agent', { immutable: true, data: { a: 'b' } })]],
  ['it is empty, to be filled in by a program', [reading('agent'), objectNamed('agent', {})]],
  ['it is malformed', [reading('agent'), objectNamed('agent', { data: 'x' }), { kind: 'ConfigMap', metadata: 1 }]],
  ['an annotation holds its checksum', [reading('agent', { 'checksum/config': 'x' }), objectNamed('agent')]],
  ['an annotation looks like a checksum', [reading('agent', { version: 'sha256:3f2a9c41' }), objectNamed('agent')]],
  ['a program restarts the pods', [reading('agent', { 'reloader.stakater.com/auto': 'true' }), objectNamed('agent')]],
])('not when %s (ND504)', (_, manifests) => {
  expect(fails('ND504', ...manifests)).toBe(false);
});

test('the hash that cdk8s puts into names is one of the path (ND504)', () => {
  expect(fails('ND504', reading('agent-c8f5b5d0'), objectNamed('agent-c8f5b5d0'))).toBe(true);
});

describe('a file that somebody watches (ND504)', () => {
  const CONFIG = { name: 'config', mountPath: '/etc/agent' };
  const RELOADER = { name: 'reloader', image: 'quay.io/prometheus-operator/prometheus-config-reloader:v0.93.0', args: ['--watched-dir=/etc/agent'], volumeMounts: [CONFIG] };

  function isComplained(main: any, sidecars: any[] = [], data: any = { a: 'b' }): boolean {
    const daemon = daemonSet({ volumes: [{ name: 'config', configMap: { name: 'agent' } }] }, { volumeMounts: [CONFIG], ...main });
    daemon.spec.template.spec.containers.push(...sidecars);
    return fails('ND504', daemon, objectNamed('agent', { data }));
  }

  test.each<[string, any, any[], any]>([
    ['by a sidecar', {}, [RELOADER], undefined],
    ['by a sidecar of another family, above the mount', {}, [{ ...RELOADER, image: 'ghcr.io/jimmidyson/configmap-reload:v1', args: ['--volume-dir', '/etc'] }], undefined],
    ['by a sidecar, as one file', {}, [{ ...RELOADER, args: ['--config-file=/etc/agent/a'] }], undefined],
    ['by Vector', { args: ['--watch-config'] }, [], undefined],
    ['by Vector, as a variable says', { env: [{ name: 'VECTOR_WATCH_CONFIG', value: 'true' }] }, [], undefined],
    ['by Logstash', { args: ['--config.reload.automatic'] }, [], undefined],
    ['by Logstash, as its settings say', {}, [], { 'logstash.yml': 'http.host: 0.0.0.0\nconfig.reload.automatic: true\n' }],
  ])('%s', (_how, main, sidecars, data) => {
    expect(isComplained(main, sidecars, data)).toBe(false);
  });

  test.each<[string, any, any[]]>([
    ['by a sidecar that does not see it', {}, [{ ...RELOADER, volumeMounts: [] }]],
    ['by a sidecar that watches another directory', {}, [{ ...RELOADER, args: ['--watched-dir=/etc/other'] }]],
    ['by a sidecar, and a variable holds it too', { envFrom: [{ configMapRef: { name: 'agent' } }] }, [RELOADER]],
    ['by a sidecar, and the program has it by subPath', { volumeMounts: [{ ...CONFIG, subPath: 'a' }] }, [RELOADER]],
    ['by a program that is told not to', { args: ['--watch-config=false'] }, []],
    ['by a sidecar of another kind', {}, [{ ...RELOADER, image: 'example.com/proxy:1' }]],
  ])('not %s', (_how, main, sidecars) => {
    expect(isComplained(main, sidecars)).toBe(true);
  });
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
