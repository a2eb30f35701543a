import { Testing } from 'cdk8s';
import { custom, errorsOf } from './network-agents';
import {
  CniBinary, CniConfig, ConfigFile, ContainerPort, CustomNetworkProgramOptions, DaemonNamespace, DaemonProfile, HostPath, HostPathType, NetworkAgent,
  NetworkAgentProps, NetworkProgram, NodePlacement, NodePlatform, NodeDaemon, Probe, SecurityContext, TaintEffect, Toleration, UpdateStrategy,
} from '../../src';
import { Analysis } from '../../src/analysis';
import { chartOf } from '../core/testing';

/** A daemon that writes its network configuration by itself, as many do. */
const BY_ITSELF = { image: 'example.com/agent:1', hostPaths: [HostPath.readWrite('/etc/cni/net.d')], ports: [ContainerPort.tcp(9099, { name: 'health' })] };
const bare = { profile: DaemonProfile.BARE, hostNamespaces: { network: true }, placement: NodePlacement.everyNode() };
const copying = (script: string, ...directories: string[]) => ({
  name: 'install', image: 'cni:1', command: ['sh', '-c', script], hostPaths: directories.map(path => HostPath.readWrite(path)),
});

/** The findings of an id, of a program that is written so. */
function found(id: string, options: Partial<CustomNetworkProgramOptions> = {}, props: Omit<NetworkAgentProps, 'agent'> = {}): string[] {
  return Analysis.of([...custom({ container: BY_ITSELF, ...options }, props, 'agents').manifests]).findings.filter(finding => finding.id === id).map(({ message }) => message);
}

