import { App, Chart } from 'cdk8s';
import { chartOf, containerOf, daemonIn, daemonSetOf, manifestsOf, podOf } from './testing';
import {
  ApiAccess, ConfigFile, ContainerPort, DaemonProfile, ExternalTrafficPolicy, InternalTrafficPolicy, IpFamily, IpFamilyPolicy, MetricsAgent, MetricsAuth,
  NodeDaemonOptions, NodeExporter, NodePlatform, ServiceTargetPort, ServiceType, TrafficDistribution,
} from '../../src';

const READ_PODS = ApiAccess.read('', 'pods');
const CONFIG = ConfigFile.text('/etc/agent/agent.yaml', 'level: info\n');

describe('API access', () => {
  test('makes an account with a role and a binding that names it with its namespace', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { name: 'agent', apiAccess: [READ_PODS] });
    const [role] = manifestsOf(chart, 'ClusterRole');
    const [binding] = manifestsOf(chart, 'ClusterRoleBinding');
    expect(role.rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }]);
    expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'agent', namespace: 'agents' }]);
    expect(binding.roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role.metadata.name });
  });

  test('in the cluster has no namespace, and a name that two namespaces never share', () => {
    const roles = ['agents', 'others'].map(namespace => {
      const chart = chartOf(namespace);
      daemonIn(chart, {}, { name: 'agent', apiAccess: [READ_PODS] });
      return manifestsOf(chart, 'ClusterRole')[0].metadata;
    });
    expect(roles.map(({ name, namespace }) => [name, namespace])).toEqual([['agents.agent', undefined], ['others.agent', undefined]]);
  });

  test('in the namespace is a Role', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { name: 'agent', apiAccess: [ApiAccess.readNamespaced('', 'configmaps')] });
    expect(manifestsOf(chart, 'Role')[0].metadata).toMatchObject({ name: 'agent', namespace: 'agents' });
    expect(manifestsOf(chart, 'ClusterRole')).toEqual([]);
  });

  test('gives the pods a token, which they do not have otherwise', () => {
    expect(podOf({}, { apiAccess: [READ_PODS] }).automountServiceAccountToken).toBe(true);
    expect(podOf().automountServiceAccountToken).toBe(false);
  });

  test('that comes later is one more rule', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart, {}, { apiAccess: [READ_PODS] });
    daemon.addApiAccess(ApiAccess.rule({ nonResourceUrls: ['/metrics'], verbs: ['get'] }));
    expect(manifestsOf(chart, 'ClusterRole')[0].rules).toHaveLength(2);
  });
});

describe('the account', () => {
  test('that somebody else makes is named, and nothing is said about its token', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { serviceAccountName: 'theirs' });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec).toMatchObject({ serviceAccountName: 'theirs' });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.automountServiceAccountToken).toBeUndefined();
    expect(manifestsOf(chart, 'ServiceAccount')).toEqual([]);
  });

  test('is made for its annotations, such as the role of a cloud', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { name: 'agent', serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/agent' } });
    expect(manifestsOf(chart, 'ServiceAccount')[0]).toMatchObject({
      metadata: { name: 'agent', annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/agent' } },
      automountServiceAccountToken: false,
    });
  });

  test('is made without any rights where that is asked for, and the token may be for the pods alone', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { name: 'agent', createServiceAccount: true, serviceAccountName: 'reader', automountServiceAccountToken: true });
    expect(manifestsOf(chart, 'ServiceAccount')[0]).toMatchObject({ metadata: { name: 'reader' }, automountServiceAccountToken: false });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec).toMatchObject({ serviceAccountName: 'reader', automountServiceAccountToken: true });
    expect(manifestsOf(chart, 'ClusterRole')).toEqual([]);
  });

  test('that somebody else makes gets the rights where that is asked for', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { createServiceAccount: false, serviceAccountName: 'theirs', apiAccess: [READ_PODS] });
    expect(manifestsOf(chart, 'ServiceAccount')).toEqual([]);
    expect(manifestsOf(chart, 'ClusterRoleBinding')[0].subjects).toEqual([{ kind: 'ServiceAccount', name: 'theirs', namespace: 'agents' }]);
  });

  test.each<[string, NodeDaemonOptions, string]>([
    ['made though it is given', { createServiceAccount: true, serviceAccount: { name: 'theirs' } as any },
      'createServiceAccount must be left out where serviceAccount is given, got true: give serviceAccountName instead of serviceAccount'],
    ['annotated and not made', { createServiceAccount: false, serviceAccountAnnotations: { a: 'b' } },
      'serviceAccountAnnotations must be left out where createServiceAccount is false, got {"a":"b"}: annotate the account where it is made'],
    ['given rights and neither made nor named', { createServiceAccount: false, apiAccess: [READ_PODS] },
      'serviceAccountName must be given where createServiceAccount is false and there is apiAccess, got undefined'],
    ['open for connections from outside with a type that is not', { service: { externalTrafficPolicy: ExternalTrafficPolicy.LOCAL } },
      "externalTrafficPolicy of the Service must be given with a type that takes connections from outside, got 'Local': give type: ServiceType.LOAD_BALANCER"],
    ['with a protocol that has no name', { service: { appProtocols: { 80: 'HTTP 1.1' } } },
      "appProtocols of the Service must be names such as 'http' or 'kubernetes.io/h2c', got 'HTTP 1.1'"],
  ])('cannot be %s', (_what, options, message) => {
    expect(() => podOf({}, options)).toThrow(new Error(`platform/agent: ${message}`));
  });
});

