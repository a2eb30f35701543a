import { Testing } from 'cdk8s';
import { custom, errorsOf } from './network-agents';
import {
  Acknowledgement, ApiAccess, BpfMode, CniBinary, CniConfig, ConfigFile, DaemonNamespace, DaemonProfile, EnvValue, KernelModules, LifecycleHook, NetworkAgent,
  NetworkProgram, NodePlatform, NodePriority, SecurityContext, UpdateStrategy,
} from '../../src';
import { Analysis } from '../../src/analysis';
import { chartOf, manifestsOf } from '../core/testing';

const BINARIES = CniBinary.fromImage('example.com/agent-cni:1', { paths: ['/opt/cni/bin/agent', '/agent-ipam'] });
const CONFIG = CniConfig.conflist('10-agent.conflist', { name: 'pods', plugins: [{ type: 'agent', ipam: { type: 'agent-ipam' } }, { type: 'portmap' }] });
const INSTALLED = { cniBinaries: [BINARIES], cniConfig: CONFIG };
const SEVERAL = [BINARIES, CniBinary.fromImage('example.com/other:1', { paths: ['/other'] })];

test('defaults', () => {
  const chart = chartOf();
  new NetworkAgent(chart, 'net', { agent: NetworkProgram.custom({ container: { image: 'example.com/agent:1' }, ...INSTALLED, healthPort: 9099 }) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('the pod', () => {
  test('has the network of the node, and asks the DNS servers of the node', () => {
    expect(custom().pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'Default' });
    expect(custom().pod.hostPID).toBeUndefined();
  });

  test('comes to new nodes and stays on them, whatever their taints', () => {
    expect(custom().pod.tolerations).toEqual([{ operator: 'Exists' }]);
  });

  test('runs on machines with Linux alone', () => {
    const [{ matchExpressions }] = custom().pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
    expect(matchExpressions.map(({ key, operator }: any) => `${key} ${operator}`)).toEqual(['kubernetes.io/os In', 'eks.amazonaws.com/compute-type NotIn', 'type NotIn']);
  });

  test('gives way to no other pod', () => {
    expect(custom().pod.priorityClassName).toBe('system-node-critical');
  });

  test('is replaced node by node, so that what is wrong is wrong on one node', () => {
    expect(custom().spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } });
    expect(custom({}, { updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }) }).spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
  });
});

describe('rights', () => {
  test('are two capabilities, and no more', () => {
    expect(custom().main.securityContext).toEqual({
      runAsUser: 0, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'NET_RAW'] }, seccompProfile: { type: 'RuntimeDefault' },
    });
  });

  test('are those that are written', () => {
    expect(custom({ capabilities: ['NET_RAW'] }).main.securityContext.capabilities).toEqual({ drop: ['ALL'], add: ['NET_RAW'] });
    expect(custom({ capabilities: [] }).main.securityContext.capabilities).toEqual({ drop: ['ALL'] });
    expect(custom({ container: { image: 'agent:1', securityContext: SecurityContext.privileged() } }, { acknowledge: [{ id: 'ND401', reason: 'eBPF' }] }).main.securityContext).toEqual({ privileged: true });
  });

  test.each([
    [KernelModules.NONE, [], undefined],
    [KernelModules.READ, ['/lib/modules -> /lib/modules'], undefined],
    [KernelModules.LOAD, ['/lib/modules -> /lib/modules'], 'SYS_MODULE'],
  ])('modules of the kernel: %s', (kernelModules, paths, capability) => {
    const agent = custom({ kernelModules, xtablesLock: false });
    expect(agent.hostPathsOf(agent.main)).toEqual(paths);
    expect(agent.main.securityContext.capabilities.add[2]).toBe(capability);
  });

  test('at the API server are those that are asked for', () => {
    expect(custom().pod.automountServiceAccountToken).toBe(false);
    expect(custom({ apiAccess: [ApiAccess.read('', 'nodes')] }).rules).toEqual([{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] }]);
  });
});

