import { App, Chart } from 'cdk8s';
import { DaemonProfile, HostPath, MetricsAgent, NodeCollector, NodeExporter } from 'cdk8s-node-daemons';

const app = new App();
const AS_PRINTED = 'a tutorial, kept as it was printed';

// docker run -d -v /proc:/host/proc -v /sys:/host/sys -v /:/rootfs --net=host prom/node-exporter --path.procfs /host/proc
//   --path.sysfs /host/sys --collector.filesystem.ignored-mount-points "^/(sys|proc|dev|host|etc)($|/)"
// A shell takes the quotes of that line away; a DaemonSet has no shell, so that they do not stand here.
new NodeExporter(new Chart(app, 'tutorial', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  profile: DaemonProfile.BARE,
  acknowledge: ['ND402', 'ND602'].map(id => ({ id, reason: AS_PRINTED })),
  podMetadata: { labels: { app: 'node-exporter' } },
  hostNamespaces: { network: true },
  agent: MetricsAgent.prometheus({
    container: {
      image: 'prom/node-exporter',
      args: [
        '--path.procfs', '/host/proc',
        '--path.sysfs', '/host/sys',
        '--collector.filesystem.ignored-mount-points', '^/(sys|proc|dev|host|etc)($|/)',
      ],
      hostPaths: [
        HostPath.readWrite('/proc', { mountPath: '/host/proc', volumeName: 'proc' }),
        HostPath.readWrite('/sys', { mountPath: '/host/sys', volumeName: 'sys' }),
        HostPath.readWrite('/', { mountPath: '/rootfs', volumeName: 'rootfs' }),
      ],
    },
  }),
});

// As it should be: the flag by its present name, the node's root told to the program, and nothing that it could write to.
new NodeExporter(new Chart(app, 'hardened', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  agent: MetricsAgent.prometheus({
    collectors: [NodeCollector.filesystem({ mountPointsExclude: '^/(sys|proc|dev|host|etc|var/lib/kubelet/pods)($|/)' })],
  }),
});

app.synth();