describe('configuration files', () => {
  test('are one ConfigMap, mounted where the files are', () => {
    const chart = chartOf();
    daemonIn(chart, { image: 'agent:1' }, { name: 'agent', configFiles: [CONFIG, ConfigFile.text('/etc/agent/conf.d/a.yaml', 'a: 1\n')] });
    const [{ metadata, data }] = manifestsOf(chart, 'ConfigMap');
    const pod = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
    expect([metadata.name, data]).toEqual(['agent-config', { 'a.yaml': 'a: 1\n', 'agent.yaml': 'level: info\n' }]);
    expect(pod.containers[0].volumeMounts.slice(0, 2)).toEqual([
      { name: 'config', mountPath: '/etc/agent', readOnly: true },
      { name: expect.stringMatching(/^config-[0-9a-f]{6}$/), mountPath: '/etc/agent/conf.d', readOnly: true },
    ]);
    expect(pod.volumes[0]).toEqual({ name: 'config', configMap: { name: 'agent-config', items: [{ key: 'agent.yaml', path: 'agent.yaml' }] } });
  });

  test('roll the pods when they change', () => {
    const hashOf = (text: string) => daemonSetOf({}, { configFiles: [ConfigFile.text('/etc/agent/agent.yaml', text)] })
      .spec.template.metadata.annotations['cdk8s-node-daemons/config-hash'];
    expect(hashOf('a')).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf('a')).toBe(hashOf('a'));
    expect(hashOf('a')).not.toBe(hashOf('b'));
  });

  test('leave the pod template alone with BARE', () => {
    expect(daemonSetOf({}, { profile: DaemonProfile.BARE, configFiles: [CONFIG] }).spec.template.metadata.annotations).toBeUndefined();
  });

  test('are seen by the containers that are named', () => {
    const configFiles = [ConfigFile.text('/etc/agent/agent.yaml', '', { containers: ['helper'] })];
    const pod = podOf({}, { profile: DaemonProfile.BARE, configFiles, sidecars: [{ name: 'helper', image: 'helper:1' }] });
    expect(pod.containers.map((c: any) => c.volumeMounts?.length)).toEqual([undefined, 1]);
  });

  test('fail over a mebibyte', () => {
    const configFiles = [ConfigFile.text('/etc/agent/agent.yaml', 'x'.repeat(1024 * 1024))];
    expect(() => daemonSetOf({}, { configFiles })).toThrow(new Error(
      "platform/agent: the configuration files of a daemon must be at most 1 MiB in all, got '1048586 bytes': Kubernetes refuses a larger ConfigMap; use a volume"));
  });
});

