import { Analysis } from '../../src/analysis/analysis';

const daemon = (name: string, { pod = {}, port = 0, metadata = {} } = {}): any => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name, ...metadata },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'c', image: 'example.com/c:1.0', ...port ? { ports: [{ containerPort: port, hostPort: port }] } : {} }], ...pod },
    },
  },
});
const ids = (analysis: Analysis) => analysis.findings.map(({ id, position }) => `${id} ${position}`);
const collisions = (analysis: Analysis) => analysis.findings.filter(({ id }) => id === 'ND301');

test('what kubectl get prints is judged as if it were applied', () => {
  const live = daemon('a', { metadata: { uid: '1', resourceVersion: '5', creationTimestamp: '2026-01-01T00:00:00Z', managedFields: [{}], generation: 3 } });
  const { findings, daemons } = Analysis.of([{ apiVersion: 'v1', kind: 'List', items: [{ ...live, status: { numberReady: 3 } }] }]);
  expect(findings.filter(({ id }) => id === 'ND101')).toEqual([]);
  expect(daemons.map(({ name }) => name)).toEqual(['a']);
});

test('a finding says which object it is about, and where that stands', () => {
  const { findings } = Analysis.of([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } }, daemon('a', { pod: { restartPolicy: 'Never' }, metadata: { namespace: 'n' } })]);
  expect(findings.find(({ id }) => id === 'ND101')).toEqual({
    id: 'ND101',
    severity: 'error',
    acknowledgeable: false,
    message: 'the API server refuses spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
    object: 'DaemonSet n/a',
    position: 1,
    field: 'spec.template.spec.restartPolicy',
  });
});

test('objects beside daemons are judged too', () => {
  expect(ids(Analysis.of([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'Web' } }]))).toEqual(['ND101 0', 'ND101 0']);
});

test('objects of the cluster take part and are not judged', () => {
  const analysis = Analysis.of([daemon('a', { port: 9100 })], { cluster: [daemon('b', { port: 9100, pod: { restartPolicy: 'Never' } })] });
  expect(collisions(analysis)).toHaveLength(1);
  expect(analysis.findings.map(({ object }) => object)).not.toContain('DaemonSet b');
});

test('a manifest replaces the object of the cluster that has its name', () => {
  expect(collisions(Analysis.of([daemon('a', { port: 9100 })], { cluster: [daemon('a', { port: 9100 })] }))).toEqual([]);
});

test('an annotation says what was accepted, on either of two daemons', () => {
  const annotations = { 'cdk8s-node-daemons/acknowledged': '{"ND301":"one of them is off"}' };
  for (const [first, second] of [[annotations, {}], [{}, annotations]]) {
    const analysis = Analysis.of([daemon('a', { port: 9100, metadata: { annotations: first } }), daemon('b', { port: 9100, metadata: { annotations: second } })]);
    expect(collisions(analysis).map(({ acknowledged }) => acknowledged)).toEqual(['one of them is off']);
  }
});

test.each(['{"ND301": ""}', '{"ND301": 1}', '["ND301"]', 'ND301', '{'])('the annotation %s accepts nothing', text => {
  const annotations = { 'cdk8s-node-daemons/acknowledged': text };
  const { findings } = Analysis.of([daemon('a', { port: 9100 }), daemon('b', { port: 9100, metadata: { annotations } })]);
  expect(findings.find(({ id }) => id === 'ND301')?.acknowledged).toBeUndefined();
});

test('a wrong version is refused', () => {
  expect(() => Analysis.of([], { kubernetesVersion: 'latest' })).toThrow("kubernetesVersion must be a version such as '1.34', got 'latest'");
});

describe('since a baseline', () => {
  const changes = (before: any, after: any) => Analysis.of([after], { baseline: [before] }).findings.filter(({ id }) => id.startsWith('ND7')).map(({ id, message }) => `${id} ${message}`);

  test('the same manifest changes nothing, in whatever order its fields stand', () => {
    const { metadata, spec, ...type } = daemon('a');
    expect(changes(daemon('a'), { spec, metadata, ...type })).toEqual([]);
  });

  test('a role that grants more is a privilege gained', () => {
    const role = (...verbs: string[]) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'r' }, rules: [{ apiGroups: [''], resources: ['pods'], verbs }],
    });
    expect(changes(role('get'), role('get', 'list'))).toEqual(['ND703 it gains list pods: give it only what its program needs']);
    expect(changes(role('get', 'list'), role('get'))).toEqual([]);
  });

  test('a binding cannot change its role', () => {
    const binding = (name: string) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'b' }, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }, subjects: [],
    });
    expect(changes(binding('x'), binding('y'))).toEqual(['ND701 roleRef of a ClusterRoleBinding cannot change: keep it, or give the new object another name']);
  });

  test('an immutable ConfigMap cannot change, and a Service keeps the address that it got', () => {
    const map = (text: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, immutable: true, data: { text } });
    expect(changes(map('x'), map('y'))).toEqual(['ND701 data of an immutable ConfigMap cannot change: give the new object another name, and use that in the pods']);
    const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec: { ports: [{ port: 80 }], ...spec } });
    expect(changes(service({ clusterIP: '10.0.0.1' }), service({}))).toEqual([]);
    expect(changes(service({ clusterIP: '10.0.0.1' }), service({ clusterIP: 'None' }))).toEqual([
      'ND701 spec.clusterIP of a Service cannot change: keep it, or give the new object another name',
    ]);
  });

  test('a CSIDriver keeps how volumes are attached and made, stated or not', () => {
    const driver = (spec: object) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'csi.example.com' }, spec });
    expect(changes(driver({}), driver({ attachRequired: true, volumeLifecycleModes: ['Persistent'], podInfoOnMount: true }))).toEqual([]);
    expect(changes(driver({}), driver({ attachRequired: false, volumeLifecycleModes: ['Ephemeral'] }))).toEqual([
      'ND701 spec.attachRequired of a CSIDriver cannot change: keep it, or give the new object another name',
      'ND701 spec.volumeLifecycleModes of a CSIDriver cannot change: keep it, or give the new object another name',
    ]);
  });

  test('what the daemon may do more is said in one finding', () => {
    const container = { name: 'c', image: 'example.com/c:1.0', securityContext: { privileged: true }, volumeMounts: [{ name: 'log', mountPath: '/var/log' }] };
    expect(changes(daemon('a'), daemon('a', { pod: { hostPID: true, containers: [container], volumes: [{ name: 'log', hostPath: { path: '/var/log' } }] } }))[1]).toBe(
      "ND703 it gains the PID namespace of the node, sight of /var/log, writing /var/log, a privileged container 'c': give it only what its program needs",
    );
  });
});