describe('the node', () => {
  test('shares its lock of iptables, which is a file', () => {
    const agent = custom();
    expect(agent.hostPathsOf(agent.main)).toEqual(['/run/xtables.lock -> /run/xtables.lock rw']);
    expect(agent.typeOf('/run/xtables.lock')).toBe('FileOrCreate');
    expect(custom({ xtablesLock: false }).pod.volumes).toBeUndefined();
  });

  test('has the directories of the program, which are made', () => {
    const agent = custom({ runDirectories: ['/run/agent', '/var/lib/agent'], xtablesLock: false });
    expect(agent.hostPathsOf(agent.main)).toEqual(['/run/agent -> /run/agent rw', '/var/lib/agent -> /var/lib/agent rw']);
    expect(agent.typeOf('/var/lib/agent')).toBe('DirectoryOrCreate');
  });

  test('has its file system of eBPF maps mounted by systemd', () => {
    const agent = custom({ bpf: BpfMode.MOUNTED });
    expect(agent.main.volumeMounts[1]).toEqual({ name: 'bpf', mountPath: '/sys/fs/bpf', mountPropagation: 'HostToContainer' });
    expect(agent.typeOf('/sys/fs/bpf')).toBe('Directory');
    expect(agent.init).toEqual({});
  });

  test('gets it mounted by an init container, the only one that is privileged', () => {
    const { init: { 'mount-bpf': mounter }, main } = custom({ bpf: BpfMode.MOUNT, ...INSTALLED });
    expect(mounter).toMatchObject({
      image: 'example.com/agent:1',
      command: ['sh', '-c', "grep -q ' /sys/fs/bpf bpf ' /proc/self/mounts || mount -t bpf bpffs /sys/fs/bpf"],
      securityContext: { privileged: true },
      volumeMounts: [{ name: 'bpf', mountPath: '/sys/fs/bpf', mountPropagation: 'Bidirectional' }],
    });
    expect(main.securityContext.privileged).toBeUndefined();
  });
});

test('it is told the names of its node and pod, and where to ask the API server', () => {
  const { env } = custom({ apiServer: { host: '2001:db8::1' } });
  expect(env).toEqual({
    NODE_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } },
    POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } },
    POD_NAMESPACE: { fieldRef: { fieldPath: 'metadata.namespace' } },
    KUBERNETES_SERVICE_HOST: '2001:db8::1',
    KUBERNETES_SERVICE_PORT: '6443',
  });
  expect(custom({ container: { image: 'agent:1', env: { NODE_NAME: EnvValue.text('a') } } }).env.NODE_NAME).toBe('a');
});

test('it cleans up before it stops', () => {
  expect(custom({ cleanup: ['/agent', 'cleanup'] }).main.lifecycle).toEqual({ preStop: { exec: { command: ['/agent', 'cleanup'] } } });
});

test('one port answers both probes, on the address of the node', () => {
  const { main } = custom({ healthPort: 9099, healthPath: '/liveness', readyPath: '/readiness' });
  expect(main.ports).toEqual([{ name: 'health', containerPort: 9099 }]);
  expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/liveness', port: 9099 }, { path: '/readiness', port: 9099 }]);
  expect(custom({ healthPort: 9099 }).main.readinessProbe.httpGet).toEqual({ path: '/healthz', port: 9099 });
});

