import { App, Chart, Testing } from 'cdk8s';
import { chartOf, containerOf, daemonIn, daemonSetOf, manifestsOf, podOf } from './testing';
import {
  ConfigFile, ContainerPort, ContainerRestartPolicy, DaemonContainer, DaemonProfile, EnvFrom, EnvValue, HostPath, HostPathType, NodePlatform,
  SecurityContext, VolumeSource,
} from '../../src';

const BARE = { profile: DaemonProfile.BARE };

test('defaults', () => {
  const chart = chartOf();
  daemonIn(chart);
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('BARE', () => {
  test('adds nothing to what was written but the selector', () => {
    const chart = chartOf();
    daemonIn(chart, {}, { ...BARE, name: 'agent' });
    const labels = { 'app.kubernetes.io/name': 'agent', 'app.kubernetes.io/instance': 'agent' };
    expect(Testing.synth(chart)).toEqual([{
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'agents' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'example.com/agent:1' }] } },
      },
    }]);
  });

  test('takes the labels of the pods as the selector, as Kubernetes did before apps/v1', () => {
    expect(daemonSetOf({}, { ...BARE, podMetadata: { labels: { app: 'logging' } } }).spec.selector).toEqual({ matchLabels: { app: 'logging' } });
  });

  test('checks no type of a host path and mounts no /tmp', () => {
    const pod = podOf({ hostPaths: [HostPath.readOnly('/var/log')] }, BARE);
    expect(pod.volumes).toEqual([{ name: 'host-var-log', hostPath: { path: '/var/log' } }]);
  });
});

