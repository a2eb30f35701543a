import { App, Chart } from 'cdk8s';
import {
  ContainerPort, DaemonNamespace, EnvValue, FileSystemDaemon, HostPath, HostPathType, NodePlacement, NodePriority, Probe,
  SecurityContext, SharedDirectory, UpdateStrategy,
} from 'cdk8s-node-daemons';

const app = new App();
const { name: namespace } = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'glusterfs' });

// A server of GlusterFS on each node that has disks for it. Nobody publishes images of it since 2020 (gluster/gluster-containers, whose image starts
// systemd): this one is your own, and starts the program itself. What is below its directories outlives every pod.
new FileSystemDaemon(new Chart(app, 'glusterd', { namespace }), 'glusterd', {
  name: 'glusterd',
  hostNamespaces: { network: true },
  placement: NodePlacement.workers({ nodeSelector: { storagenode: 'glusterfs' } }),
  priority: NodePriority.SYSTEM_NODE_CRITICAL,
  // The next server may only go when the volumes have healed, which whoever operates them sees and Kubernetes does not.
  updateStrategy: UpdateStrategy.onDelete(),
  acknowledge: [
    { id: 'ND401', reason: 'it makes volumes of LVM and mounts their file systems' },
    { id: 'ND402', reason: 'it shares the locks of LVM and the data of udev below /run with the programs of the node' },
  ],
  // What it knows of volumes and peers: a program that saves it reads it through `mountInto`.
  directory: SharedDirectory.owned('/var/lib/glusterd'),
  container: {
    image: 'registry.example.com/glusterfs-server:11.2',
    command: ['glusterd', '--no-daemon', '--log-level=INFO'],
    env: { HOST_DEV_DIR: EnvValue.text('/mnt/host-dev') },
    // Its own two, and one for each brick; firewalls between the nodes must let them through.
    ports: [24007, 24008, 49152, 49153, 49154, 49155].map(port => ContainerPort.tcp(port)),
    readinessProbe: Probe.tcpSocket({ port: 24007 }),
    livenessProbe: Probe.tcpSocket({ port: 24007, initialDelaySeconds: 40, periodSeconds: 25, failureThreshold: 50 }),
    securityContext: SecurityContext.privileged(),
    hostPaths: [
      HostPath.readWrite('/etc/glusterfs'),
      HostPath.readWrite('/var/log/glusterfs'),
      HostPath.readWrite('/dev', { mountPath: '/mnt/host-dev', type: HostPathType.DIRECTORY }),
      HostPath.readWrite('/run', { type: HostPathType.DIRECTORY }),
      HostPath.readOnly('/lib/modules'),
    ],
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '2Gi' } },
  },
});

app.synth();
