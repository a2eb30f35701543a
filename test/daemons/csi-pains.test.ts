import { Testing } from 'cdk8s';
import { nodePlugin, OWN } from './csi';
import {
  ContainerPort, CsiDriver, CsiHostAccess, CsiNodePlugin, CsiNodePluginProps, DaemonNamespace, HostPath, HostPathType, NodePlacement, NodePlatform,
  SecurityContext, Toleration, UpdateStrategy,
} from '../../src';
import { Analysis } from '../../src/analysis/analysis';
import { chartOf } from '../core/testing';

type Change = (pod: any, containers: { readonly [name: string]: any }) => void;

/** What is found in our manifest after somebody changed it, by the id of the check. */
function found(change: Change = () => undefined, driver?: CsiDriver, props?: Partial<CsiNodePluginProps>): { [id: string]: string } {
  const manifests = structuredClone(nodePlugin(driver, props).manifests) as any[];
  const pod = manifests[0].spec.template.spec;
  change(pod, Object.fromEntries(pod.containers.map((container: any) => [container.name, container])));
  return Object.fromEntries(Analysis.of(manifests).findings.filter(({ acknowledged }) => acknowledged === undefined).map(({ id, message }) => [id, message]));
}

const volume = (pod: any, name: string) => pod.volumes.find((one: any) => one.name === name);
const REGISTRAR = 'node-driver-registrar';

test.each<[string, CsiDriver, Partial<CsiNodePluginProps>]>([
  ['host-path', CsiDriver.hostPath(), {}],
  ['host-path on MicroK8s', CsiDriver.hostPath(), { platform: NodePlatform.microk8s() }],
  ['NFS', CsiDriver.nfs(), {}],
  ['one of your own', CsiDriver.custom(OWN), {}],
  ['one with all that there is', CsiDriver.custom({ ...OWN, access: CsiHostAccess.kubeletDirectory({ devices: true }), seLinux: true, preStop: ['/own', 'drain'] }), {}],
])('nothing is found in what comes out: %s', (_, driver, props) => {
  expect(found(undefined, driver, props)).toEqual({});
});

describe('paths (checks 1 to 3)', () => {
  test('another root for the registry than for the rest', () => {
    expect(found(pod => { volume(pod, 'registration-dir').hostPath.path = '/var/data/kubelet/plugins_registry'; })).toHaveProperty('ND234');
  });

  test('the directory of pods under another path in the container', () => {
    expect(found((_, { hostpath }) => { hostpath.volumeMounts[1].mountPath = '/pods'; })).toHaveProperty('ND233');
  });

  test('a registration path that is not the socket of the driver', () => {
    expect(found((_, containers) => { containers[REGISTRAR].args[1] = '--kubelet-registration-path=/var/lib/kubelet/plugins/other/csi.sock'; })).toHaveProperty('ND235');
  });

  test('a driver that listens elsewhere', () => {
    expect(found((_, { hostpath }) => { hostpath.env[0].value = 'unix:///run/csi.sock'; })).toHaveProperty('ND235');
  });

  test('a registry that is made where it is missing', () => {
    expect(found(pod => { volume(pod, 'registration-dir').hostPath.type = 'DirectoryOrCreate'; })).toHaveProperty('ND229');
  });

  test('the socket among the directories of pods', () => {
    expect(found(pod => { volume(pod, 'plugin-dir').hostPath.path = '/var/lib/kubelet/pods'; })).toHaveProperty('ND230');
  });

  test('a host path without a type', () => {
    expect(found(pod => { delete volume(pod, 'device-dir').hostPath.type; delete volume(pod, 'csi-data-dir').hostPath.type; })).toHaveProperty('ND406');
  });

  test('one path with two types', () => {
    const hostPaths = [HostPath.readOnly('/var/lib/kubelet/plugins_registry', { type: HostPathType.DIRECTORY_OR_CREATE, volumeName: 'registry-again' })];
    expect(() => nodePlugin(CsiDriver.hostPath({ container: { hostPaths } }))).toThrow(/ND202/);
  });
});

