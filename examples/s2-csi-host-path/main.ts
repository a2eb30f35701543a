import { App, Chart } from 'cdk8s';
import { CsiDriver, CsiDriverObject, CsiHostAccess, CsiNodePlugin, DaemonNamespace, EnvValue, NodePlatform } from 'cdk8s-node-daemons';

const app = new App();

// Driver, registrar, liveness probe and CSIDriver, for the kubelet of MicroK8s. Beside them the provisioner, which makes volumes on this
// node and tells the scheduler how much room there is.
const hostPath = new Chart(app, 'host-path', { namespace: 'storage' });
new DaemonNamespace(hostPath, 'namespace', { name: 'storage' });
new CsiNodePlugin(hostPath, 'csi', {
  name: 'csi-hostpath',
  platform: NodePlatform.microk8s({ kubernetes: '1.35' }),
  serviceAccountName: 'csi-provisioner',
  driver: CsiDriver.hostPath({ capacity: { slow: '10Gi', fast: '100Gi' } }),
  sidecars: [{
    name: 'csi-provisioner',
    image: 'registry.k8s.io/sig-storage/csi-provisioner:v6.3.0',
    args: [
      '--csi-address=/csi/csi.sock', '--feature-gates=Topology=true', '--node-deployment', '--strict-topology', '--immediate-topology=false',
      '--enable-capacity', '--capacity-ownerref-level=0',
    ],
    env: { NODE_NAME: EnvValue.NODE_NAME, NAMESPACE: EnvValue.POD_NAMESPACE, POD_NAME: EnvValue.POD_NAME },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    volumes: [{ name: 'plugin-dir', mountPath: '/csi' }],
  }],
});

// NFS: in the network of the node, with ports of its own.
new CsiNodePlugin(new Chart(app, 'nfs', { namespace: 'kube-system' }), 'nfs', {
  name: 'csi-nfs-node',
  platform: NodePlatform.k0s({ kubernetes: '1.35' }),
  driver: CsiDriver.nfs({ mountPermissions: 0o777 }),
});

// A driver of a cloud: disks, SELinux, a role of the cloud, and a command that waits until the disks of the node are detached.
new CsiNodePlugin(new Chart(app, 'cloud-disks', { namespace: 'kube-system' }), 'disks', {
  name: 'disks-csi-node',
  platform: NodePlatform.bottlerocket({ kubernetes: '1.35' }),
  serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/disks' },
  driver: CsiDriver.custom({
    name: 'disks.csi.example.com',
    container: { name: 'disks', image: 'registry.example.com/disks-csi:1.2.3', args: ['node', '--endpoint=$(CSI_ENDPOINT)', '--node-id=$(NODE_ID)'] },
    access: CsiHostAccess.staging({ devices: true }),
    seLinux: true,
    preStop: ['/bin/disks-csi', 'wait-for-detach'],
  }),
  driverObject: CsiDriverObject.create({ attachRequired: true, nodeAllocatableUpdatePeriodSeconds: 10 }),
});

app.synth();
