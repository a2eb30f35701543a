import { App, Chart } from 'cdk8s';
import {
  CsiDriver, CsiNodePlugin, DaemonProfile, EnvValue, HostPath, HostPathType, LifecycleHook, MountPropagation, SecurityContext,
} from 'cdk8s-node-daemons';

const app = new App();

const socketDirectory = HostPath.readWrite('/var/lib/kubelet/pods', { mountPath: '/csi', volumeName: 'socket-dir', type: HostPathType.DIRECTORY_OR_CREATE });

// As the tutorials have it: its first container is the registrar. The socket lies among the directories of pods (ND230), of which two types
// are asked (ND202), and a missing registry is hidden (ND229).
new CsiNodePlugin(new Chart(app, 'tutorial', { namespace: 'kube-system' }), 'csi-nodeplugin', {
  name: 'csi-nodeplugin',
  profile: DaemonProfile.BARE,
  acknowledge: ['ND202', 'ND401'].map(id => ({ id, reason: 'a tutorial, kept as it was printed' })),
  podMetadata: { labels: { app: 'csi-nodeplugin' } },
  driver: CsiDriver.custom({
    name: 'csi-hostpath',
    container: {
      name: 'csi-driver-registrar',
      image: 'quay.io/k8scsi/driver-registrar:v1.1.0',
      args: ['--v=5', '--csi-address=/csi/csi.sock'],
      lifecycle: { preStop: LifecycleHook.exec('/bin/sh', '-c', 'rm -rf /registration/csi-hostpathplugin /registration/csi-hostpathplugin-reg.sock') },
      hostPaths: [
        socketDirectory,
        HostPath.readWrite('/var/lib/kubelet/plugins_registry/', {
          mountPath: '/registration', volumeName: 'registration-dir', type: HostPathType.DIRECTORY_OR_CREATE,
        }),
      ],
    },
  }),
  sidecars: [{
    name: 'csi-nodeplugin',
    image: 'quay.io/k8scsi/hostpathplugin:v1.1.0',
    args: ['--nodeid=$(NODE_NAME)', '--endpoint=$(CSI_ENDPOINT)'],
    env: { NODE_NAME: EnvValue.NODE_NAME, CSI_ENDPOINT: EnvValue.text('unix:///csi/csi.sock') },
    securityContext: SecurityContext.privileged(),
    hostPaths: [
      socketDirectory,
      HostPath.readWrite('/var/lib/kubelet/pods', { volumeName: 'pods-mount-dir', type: HostPathType.DIRECTORY, propagation: MountPropagation.BIDIRECTIONAL }),
    ],
  }],
});

// As it should be: no path is written, so that none can be wrong.
new CsiNodePlugin(new Chart(app, 'hardened', { namespace: 'kube-system' }), 'csi-nodeplugin', {
  name: 'csi-nodeplugin',
  driver: CsiDriver.hostPath(),
});

app.synth();