describe('privileges (checks 4, 5, 22, 24)', () => {
  test('a shared mount without privileges', () => {
    expect(found((_, { hostpath }) => { hostpath.securityContext.privileged = false; }).ND101)
      .toMatch(/Bidirectional mount propagation is available only to privileged containers/);
  });

  test('privileges without escalation', () => {
    expect(found((_, { hostpath }) => { hostpath.securityContext.allowPrivilegeEscalation = false; }).ND101)
      .toMatch(/cannot set `allowPrivilegeEscalation` to false and `privileged` to true/);
  });

  test('a namespace whose level refuses the pods', () => {
    const chart = chartOf('kube-storage');
    new CsiNodePlugin(chart, 'csi', { name: 'csi-node', driver: CsiDriver.hostPath() });
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-storage', labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } } };
    expect(Analysis.of([...Testing.synth(chart), namespace]).findings.map(({ id }) => id)).toContain('ND801');
  });

  test('a namespace that is made for it has the level that it needs', () => {
    const chart = chartOf('storage');
    new DaemonNamespace(chart, 'namespace', { name: 'storage' });
    new CsiNodePlugin(chart, 'csi', { name: 'csi-node', driver: CsiDriver.hostPath() });
    const manifests: any[] = Testing.synth(chart);
    expect(manifests.find(({ kind }) => kind === 'Namespace').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('privileged');
  });

  test('the whole directory of the kubelet without a reason', () => {
    const access = CsiHostAccess.kubeletDirectory();
    const { daemonSet } = nodePlugin(CsiDriver.custom({ ...OWN, access }));
    daemonSet.metadata.annotations = {};
    expect(Analysis.of([daemonSet]).findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['ND401', 'ND402', 'ND506']));
  });

  test('a capability by a name that the kernel does not know', () => {
    expect(() => SecurityContext.root({ capabilities: ['CAP_SYS_ADMIN'] })).toThrow("write 'SYS_ADMIN'");
  });

  test('a group for files of the node, which nobody changes', () => {
    expect(found(pod => {
      pod.securityContext = { fsGroup: 1000 };
      pod.volumes = pod.volumes.filter(({ hostPath }: any) => hostPath);
      pod.containers[0].volumeMounts.pop();
    })).toHaveProperty('ND220');
  });
});