describe('HARDENED', () => {
  test('a container has no capability, cannot gain rights and cannot write to its image', () => {
    expect(containerOf().securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('a container that cannot write to its image has a /tmp of its own', () => {
    const pod = podOf({}, { sidecars: [{ name: 'helper', image: 'helper:1' }] });
    expect(pod.containers.map((c: any) => c.volumeMounts)).toEqual([
      [{ name: 'agent-tmp', mountPath: '/tmp' }], [{ name: 'helper-tmp', mountPath: '/tmp' }],
    ]);
  });

  test('so has one whose image is read-only because a short word for its rights says so, unless that was written', () => {
    const mountsFor = (securityContext: SecurityContext) => containerOf({ securityContext }).volumeMounts;
    const tmp = [{ name: 'agent-tmp', mountPath: '/tmp' }];
    expect([mountsFor(SecurityContext.restricted({ runAsUser: 5 })), mountsFor(SecurityContext.root())]).toEqual([tmp, tmp]);
    expect(mountsFor(SecurityContext.root({ readOnlyRootFilesystem: true }))).toBeUndefined();
    expect(mountsFor(SecurityContext.of({ readOnlyRootFilesystem: true }))).toBeUndefined();
  });

  test.each([
    ['two guesses', HostPath.readOnly('/srv'), 'DirectoryOrCreate'],
    ['a guess and a type that was written', HostPath.readOnly('/srv', { type: HostPathType.DIRECTORY }), 'Directory'],
  ])('two volumes of one path have one type: %s', (_what, first, type) => {
    const paths = [first, HostPath.readWrite('/srv', { mountPath: '/x', volumeName: 'w' })];
    for (const hostPaths of [paths, [...paths].reverse()]) {
      const types = podOf({ hostPaths }).volumes.filter(({ hostPath }: any) => hostPath !== undefined).map(({ hostPath }: any) => hostPath.type);
      expect(types).toEqual([type, type]);
    }
  });

  test('a /tmp takes no name that a volume of the user has', () => {
    const { volumes } = podOf({ volumes: [{ mountPath: '/agent-tmp', source: VolumeSource.emptyDir() }] });
    expect(volumes.map(({ name }: any) => name)).toEqual(['agent-tmp', expect.stringMatching(/^agent-[0-9a-f]+-tmp$/)]);
  });

  test('a /tmp that was written is not mounted again', () => {
    const mount = { mountPath: '/tmp', source: VolumeSource.emptyDir({ sizeLimit: '1Gi' }) };
    expect(podOf({ volumes: [mount] }).volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }]);
  });

  test('a security context that was written stands as it is', () => {
    const container = containerOf({ securityContext: SecurityContext.privileged() }, { acknowledge: [{ id: 'ND401', reason: 'it mounts' }] });
    expect(container.securityContext).toEqual({ privileged: true });
    expect(container.volumeMounts).toBeUndefined();
  });

  test('the pods run on every Linux machine, whatever its taints', () => {
    const pod = podOf();
    const [{ matchExpressions }] = pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
    expect(matchExpressions).toEqual([
      { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
      { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
      { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
    ]);
    expect(pod.tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('a rollout takes a tenth of the nodes at a time', () => {
    expect(daemonSetOf().spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } });
  });

  test('names are looked up in the cluster, also under host network', () => {
    expect(podOf({}, { hostNamespaces: { network: true } }).dnsPolicy).toBe('ClusterFirstWithHostNet');
    expect(podOf().dnsPolicy).toBeUndefined();
  });

  test('a host path has the type that it looks like, where the kubelet can check it', () => {
    const hostPaths = ['/var/log', '/run/containerd/containerd.sock', '/etc/machine-id', '/opt/data'].map(path => HostPath.readOnly(path));
    const types = (platform: NodePlatform) => podOf({ hostPaths }, { platform }).volumes.map((v: any) => v.hostPath?.type).slice(0, 4);
    expect(types(NodePlatform.standard())).toEqual(['Directory', 'Socket', 'File', 'Directory']);
    expect(types(NodePlatform.talos())).toEqual([undefined, 'Socket', 'File', undefined]);
  });

  test('two guesses at one path agree on the one that makes it', () => {
    const hostPaths = [HostPath.readOnly('/var/lib/agent'), HostPath.readWrite('/var/lib/agent/', { mountPath: '/data' })];
    expect(podOf({ hostPaths }).volumes[0].hostPath).toEqual({ path: '/var/lib/agent', type: 'DirectoryOrCreate' });
  });

  test('a type that was written wins over a guess', () => {
    const hostPaths = [HostPath.readOnly('/data', { type: HostPathType.UNCHECKED }), HostPath.readWrite('/data', { mountPath: '/again' })];
    expect(podOf({ hostPaths }).volumes[0].hostPath).toEqual({ path: '/data' });
  });
});

describe('the identity', () => {
  test('the selector is the program and the name of the DaemonSet', () => {
    const daemon = daemonIn(chartOf(), { name: 'reader' }, { name: 'logs' });
    expect(daemon.selectorLabels).toEqual({ 'app.kubernetes.io/name': 'reader', 'app.kubernetes.io/instance': 'logs' });
  });

  test('a container without a name is called after its image', () => {
    expect(containerOf({ image: 'registry.example.com:5000/team/disk-exporter:v1@sha256:0' }).name).toBe('disk-exporter');
  });

  test('a long name of an image is cut, and ends in no hyphen', () => {
    const names = [`${'a'.repeat(62)}-agent`, `_${'a'.repeat(63)}`, '---'].map(image => containerOf({ image: `example.com/${image}:1` }).name);
    expect(names).toEqual(['a'.repeat(62), 'a'.repeat(63), 'main']);
  });

  test('with a name, a moved construct keeps name and selector', () => {
    const here = daemonSetOf({}, { name: 'agent' });
    const chart = chartOf();
    daemonIn(new Chart(chart, 'deeper'), {}, { name: 'agent' });
    const there = (chart.node.findChild('deeper') as Chart).toJson()[0];
    expect([there.metadata.name, there.spec.selector]).toEqual([here.metadata.name, here.spec.selector]);
  });

  test('without a name, a moved construct changes both, so that Kubernetes sees another DaemonSet and no changed selector', () => {
    const here = daemonSetOf();
    const chart = new Chart(new App(), 'elsewhere', { namespace: 'agents' });
    daemonIn(chart);
    const [there] = manifestsOf(chart, 'DaemonSet');
    expect(there.metadata.name).not.toBe(here.metadata.name);
    expect(there.spec.selector.matchLabels['app.kubernetes.io/instance']).toBe(there.metadata.name);
  });

  test('two daemons of one program never select each other', () => {
    const chart = chartOf();
    const [a, b] = ['a', 'b'].map(id => daemonIn(chart, {}, {}, id).selectorLabels);
    expect(a).not.toEqual(b);
  });

  test.each([63, 64, 242])('a name of %i characters is a name, and its instance a label value', length => {
    const name = 'n'.repeat(length);
    const { metadata, spec } = daemonSetOf({}, { name });
    expect(metadata.name).toBe(name);
    expect(spec.selector.matchLabels['app.kubernetes.io/instance'].length).toBe(Math.min(length, 63));
  });

  test('two long names have two instances', () => {
    const [a, b] = ['a', 'b'].map(end => daemonIn(chartOf(), {}, { name: 'n'.repeat(100) + end }).selectorLabels);
    expect(a).not.toEqual(b);
  });

  test('a name of 254 characters fails', () => {
    expect(() => daemonSetOf({}, { name: 'n'.repeat(254) })).toThrow(/^platform\/agent: name must be at most 253 of/);
  });
});

describe('what was handed in', () => {
  test('changes nothing when it changes later', () => {
    const chart = chartOf();
    const args = ['--first'];
    const labels: { [label: string]: string } = { team: 'nodes' };
    const hostPaths = [HostPath.readOnly('/var/log')];
    daemonIn(chart, { args, hostPaths }, { labels });
    const before = Testing.synth(chart);
    args.push('--second');
    hostPaths.push(HostPath.readOnly('/etc'));
    labels.team = 'others';
    expect(Testing.synth(chart)).toEqual(before);
  });

  test('is not changed by the daemon', () => {
    const container = { image: 'a:1', hostPaths: [HostPath.readOnly('/var/log')], env: { A: EnvValue.text('a') } };
    const daemon = daemonIn(chartOf(), container);
    daemon.addHostPath(HostPath.readOnly('/etc'));
    daemon.addEnv('B', EnvValue.text('b'));
    expect([container.hostPaths.length, Object.keys(container.env)]).toEqual([1, ['A']]);
  });

  test('comes out as a copy', () => {
    const daemon = daemonIn(chartOf());
    daemon.selectorLabels.more = 'x';
    expect(daemon.selectorLabels.more).toBeUndefined();
  });
});

test('two syntheses give the same bytes', () => {
  const chart = chartOf();
  daemonIn(chart, { hostPaths: [HostPath.readOnly('/var/log')], ports: [ContainerPort.tcp(80)] });
  const app = App.of(chart);
  expect(app.synthYaml()).toBe(app.synthYaml());
});

test('a manifest that was handed out can be changed without harm', () => {
  const chart = chartOf();
  daemonIn(chart);
  const [first] = Testing.synth(chart);
  first.spec.template.spec.containers = [];
  expect(Testing.synth(chart)[0].spec.template.spec.containers).toHaveLength(1);
});

test('an init container that is always restarted is a sidecar', () => {
  const initContainers = [{ name: 'proxy', image: 'proxy:1', restartPolicy: ContainerRestartPolicy.ALWAYS }];
  expect(podOf({}, { ...BARE, initContainers }).initContainers).toEqual([{ name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' }]);
});

test('volumes of one name are one volume, in containers and init containers', () => {
  const volumes = [{ mountPath: '/data', name: 'data', source: VolumeSource.emptyDir() }];
  const pod = podOf({ volumes }, { ...BARE, initContainers: [{ name: 'init', image: 'init:1', volumes: [{ mountPath: '/out', name: 'data' }] }] });
  expect(pod.volumes).toEqual([{ name: 'data', emptyDir: {} }]);
  expect(pod.initContainers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/out' }]);
});

test.each<[string, DaemonContainer]>([
  ['of envFrom', { env: { PATH: EnvValue.text('$(PATH):/x') }, envFrom: [EnvFrom.configMap('settings')] }],
  ['of a Service', { env: { DNS_SERVICE_HOST: EnvValue.text('[$(DNS_SERVICE_HOST)]') } }],
  ['that is escaped', { env: { PATH: EnvValue.text('$$(PATH):/x') } }],
])('a variable may name that %s which it replaces', (_what, container) => {
  expect(() => containerOf(container)).not.toThrow();
});

test('a file is seen by the containers that it names, init containers too', () => {
  const helper = { name: 'helper', image: 'helper:1' };
  const configFiles = [ConfigFile.text('/etc/agent/a', '', { containers: ['helper', 'init'] })];
  const pod = podOf({}, { ...BARE, sidecars: [helper], initContainers: [{ ...helper, name: 'init' }], configFiles });
  expect([...pod.containers, ...pod.initContainers].map((c: any) => c.volumeMounts?.length)).toEqual([undefined, 1, 1]);
});

test('files of one directory are one mount, however it is spelled', () => {
  const configFiles = ['/etc/agent/a', '/etc//agent/b', '/etc/./agent//c'].map(path => ConfigFile.text(path, ''));
  expect(containerOf({}, { ...BARE, configFiles }).volumeMounts).toEqual([{ name: 'config', mountPath: '/etc/agent', readOnly: true }]);
});

test('environment variables come in the order in which they were written, and those of whole ConfigMaps apart', () => {
  const container = containerOf({ env: { B: EnvValue.text('1'), A: EnvValue.NODE_NAME }, envFrom: [EnvFrom.configMap('agent')] });
  expect(container.env.map(({ name }: any) => name)).toEqual(['B', 'A']);
  expect(container.envFrom).toEqual([{ configMapRef: { name: 'agent' } }]);
});