describe('the Service', () => {
  test('has ports of the nodes, prefers a copy and has address families where that is said', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(80, { name: 'http' }), ContainerPort.tcp(81)] }, {
      service: {
        type: ServiceType.NODE_PORT,
        nodePorts: { http: 30080, 81: 30081 },
        trafficDistribution: TrafficDistribution.PREFER_SAME_ZONE,
        ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK,
        ipFamilies: [IpFamily.IPV4, IpFamily.IPV6],
      },
    });
    expect(manifestsOf(chart, 'Service')[0].spec).toEqual({
      type: 'NodePort',
      trafficDistribution: 'PreferSameZone',
      ipFamilyPolicy: 'PreferDualStack',
      ipFamilies: ['IPv4', 'IPv6'],
      selector: expect.anything(),
      ports: [{ name: 'http', port: 80, nodePort: 30080 }, { name: 'tcp-81', port: 81, nodePort: 30081 }],
    });
  });

  test.each<[string, NodeDaemonOptions, string]>([
    ['of a distribution that the cluster does not know', { service: { trafficDistribution: TrafficDistribution.PREFER_CLOSE }, platform: NodePlatform.standard({ kubernetes: '1.30' }) },
      "trafficDistribution PreferClose must be used with Kubernetes 1.31 or later, got '1.30': leave it out, or name the version that the cluster has in NodePlatform"],
    ['of one address family and of two', { service: { ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK, ipFamilies: [IpFamily.IPV4, IpFamily.IPV6] } },
      'ipFamilies of the Service must be one with IpFamilyPolicy.SINGLE_STACK, got ["IPv4","IPv6"]: give IpFamilyPolicy.PREFER_DUAL_STACK'],
    ['with ports of the nodes and a type that has none', { service: { nodePorts: { http: 30080 } } },
      'nodePorts of the Service must be given with a type that has them, got {"http":30080}: give type: ServiceType.NODE_PORT'],
  ])('cannot be %s', (_what, options, message) => {
    expect(() => daemonIn(chartOf(), { ports: [ContainerPort.tcp(80)] }, options)).toThrow(new Error(`platform/agent: ${message}`));
  });

  test('cannot have a port of the nodes for a port that it lacks', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(80)] }, { service: { type: ServiceType.NODE_PORT, nodePorts: { http: 30080 } } });
    expect(() => (chart.node.root as App).synthYaml())
      .toThrow("[platform/agent] nodePorts of a Service are by the name or number of its ports, and it has no 'http': name one of '80'");
  });

  test('cannot say what a port speaks that it lacks', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(80)] }, { service: { appProtocols: { http: 'http' } } });
    expect(() => (chart.node.root as App).synthYaml())
      .toThrow("[platform/agent] appProtocols of a Service are by the name or number of its ports, and it has no 'http': name one of '80'");
  });

  test('leads to the ports of the container', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart, { ports: [ContainerPort.tcp(80, { name: 'http' }), ContainerPort.udp(53)] }, {
      name: 'agent', service: { internalTrafficPolicy: InternalTrafficPolicy.LOCAL },
    });
    daemon.addPort(ContainerPort.tcp(81));
    expect(manifestsOf(chart, 'Service')[0]).toMatchObject({
      metadata: { name: 'agent' },
      spec: {
        internalTrafficPolicy: 'Local',
        selector: daemon.selectorLabels,
        ports: [{ name: 'http', port: 80 }, { name: 'udp-53', port: 53, protocol: 'UDP' }, { name: 'tcp-81', port: 81 }],
      },
    });
  });

  test('can be headless', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(80)] }, { service: { headless: true } });
    expect(manifestsOf(chart, 'Service')[0].spec.clusterIP).toBe('None');
  });

  test('finds ports by their names where that is asked for', () => {
    const chart = chartOf();
    const ports = [ContainerPort.tcp(80, { name: 'https' })];
    daemonIn(chart, { ports: [ContainerPort.tcp(8443, { name: 'https' })] }, { service: { ports, targetPort: ServiceTargetPort.NAME } });
    expect(manifestsOf(chart, 'Service')[0].spec.ports).toEqual([{ name: 'https', port: 80, targetPort: 'https' }]);
  });

  test('of a ready program finds its port by its name too', () => {
    const chart = chartOf();
    new NodeExporter(chart, 'exporter', { agent: MetricsAgent.prometheus({ auth: MetricsAuth.kubeRbacProxy() }), service: { targetPort: ServiceTargetPort.NAME } });
    expect(manifestsOf(chart, 'Service')[0].spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'https', port: 9100, targetPort: 'https' }] });
  });

  test('fails where it finds ports by their names and one has none', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(80)] }, { service: { targetPort: ServiceTargetPort.NAME } });
    expect(() => manifestsOf(chart, 'Service')).toThrow(/a Service finds ports by their names, and port 80 has none: give it one, or leave targetPort out/);
  });

  test('fails without a port', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { service: {} });
    expect(() => manifestsOf(chart, 'Service')).toThrow(/a Service needs a port: give the container ports, or give the service ports/);
  });
});

test('objects of a daemon in a chart without a namespace have none', () => {
  const chart = new Chart(new App(), 'platform');
  daemonIn(chart, {}, { configFiles: [CONFIG] });
  expect(manifestsOf(chart, 'ConfigMap')[0].metadata.namespace).toBeUndefined();
});

test('a pull secret is a name', () => {
  expect(podOf({}, { imagePullSecrets: ['registry'] }).imagePullSecrets).toEqual([{ name: 'registry' }]);
  expect(containerOf().imagePullPolicy).toBeUndefined();
});
