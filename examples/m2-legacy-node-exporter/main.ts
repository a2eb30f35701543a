import { App, Chart } from 'cdk8s';
import { ContainerPort, DaemonProfile, HostPath, MetricsAgent, NodeCollector, NodeExporter, SecurityContext } from 'cdk8s-node-daemons';

const app = new App();
const AS_PRINTED = 'a tutorial, kept as it was printed';

// As the tutorials have it, but in apps/v1. Its pattern stands in quotes, so that nothing is left out.
new NodeExporter(new Chart(app, 'tutorial', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  profile: DaemonProfile.BARE,
  acknowledge: ['ND401', 'ND402', 'ND601', 'ND602'].map(id => ({ id, reason: AS_PRINTED })),
  podMetadata: { labels: { name: 'node-exporter' }, annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9100' } },
  hostNamespaces: { network: true, pid: true, ipc: true },
  agent: MetricsAgent.prometheus({
    container: {
      name: 'node-exporter',
      image: 'prom/node-exporter@sha256:ffc3e0adf58771cb2097aa0b074a6fe68b4925ba75c2e1c41f41ae656eebee11',
      args: [
        '--collector.procfs', '/host/proc',
        '--collector.sysfs', '/host/sys',
        '--collector.filesystem.ignored-mount-points', '"^/(sys|proc|dev|host|etc)($|/)"',
      ],
      ports: [ContainerPort.tcp(9100)],
      securityContext: SecurityContext.privileged(),
      resources: { requests: { cpu: '10m', memory: '100Mi' }, limits: { cpu: '100m', memory: '100Mi' } },
      hostPaths: [
        HostPath.readWrite('/dev', { mountPath: '/host/dev', volumeName: 'dev' }),
        HostPath.readWrite('/proc', { mountPath: '/host/proc', volumeName: 'proc' }),
        HostPath.readWrite('/sys', { mountPath: '/host/sys', volumeName: 'sys' }),
        HostPath.readWrite('/', { mountPath: '/rootfs', volumeName: 'rootfs' }),
      ],
    },
  }),
});

// As it should be: the same mounts left out, by a pattern that matches; no right that reading does not need.
new NodeExporter(new Chart(app, 'hardened', { namespace: 'monitoring' }), 'node-exporter', {
  name: 'node-exporter',
  agent: MetricsAgent.prometheus({
    collectors: [NodeCollector.filesystem({ mountPointsExclude: '^/(sys|proc|dev|host|etc|var/lib/kubelet/pods)($|/)' })],
  }),
});

app.synth();
