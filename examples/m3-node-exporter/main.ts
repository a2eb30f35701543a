import { App, Chart } from 'cdk8s';
import { DaemonProfile, HostPath, MetricsAgent, Monitor, NodeExporter } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorial has it.
new NodeExporter(new Chart(app, 'tutorial', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  podMetadata: { labels: { app: 'node-exporter' } },
  hostNamespaces: { network: true, pid: true },
  agent: MetricsAgent.prometheus({
    container: {
      image: 'prom/node-exporter:v1.0.1',
      args: ['--path.procfs=/host/proc', '--path.sysfs=/host/sys'],
      hostPaths: [
        HostPath.readWrite('/proc', { mountPath: '/host/proc', volumeName: 'proc' }),
        HostPath.readWrite('/sys', { mountPath: '/host/sys', volumeName: 'sys' }),
      ],
    },
  }),
});

// As it should be, with a version that is still kept, found by Prometheus through annotations.
new NodeExporter(new Chart(app, 'hardened', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  monitor: Monitor.serviceAnnotations(),
});

app.synth();
