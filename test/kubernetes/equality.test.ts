import { withContainer, withPod, withSpec } from './refusals';
import type { Companion } from '../../src/kubernetes/decode';
import { equivalent, equivalentCompanions, identical, rolloutCauses } from '../../src/kubernetes/equality';

type Json = Record<string, unknown>;

const paths = (differences: readonly { path: string }[]): string[] => differences.map(({ path }) => path);

describe('two DaemonSets are identical', () => {
  test.each<[string, Json, Json]>([
    ['when the one writes out what Kubernetes fills in', withSpec({}), withSpec({ updateStrategy: { type: 'RollingUpdate' }, revisionHistoryLimit: 10 })],
    ['when amounts are the same', withContainer({ resources: { limits: { memory: '1Gi' } } }), withContainer({ resources: { limits: { memory: '1024Mi' } } })],
    ['when amounts are the same in another unit', withContainer({ resources: { limits: { memory: '1Gi' } } }), withContainer({ resources: { limits: { memory: 1073741824 } } })],
    ['when the one has empty lists', withPod({}), withPod({ tolerations: [], volumes: null })],
    ['when the account has its older name', withPod({ serviceAccount: 'a' }), withPod({ serviceAccountName: 'a' })],
  ])('%s', (_, a, b) => expect(identical(a, b)).toEqual([]));

  test('not when the order of a list differs', () => {
    const [a, b] = [['a', 'b'], ['b', 'a']].map((keys) => withPod({ tolerations: keys.map((key) => ({ key, operator: 'Exists' })) }));
    expect(identical(a, b)).toEqual([
      { path: 'spec.template.spec.tolerations[0].key', a: 'a', b: 'b' },
      { path: 'spec.template.spec.tolerations[1].key', a: 'b', b: 'a' },
    ]);
  });

  test('and yet a rollout, when an amount is written otherwise', () => {
    const [a, b] = ['1Gi', '1073741824'].map((memory) => withContainer({ resources: { limits: { memory } } }));
    expect(identical(a, b)).toEqual([]);
    expect(rolloutCauses(a, b)).toEqual([{ path: 'spec.template.spec.containers[0].resources.limits[memory]', a: '1Gi', b: '1073741824' }]);
  });

  test('without a rollout, though strategies differ', () => {
    const [a, b] = ['RollingUpdate', 'OnDelete'].map((type) => withSpec({ updateStrategy: { type } }));
    expect(identical(a, b)).not.toEqual([]);
    expect(rolloutCauses(a, b)).toEqual([]);
  });

  test('only if they can be decoded', () => expect(() => identical(withPod({ containers: 1 }), withPod({}))).toThrow('not a DaemonSet: spec.template.spec.containers'));
});