describe('what is installed', () => {
  test('comes in the order programs, configuration, whatever the user adds', () => {
    const { init } = custom({ cniBinaries: SEVERAL, cniConfig: CONFIG, bpf: BpfMode.MOUNT }, { initContainers: [{ image: 'mine:1' }] });
    expect(Object.keys(init)).toEqual(['mount-bpf', 'install-cni-binaries', 'install-cni-binaries-2', 'mine', 'install-cni-config']);
  });

  test.each(['standard', 'rke2', 'microk8s', 'gke', 'openshift', 'talos'] as const)('goes to the directories of %s, and to no others', name => {
    const platform = NodePlatform[name]();
    const { init, hostPathsOf } = custom(INSTALLED, { platform });
    expect(hostPathsOf(init['install-cni-binaries'])).toEqual([`${platform.cniBinaryDirectory} -> /host/cni-bin rw`]);
    expect(hostPathsOf(init['install-cni-config'])).toEqual([`${platform.cniConfigDirectory} -> /host/cni-conf rw`]);
  });

  test('is written by root without any capability, who can write nothing else', () => {
    Object.values(custom(INSTALLED).init).forEach(({ securityContext, volumeMounts }) => {
      expect(securityContext).toMatchObject({ runAsUser: 0, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
      expect(securityContext.capabilities.add).toBeUndefined();
      expect(volumeMounts.filter(({ readOnly }: any) => readOnly !== true)).toHaveLength(1);
    });
  });

  test('has a name that no runtime reads until it is whole', () => {
    const { init } = custom(INSTALLED);
    expect(init['install-cni-config'].command).toEqual(['sh', '-c', [
      'set -eu',
      'if [ -d /host/cni-conf/10-agent.conflist ]; then',
      "  echo '/host/cni-conf/10-agent.conflist is a directory of the node and must be a file: remove it there' >&2",
      '  exit 1',
      'fi',
      'if ! { [ -f /host/cni-conf/10-agent.conflist ] && cmp -s /cni-conf/10-agent.conflist /host/cni-conf/10-agent.conflist; }; then',
      '  cp -f /cni-conf/10-agent.conflist /host/cni-conf/.10-agent.conflist.new',
      '  chmod 644 /host/cni-conf/.10-agent.conflist.new',
      '  mv -f /host/cni-conf/.10-agent.conflist.new /host/cni-conf/10-agent.conflist',
      'fi',
      '',
    ].join('\n')]);
    expect(init['install-cni-binaries'].command[2]).toContain('mv -f /host/cni-bin/.agent.new /host/cni-bin/agent\n');
  });

  test('takes the image of the programs for the scripts, or that of the daemon, or another', () => {
    expect(custom(INSTALLED).init['install-cni-config'].image).toBe('example.com/agent-cni:1');
    expect(custom({ cniConfig: CONFIG, pluginsOnNode: ['agent', 'agent-ipam'] }).init['install-cni-config'].image).toBe('example.com/agent:1');
    const other = CniConfig.text(CONFIG.fileName, CONFIG.content, { container: { image: 'busybox:1.37' } });
    expect(custom({ ...INSTALLED, cniConfig: other }).init['install-cni-config'].image).toBe('busybox:1.37');
  });

  test('may belong to a directory that is not the root user\'s', () => {
    const container = { securityContext: SecurityContext.root({ capabilities: ['DAC_OVERRIDE'] }) };
    const { init } = custom({ cniBinaries: [CniBinary.fromImage('cni:1', { paths: ['/a'], container })] });
    expect(init['install-cni-binaries'].securityContext.capabilities.add).toEqual(['DAC_OVERRIDE']);
  });

  test('takes the place of older files once it is there', () => {
    const config = CniConfig.text('10-agent.conflist', CONFIG.content, { replaces: ['10-agent.conf'] });
    expect(custom({ ...INSTALLED, cniConfig: config }).init['install-cni-config'].command[2]).toMatch(/fi\nrm -f \/host\/cni-conf\/10-agent\.conf\n$/);
  });

  test('names programs as it is told', () => {
    const { names } = CniBinary.fromImage('cni:1', { paths: ['/dist/agent-amd64', '/b'], names: { '/dist/agent-amd64': 'agent' } });
    expect(names).toEqual(['agent', 'b']);
  });

  test('is a decision of each check that knows of networks, and none finds anything', () => {
    const { manifests } = custom({ ...INSTALLED, container: { image: 'example.com/agent:1' } });
    expect(Analysis.of([...manifests]).findings.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['ND506 warning', 'ND508 info']);
  });

  test('rolls the pods when the configuration changes', () => {
    const hash = (mtu: number) => custom({ cniConfig: CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge', mtu }] }) })
      .spec.template.metadata.annotations['cdk8s-node-daemons/config-hash'];
    expect(hash(1500)).not.toBe(hash(1400));
  });
});

describe('the quota that GKE asks for', () => {
  const GKE = { platform: NodePlatform.gke() };
  const quotas = (manifests: readonly any[]) => manifests.filter(({ kind }) => kind === 'ResourceQuota');
  const inOrder = (namespaceFirst: boolean, platform = NodePlatform.gke()) => {
    const chart = chartOf('net');
    const parts = [
      () => new DaemonNamespace(chart, 'namespace', { name: 'net', platform }),
      () => new NetworkAgent(chart, 'net', { agent: NetworkProgram.flannel(), platform }),
    ];
    (namespaceFirst ? parts : parts.reverse()).forEach(part => part());
    return manifestsOf(chart, 'ResourceQuota');
  };

  test('lets the pods in, whose priority stays', () => {
    const { manifests, pod } = custom({}, GKE, 'net');
    expect(pod.priorityClassName).toBe('system-node-critical');
    expect(quotas(manifests)).toMatchObject([{ metadata: { name: 'critical-pods', namespace: 'net' }, spec: { hard: { pods: '1G' } } }]);
  });

  test('is not made where nobody asks for it', () => {
    expect(quotas(custom({}, GKE, 'kube-system').manifests)).toEqual([]);
    expect(quotas(custom({}, {}, 'net').manifests)).toEqual([]);
    expect(quotas(custom({}, { ...GKE, priority: NodePriority.NONE }, 'net').manifests)).toEqual([]);
    expect(quotas(custom({}, { ...GKE, profile: DaemonProfile.BARE }, 'net').manifests)).toEqual([]);
  });

  test('is one for a namespace, whoever comes first', () => {
    expect([inOrder(true).length, inOrder(false).length]).toEqual([1, 1]);
    const chart = chartOf('net');
    const agents = ['a', 'b'].map(id => new NetworkAgent(chart, id, { ...GKE, agent: NetworkProgram.custom({ container: { image: `${id}:1` } }) }));
    expect(agents[0].criticalPodsQuota).toBe(agents[1].criticalPodsQuota);
    expect(manifestsOf(chart, 'ResourceQuota')).toHaveLength(1);
  });

  test('is one for each cluster', () => {
    const chart = chartOf('net');
    ['east', 'west'].forEach(cluster => new NetworkAgent(chart, cluster, {
      agent: NetworkProgram.custom({ container: { image: 'agent:1' } }), platform: NodePlatform.gke({ cluster }),
    }));
    expect(chart.node.findAll().filter(({ node: { id } }) => id === 'CriticalPods')).toHaveLength(2);
  });
});

describe('what is accepted with a reason', () => {
  const accepted = (acknowledged: any): string[] => Object.keys(JSON.parse(acknowledged.manifests[0].metadata.annotations?.['cdk8s-node-daemons/acknowledged'] ?? '{}'));
  const BY_USER: Acknowledgement[] = [{ id: 'ND401', reason: 'mine' }];

  test('no limit of memory, unless there is one', () => {
    expect(custom().main.resources).toEqual({ requests: { cpu: '100m', memory: '64Mi' } });
    expect(accepted(custom())).toEqual(['ND506']);
    expect(accepted(custom({ container: { image: 'a:1', resources: { limits: { memory: '1Gi' } } } }))).toEqual([]);
  });

  test('a privileged init container, but not a privileged program', () => {
    expect(accepted(custom({ bpf: BpfMode.MOUNT }))).toEqual(['ND401', 'ND506']);
    const privileged = { container: { image: 'a:1', securityContext: SecurityContext.privileged() }, bpf: BpfMode.MOUNT };
    expect(errorsOf(NetworkProgram.custom(privileged)).map(error => error.slice(0, 43))).toEqual([
      "ND401 container 'a' is privileged, so whoev", "ND401 container 'mount-bpf' is privileged, ",
    ]);
    expect(errorsOf(NetworkProgram.custom(privileged), { acknowledge: BY_USER })).toEqual([]);
  });
});

describe('with BARE', () => {
  const bare = { profile: DaemonProfile.BARE };

  test('nothing is added', () => {
    const { spec, manifests } = custom({}, bare);
    expect(spec.template.spec).toEqual({ containers: [{ name: 'agent', image: 'example.com/agent:1' }] });
    expect(manifests).toHaveLength(1);
  });

  test('there is what is written', () => {
    const agent = custom({ ...INSTALLED, capabilities: ['NET_ADMIN'], xtablesLock: true, cleanup: ['/bye'], configFiles: [ConfigFile.text('/etc/agent/a', '')] }, bare);
    expect(agent.main).toMatchObject({ securityContext: { capabilities: { add: ['NET_ADMIN'] } }, lifecycle: { preStop: { exec: { command: ['/bye'] } } } });
    expect(Object.keys(agent.init)).toEqual(['install-cni-binaries', 'install-cni-config']);
    expect(agent.init['install-cni-config'].securityContext).toBeUndefined();
    expect(agent.typeOf('/etc/cni/net.d')).toBeUndefined();
  });
});

test('lifecycle hooks of the container stay where there is no cleanup', () => {
  const container = { image: 'agent:1', lifecycle: { postStart: LifecycleHook.exec('/hello') } };
  expect(custom({ container }).main.lifecycle).toEqual({ postStart: { exec: { command: ['/hello'] } } });
});