describe('ports and probes (checks 6, 8 to 11)', () => {
  test('host ports and a surge', () => {
    expect(() => nodePlugin(CsiDriver.nfs(), { updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1' }) })).toThrow('use maxUnavailable: old and new pod have one socket');
  });

  test('no node may be updated, or two at once in both ways', () => {
    expect(() => UpdateStrategy.rollingUpdate({ maxUnavailable: '0' })).toThrow('otherwise no node could ever be updated');
    expect(() => UpdateStrategy.rollingUpdate({ maxUnavailable: '1', maxSurge: '1' })).toThrow('give one of the two');
  });

  test('two drivers with one port of the node', () => {
    const chart = chartOf('kube-system');
    new CsiNodePlugin(chart, 'nfs', { driver: CsiDriver.nfs() });
    new CsiNodePlugin(chart, 'own', {
      driver: CsiDriver.custom({ ...OWN, registrar: { port: 19810 }, livenessProbe: { port: 29653 } }), hostNamespaces: { network: true },
    });
    expect(() => Testing.synth(chart)).toThrow(/\[platform\/own\] ND301 port TCP 29653 of the node is taken by 'platform\/nfs' on the same nodes/);
  });

  test('two drivers beside each other in networks of their own', () => {
    const chart = chartOf('kube-system');
    new CsiNodePlugin(chart, 'host-path', { driver: CsiDriver.hostPath() });
    new CsiNodePlugin(chart, 'own', { driver: CsiDriver.custom(OWN) });
    expect(() => Testing.synth(chart)).not.toThrow();
  });

  test('two containers of the pod with one port', () => {
    expect(found((_, containers) => { containers[REGISTRAR].args[2] = '--http-endpoint=:9808'; })).toHaveProperty('ND236');
  });

  test('a server on the loopback address, and a probe that asks the address of the pod', () => {
    expect(found((_, containers) => { containers['liveness-probe'].args[2] = '--http-endpoint=127.0.0.1:9808'; })).toHaveProperty('ND237');
  });

  test('a probe that asks the loopback address of the node without its network', () => {
    expect(found((_, { hostpath }) => { hostpath.livenessProbe.httpGet.host = '127.0.0.1'; })).toHaveProperty('ND228');
  });

  test('a probe that asks a port by the name that another container gave it', () => {
    expect(found((_, { hostpath }) => { hostpath.livenessProbe.httpGet.port = 'healthz'; })).toHaveProperty('ND209');
  });

  test('a probe of a port that nobody has', () => {
    expect(found((_, { hostpath }) => { hostpath.livenessProbe.httpGet.port = 9898; })).toHaveProperty('ND505');
  });

  test('the network of the node without the names of the cluster', () => {
    expect(found(pod => { pod.dnsPolicy = 'ClusterFirst'; }, CsiDriver.nfs())).toHaveProperty('ND213');
  });

  test('a host port in a range that Kubernetes gives away', () => {
    const ports = [ContainerPort.tcp(8080, { hostPort: 30080 })];
    expect(found(undefined, CsiDriver.hostPath({ container: { ports } }))).toHaveProperty('ND216');
  });
});

describe('where it runs (checks 18 to 21)', () => {
  test('pods with volumes on nodes with taints, and no plugin there', () => {
    const placement = NodePlacement.everyNode({ tolerations: [Toleration.exists('node-role.kubernetes.io/control-plane')] });
    expect(found(undefined, undefined, { placement })).toHaveProperty('ND225');
  });

  test('every taint, on Windows too', () => {
    expect(found(pod => { delete pod.affinity; })).toHaveProperty('ND226');
  });

  test('every taint, on virtual nodes too', () => {
    expect(found(pod => { delete pod.affinity; pod.nodeSelector = { 'kubernetes.io/os': 'linux' }; })).toHaveProperty('ND232');
  });

  test('a critical pod where the platform has no quota for it', () => {
    const priorityIn = (namespace: string) => {
      const chart = chartOf(namespace);
      new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.hostPath(), platform: NodePlatform.gke() });
      return (Testing.synth(chart) as any[])[0].spec.template.spec.priorityClassName;
    };
    expect([priorityIn('storage'), priorityIn('kube-system')]).toEqual([undefined, 'system-node-critical']);
  });

  test('pods that are pushed out of a full node', () => {
    expect(found(pod => { delete pod.priorityClassName; })).toHaveProperty('ND503');
  });
});

describe('what else goes wrong', () => {
  test('an image without a tag', () => {
    expect(found(undefined, CsiDriver.custom({ ...OWN, container: { ...OWN.container, image: 'example.com/own' } }))).toHaveProperty('ND501');
  });

  test('containers beside the driver without a memory limit', () => {
    const { daemonSet } = nodePlugin(CsiDriver.hostPath({ container: { resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '1Gi' } } } }));
    delete daemonSet.spec.template.spec.containers[1].resources.limits;
    expect(Analysis.of([daemonSet]).findings.map(({ id }) => id)).toContain('ND506');
  });

  test('a variable that nobody defines', () => {
    expect(found(undefined, CsiDriver.custom({ ...OWN, container: { ...OWN.container, args: ['--nodeid=$(KUBE_NODE_NAME)'] } }))).toHaveProperty('ND223');
  });

  test('a field of a later Kubernetes', () => {
    expect(() => nodePlugin(undefined, { platform: NodePlatform.standard({ kubernetes: '1.28' }), hostUsers: false })).toThrow(/ND103|ND101/);
  });
});
