import { App, Chart } from 'cdk8s';
import {
  Acknowledgement, DaemonContainer, DaemonNamespace, DaemonProfile, EnvValue, HostPath, NetworkAgent, NetworkAgentProps, NetworkProgram, SecurityContext,
  VolumeSource,
} from 'cdk8s-node-daemons';

const app = new App();
const image = 'quay.io/coreos/flannel:v0.11.0-amd64';
const configuration = { name: 'flannel-cfg', mountPath: '/etc/kube-flannel/', source: VolumeSource.configMap('kube-flannel-cfg') };
const tutorial = (id: string): Acknowledgement => ({ id, reason: 'a tutorial, kept as it was printed' });

// flanneld, as both forms have it.
const flanneld: DaemonContainer = {
  image,
  command: ['/opt/bin/flanneld'],
  args: ['--ip-masq', '--kube-subnet-mgr'],
  securityContext: SecurityContext.privileged(),
  env: { POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE },
  hostPaths: [HostPath.readWrite('/run', { volumeName: 'run' })],
  volumes: [configuration],
};
const flannel = (props: Partial<NetworkAgentProps>): NetworkAgentProps => ({
  name: 'kube-flannel',
  profile: DaemonProfile.BARE,
  podMetadata: { labels: { app: 'flannel' } },
  hostNamespaces: { network: true },
  agent: NetworkProgram.flannel({ container: flanneld }),
  ...props,
});

// As the tutorial has it.
new NetworkAgent(new Chart(app, 'tutorial', { namespace: 'kube-system' }), 'flannel', flannel({ acknowledge: [tutorial('ND401'), tutorial('ND402')] }));

// The older form: a second container copies the configuration in place and then sleeps.
new NetworkAgent(new Chart(app, 'tutorial-two-containers', { namespace: 'kube-system' }), 'flannel', flannel({
  acknowledge: [tutorial('ND401'), tutorial('ND402'), tutorial('ND224')],
  sidecars: [{
    name: 'install-cni',
    image,
    command: ['/bin/sh', '-c', 'set -e -x; cp -f /etc/kube-flannel/cni-conf.json /etc/cni/net.d/10-flannel.conf; while true; do sleep 3600; done'],
    hostPaths: [HostPath.readWrite('/etc/cni/net.d', { volumeName: 'cni' })],
    volumes: [configuration],
  }],
}));

// As it should be.
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'kube-flannel' });
new NetworkAgent(new Chart(app, 'hardened', { namespace: namespace.name }), 'flannel', { name: 'kube-flannel', agent: NetworkProgram.flannel() });

app.synth();