describe('mistakes that cannot be made', () => {
  test('a container that is privileged and may not gain rights, which the API server refuses', () => {
    expect(custom({ container: { image: 'a:1', securityContext: SecurityContext.privileged() } }, { acknowledge: [{ id: 'ND401', reason: 'so' }] }).main.securityContext).toEqual({ privileged: true });
  });

  test("the cluster's DNS before there is a network", () => {
    expect(found('ND213')).toEqual([]);
    expect(custom().pod.dnsPolicy).toBe('Default');
    expect(found('ND213', {}, bare)).toHaveLength(1);
  });

  test('a lock of iptables that becomes a directory', () => {
    expect(custom().typeOf('/run/xtables.lock')).toBe('FileOrCreate');
  });

  test('the configuration before the programs, and half a configuration', () => {
    const installed = { cniBinaries: [CniBinary.fromImage('cni:1', { paths: ['/a'] })], cniConfig: CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'a' }] }) };
    expect([...found('ND238', installed), ...found('ND239', installed), ...found('ND240', installed)]).toEqual([]);
  });

  test('both rollout budgets at nothing, or both at something', () => {
    expect(() => UpdateStrategy.rollingUpdate({ maxUnavailable: '0' })).toThrow('otherwise no node could ever be updated');
    expect(() => UpdateStrategy.rollingUpdate({ maxUnavailable: '1', maxSurge: '1' })).toThrow('give one of the two');
  });

  test('pods of a critical priority that GKE refuses', () => {
    expect(found('ND806', {}, { platform: NodePlatform.gke(), placement: NodePlacement.everyNode({ nodeSelector: { 'cloud.google.com/gke-os-distribution': 'cos' } }) })).toEqual([]);
  });

  test('an init container that takes the Guaranteed class from the pod', () => {
    const amounts = { cpu: '100m', memory: '64Mi' };
    const installed = { cniConfig: CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge' }] }) };
    expect(found('ND246', { ...installed, container: { ...BY_ITSELF, resources: { requests: amounts, limits: amounts } } })).toEqual([]);
  });

  test('a namespace whose level refuses the pods', () => {
    const chart = chartOf('net');
    new DaemonNamespace(chart, 'namespace', { name: 'net' });
    new NetworkAgent(chart, 'net', { agent: NetworkProgram.flannel() });
    const manifests: any[] = Testing.synth(chart);
    expect(manifests.find(({ kind }) => kind === 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('privileged');
    expect(Analysis.of(manifests).findings.filter(({ id }) => id === 'ND801')).toEqual([]);
  });
});

describe('mistakes that are errors', () => {
  test('an agent that waits for nodes that wait for it', () => {
    const workers = { placement: NodePlacement.workers({ tolerations: [Toleration.exists('node-role.kubernetes.io/control-plane', { effect: TaintEffect.NO_SCHEDULE })] }) };
    const waits = (platform: NodePlatform) => errorsOf(NetworkProgram.custom({
      container: { image: 'a:1' }, cniConfig: CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge' }] }),
    }), { ...workers, platform });
    expect(waits(NodePlatform.standard())).toEqual([
      "ND224 container 'install-cni-config' writes the network configuration '/etc/cni/net.d', and the pods wait until nodes are ready, which they are not without a network: "
      + "tolerate node.kubernetes.io/not-ready with operator Exists and effect NoSchedule, or acknowledge: [{ id: 'ND224', reason: '…' }]",
    ]);
    expect([waits(NodePlatform.microk8s()), waits(NodePlatform.rke2()), waits(NodePlatform.openshift())].map(errors => errors.length)).toEqual([1, 1, 1]);
    expect(errorsOf(NetworkProgram.flannel(), workers)).toHaveLength(1);
  });

  test('a new pod that waits for the port of the old one', () => {
    expect(errorsOf(NetworkProgram.flannel(), { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1' }) })).toEqual([expect.stringMatching(/^ND201 /)]);
  });

  test('two daemons on one port of each node', () => {
    const chart = chartOf('kube-system');
    new NetworkAgent(chart, 'net', { agent: NetworkProgram.flannel() });
    new NodeDaemon(chart, 'other', { container: { image: 'other:1', ports: [ContainerPort.tcp(80, { hostPort: 8081 })] } });
    const errors = chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
    expect(errors).toEqual([expect.stringMatching(/^ND301 .*8081/)]);
  });

  test('a probe of a port by a name that nobody declares', () => {
    expect(errorsOf(NetworkProgram.custom({ container: { image: 'a:1', livenessProbe: Probe.httpGet('/healthz', { portName: 'health' }) } }))).toEqual([expect.stringMatching(/^ND209 /)]);
  });

  test('a directory of the whole node that may be written', () => {
    expect(errorsOf(NetworkProgram.custom({ container: { image: 'a:1' }, runDirectories: ['/run'] }))).toEqual([expect.stringMatching(/^ND402 .*'\/run'/)]);
  });

  test('a program that is privileged', () => {
    expect(errorsOf(NetworkProgram.custom({ container: { image: 'a:1', securityContext: SecurityContext.privileged() } }))).toEqual([expect.stringMatching(/^ND401 /)]);
  });

  test('a network configuration of its own that no runtime can read', () => {
    const options = { container: { image: 'a:1' }, configFiles: [ConfigFile.text('/conf/a', '{"cniVersion": "1.0.0"', { containers: ['install'] })] };
    for (const script of ['cp -f /conf/a /etc/cni/net.d/10-a.conflist', 'cp /conf/a /etc/cni/net.d/.a.tmp && mv /etc/cni/net.d/.a.tmp /etc/cni/net.d/10-a.conflist']) {
      expect(errorsOf(NetworkProgram.custom(options), { initContainers: [copying(script, '/etc/cni/net.d')] })).toEqual([expect.stringMatching(/^ND240 /)]);
    }
  });
});

describe('mistakes that are warnings', () => {
  test.each<[string, string, Partial<CustomNetworkProgramOptions>, Omit<NetworkAgentProps, 'agent'>?]>([
    ['a lock of iptables without its type', 'ND227', { container: { image: 'a:1', hostPaths: [HostPath.readWrite('/run/xtables.lock', { type: HostPathType.UNCHECKED })] }, xtablesLock: false }],
    ['rules of iptables without the lock', 'ND244', { container: { image: 'a:1', args: ['--ip-masq'] }, xtablesLock: false }],
    ['a path of the node without a type', 'ND406', { runDirectories: ['/run/agent'] }, bare],
    ['modules of the kernel that a container loads', 'ND408', { capabilities: ['NET_ADMIN', 'SYS_MODULE'] }],
    ['every taint, on Windows too', 'ND226', {}, { placement: NodePlacement.exactly({ tolerations: [Toleration.everything()] }) }],
    ['every taint, that of virtual nodes too', 'ND232', {}, { placement: NodePlacement.exactly({ nodeSelector: { 'kubernetes.io/os': 'linux' }, tolerations: [Toleration.everything()] }) }],
    ['programs after the configuration', 'ND238', {}, {
      initContainers: [
        { ...copying('cp -f /a.conflist /etc/cni/net.d/', '/etc/cni/net.d'), name: 'first' }, { ...copying('cp -f /a /opt/cni/bin/', '/opt/cni/bin'), name: 'second' },
      ],
    }],
    ['a program that is overwritten while it runs', 'ND239', {}, { initContainers: [copying('cp /a /opt/cni/bin/a', '/opt/cni/bin')] }],
    ['a lock file in a directory that may not be there', 'ND243', { container: { image: 'a:1', hostPaths: [HostPath.readWrite('/run/agent/agent.lock')] } }],
    ['no requests', 'ND502', { container: { image: 'a:1', resources: {} } }],
  ])('%s', (_, id, options, props = {}) => {
    expect(found(id, options, props)).not.toEqual([]);
  });

  test('a host port of another daemon that the network maps nowhere', () => {
    const chart = chartOf('kube-system');
    new NetworkAgent(chart, 'net', {
      agent: NetworkProgram.custom({
        container: { image: 'a:1' }, cniConfig: CniConfig.conflist('10-a.conflist', { name: 'a', plugins: [{ type: 'bridge', ipam: { type: 'host-local' } }] }),
      }),
    });
    new NodeDaemon(chart, 'other', { container: { image: 'other:1', ports: [ContainerPort.tcp(80, { hostPort: 8080 })] } });
    const { findings } = Analysis.of(Testing.synth(chart));
    expect(findings.filter(({ id }) => id === 'ND241')).toHaveLength(1);
  });
});