describe('two DaemonSets are equivalent', () => {
  const mount = (name: string, mountPath: string) => ({ name, mountPath });

  test.each<[string, Json, Json]>([
    ['when tolerations change places', withPod({ tolerations: [{ key: 'a' }, { key: 'b' }] }), withPod({ tolerations: [{ key: 'b' }, { key: 'a' }] })],
    ['when containers change places', withPod({ containers: [{ name: 'a' }, { name: 'b' }] }), withPod({ containers: [{ name: 'b' }, { name: 'a' }] })],
    ['when capabilities change places', withContainer({ securityContext: { capabilities: { add: ['A', 'B'] } } }), withContainer({ securityContext: { capabilities: { add: ['B', 'A'] } } })],
    ['when independent variables change places', withContainer({ env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }] }), withContainer({ env: [{ name: 'B', value: '2' }, { name: 'A', value: '1' }] })],
    [
      'when volumes have other names and places',
      withPod({ volumes: [{ name: 'a', hostPath: { path: '/a' } }, { name: 'b' }], containers: [{ name: 'c', volumeMounts: [mount('a', '/x'), mount('b', '/y')] }] }),
      withPod({ volumes: [{ name: 'v1' }, { name: 'v2', hostPath: { path: '/a' } }], containers: [{ name: 'c', volumeMounts: [mount('v1', '/y'), mount('v2', '/x')] }] }),
    ],
    [
      'when host networking implies a host port',
      withPod({ hostNetwork: true, containers: [{ name: 'c', ports: [{ containerPort: 80 }] }] }),
      withPod({ hostNetwork: true, containers: [{ name: 'c', ports: [{ containerPort: 80, hostPort: 80 }] }] }),
    ],
    [
      'when a mount of a ConfigMap says that it is read-only, as it is without a word',
      withPod({ volumes: [{ name: 'v', configMap: { name: 'c' } }], containers: [{ name: 'c', volumeMounts: [mount('v', '/etc/a')] }] }),
      withPod({ volumes: [{ name: 'v', configMap: { name: 'c' } }], containers: [{ name: 'c', volumeMounts: [{ ...mount('v', '/etc/a'), readOnly: true }] }] }),
    ],
    [
      'when the values of a term change places',
      withPod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['x', 'y'] }] }] } } } }),
      withPod({ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['y', 'x'] }] }] } } } }),
    ],
  ])('%s', (_, a, b) => {
    expect(equivalent(a, b)).toEqual([]);
    expect(identical(a, b)).not.toEqual([]);
  });

  test.each<[string, Json, Json, string[]]>([
    ['when arguments change places', withContainer({ args: ['a', 'b'] }), withContainer({ args: ['b', 'a'] }), [
      'spec.template.spec.containers[c0].args[0]', 'spec.template.spec.containers[c0].args[1]',
    ]],
    ['when init containers change places', withPod({ initContainers: [{ name: 'a' }, { name: 'b' }] }), withPod({ initContainers: [{ name: 'b' }, { name: 'a' }] }), [
      'spec.template.spec.initContainers[0].name', 'spec.template.spec.initContainers[1].name',
    ]],
    [
      'when a variable that another refers to changes places',
      withContainer({ env: [{ name: 'A', value: '1' }, { name: 'B', value: '$(A)' }] }),
      withContainer({ env: [{ name: 'B', value: '$(A)' }, { name: 'A', value: '1' }] }),
      ['name', 'value', 'name', 'value'].map((field, i) => `spec.template.spec.containers[c0].env[${i < 2 ? 0 : 1}].${field}`),
    ],
    [
      'when a mount leads to another volume',
      withPod({ volumes: [{ name: 'a', hostPath: { path: '/a' } }, { name: 'b' }], containers: [{ name: 'c', volumeMounts: [mount('a', '/x')] }] }),
      withPod({ volumes: [{ name: 'a', hostPath: { path: '/a' } }, { name: 'b' }], containers: [{ name: 'c', volumeMounts: [mount('b', '/x')] }] }),
      [
        'spec.template.spec.containers[c].volumeMounts[/x].name', 'spec.template.spec.volumes[emptyDir ]', 'spec.template.spec.volumes[emptyDir c:/x]',
      ],
    ],
  ])('not %s', (_, a, b, differences) => expect(paths(equivalent(a, b)).sort()).toEqual([...differences].sort()));
});

describe('two companions are equivalent', () => {
  const peer = (app: string) => ({ podSelector: { matchLabels: { app } } });
  const verbs = (...list: string[]) => ({ rules: [{ apiGroups: [''], resources: ['pods'], verbs: list }] });

  test.each<[string, Companion, Json, Json]>([
    ['when the one writes out the port that Kubernetes fills in', 'Service', { spec: { ports: [{ port: 9100, targetPort: 9100 }] } }, { spec: { ports: [{ port: 9100 }] } }],
    ['when their names and labels differ', 'Service', { metadata: { name: 'a', labels: { a: 'b' } }, spec: {} }, { metadata: { name: 'b' }, spec: {} }],
    ['when the types of a policy change places', 'NetworkPolicy',
      { spec: { policyTypes: ['Egress', 'Ingress'], egress: [{}], ingress: [{ ports: [{ port: 80, protocol: 'TCP' }] }] } },
      { spec: { policyTypes: ['Ingress', 'Egress'], egress: [{}], ingress: [{ ports: [{ port: 80 }] }] } }],
    ['when peers change places', 'NetworkPolicy', { spec: { ingress: [{ from: [peer('a'), peer('b')] }] } }, { spec: { ingress: [{ from: [peer('b'), peer('a')] }] } }],
    ['when verbs change places', 'ClusterRole', verbs('get', 'list'), verbs('list', 'get')],
  ])('%s', (_, kind, a, b) => expect(equivalentCompanions(kind, a, b)).toEqual([]));

  test.each<[string, Companion, Json, Json, string[]]>([
    ['when a port is found by its name', 'Service', { spec: { ports: [{ port: 80, targetPort: 'http' }] } }, { spec: { ports: [{ port: 80 }] } },
      ['spec.ports[80/TCP].targetPort']],
    ['when the one lets nobody in', 'NetworkPolicy', { spec: {} }, { spec: { ingress: [{}] } }, ['spec.ingress[]']],
    ['when the one has a token', 'ServiceAccount', {}, { automountServiceAccountToken: false }, ['automountServiceAccountToken']],
  ])('not %s', (_, kind, a, b, differences) => expect(paths(equivalentCompanions(kind, a, b))).toEqual(differences));

  test('only if they can be decoded', () => expect(() => equivalentCompanions('Service', { spec: 1 }, {})).toThrow('not a Service: spec'));
});
