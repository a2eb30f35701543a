import { App, Chart } from 'cdk8s';
import {
  ContainerPort, DaemonNamespace, EnvValue, FileSystemDaemon, HostPath, HostPathType, Monitor, NodeDaemon, NodeDaemonOptions, NodePlacement, NodePriority,
  Probe, SecurityContext, SharedDirectory, UpdateStrategy,
} from 'cdk8s-node-daemons';

const app = new App();
const { name: namespace } = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'ceph' });

// Monitors and OSDs fit no DaemonSet: a monitor keeps its name and address for ever, and three or five are enough; an OSD belongs to a disk, of which a
// node has several. Rook makes a Deployment of each: https://rook.io/docs/rook/latest/Getting-Started/storage-architecture/
// This is how tutorials did it before, with the image of ceph/ceph-container, which takes the name of the node: one disk a node, the same on all.
const image = 'docker.io/ceph/daemon:v3.2.13-stable-3.2-mimic-centos-7';
const network = { CEPH_PUBLIC_NETWORK: EnvValue.text('10.0.0.0/16') };
const state = [HostPath.readWrite('/etc/ceph'), HostPath.readWrite('/var/lib/ceph')];
// Both make their admin sockets there, as the user `ceph` of the image.
const sockets = SharedDirectory.owned('/run/ceph', { owner: 167, group: 167 });
const onNodesOf = (name: string): NodePlacement => NodePlacement.workers({ nodeSelector: { [name]: 'enabled' } });
const optionsOf = (name: string): NodeDaemonOptions => ({
  name,
  hostNamespaces: { network: true },
  placement: onNodesOf(name),
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  // The next one may only go when the cluster is healthy again, which Kubernetes does not see.
  updateStrategy: UpdateStrategy.onDelete(),
});

const daemons = new Chart(app, 'daemons', { namespace });
new FileSystemDaemon(daemons, 'mon', {
  ...optionsOf('ceph-mon'),
  directory: sockets,
  container: {
    name: 'mon',
    image,
    args: ['mon'],
    env: { MON_IP: EnvValue.HOST_IP, ...network },
    ports: [ContainerPort.tcp(6789)],
    readinessProbe: Probe.tcpSocket({ port: 6789 }),
    // Its scripts prepare directories as root, and start the program as `ceph`.
    securityContext: SecurityContext.root({ capabilities: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'], readOnlyRootFilesystem: false }),
    hostPaths: state,
    resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
  },
});
const osd = new FileSystemDaemon(daemons, 'osd', {
  ...optionsOf('ceph-osd'),
  acknowledge: [
    { id: 'ND401', reason: 'it formats the disk and mounts it' },
    { id: 'ND303', reason: 'in the directories of Ceph each has files of its own names' },
  ],
  directory: sockets,
  container: {
    name: 'osd',
    image,
    args: ['osd'],
    env: { OSD_TYPE: EnvValue.text('disk'), OSD_DEVICE: EnvValue.text('/dev/vdb'), ...network },
    securityContext: SecurityContext.privileged(),
    hostPaths: [...state, HostPath.readWrite('/dev', { type: HostPathType.DIRECTORY }), HostPath.readOnly('/run/udev')],
    resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
  },
});

// What does fit: the metrics of all that runs on the node, read from its admin sockets. It only connects to them.
const exporter = new NodeDaemon(new Chart(app, 'exporter', { namespace }), 'exporter', {
  name: 'ceph-exporter',
  placement: onNodesOf('ceph-osd'),
  priority: NodePriority.custom('node-agents'),
  monitor: Monitor.podMonitor({ port: 'metrics' }),
  container: {
    name: 'exporter',
    image: 'quay.io/ceph/ceph:v19.2.3',
    command: ['ceph-exporter', '-f', '-n', 'client.ceph-exporter', '--sock-dir=/run/ceph', '--addrs=0.0.0.0', '--port=9926', '--prio-limit=5'],
    ports: [ContainerPort.tcp(9926, { name: 'metrics' })],
    hostPaths: [HostPath.readOnly('/etc/ceph')],
    // The user `ceph`, whose sockets they are.
    securityContext: SecurityContext.restricted({ runAsUser: 167, runAsGroup: 167 }),
    resources: { requests: { cpu: '50m', memory: '50Mi' }, limits: { memory: '128Mi' } },
  },
});
osd.mountInto(exporter, '/run/ceph');

app.synth();
