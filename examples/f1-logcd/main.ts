import { App, Chart } from 'cdk8s';
import { DaemonNamespace, FileSystemDaemon, FileSystemDaemonProps, HostPath, NodePlacement, NodePriority, SharedDirectory } from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'logcd' });

const logcd: FileSystemDaemonProps = {
  name: 'logcd',
  priority: NodePriority.custom('node-agents'),
  acknowledge: [{ id: 'ND901', reason: 'it must run on every node, and a CronJob runs on one' }],
  // A directory of its own instead of /var/log: every pod may make files there, and none may take away those of another.
  directory: SharedDirectory.owned('/var/lib/logcd', { mountPath: '/logs', mode: '1777' }),
  container: {
    name: 'logcd',
    image: 'docker.io/library/alpine:3.23.0',
    // An archive gets its name when it is whole, and is kept for a week.
    args: ['/bin/sh', '-c', [
      'while true; do',
      '  name=all-logs-$(date +%F_%H-%M-%S).tar.gz',
      '  tar czf /archive/.unfinished -C /logs . && mv /archive/.unfinished /archive/$name',
      '  find /archive -name "all-logs-*" -mtime +7 -delete',
      '  sleep 60',
      'done',
    ].join('\n')],
    // Out of reach of those whose logs they are.
    hostPaths: [HostPath.readWrite('/var/lib/logcd-archive', { mountPath: '/archive' })],
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  },
};

/** A pod that writes a log of its own to the directory of its node, for which the Pod Security level of its namespace must be `privileged`. */
function clientIn(chart: Chart): kplus.Deployment {
  return new kplus.Deployment(chart, 'client', {
    replicas: 7,
    containers: [{
      name: 'client',
      image: 'docker.io/library/alpine:3.23.0',
      command: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" >> /var/log/node/$HOSTNAME.log; sleep 15; done'],
      securityContext: { user: 65534, group: 65534 },
    }],
  });
}

// On every node.
const everywhere = new FileSystemDaemon(new Chart(app, 'logcd', { namespace: namespace.name }), 'logcd', logcd);
everywhere.mountInto(clientIn(new Chart(app, 'client', { namespace: 'shop' })), '/var/log/node', { readOnly: false });

// Only where production runs: its clients must be there too.
const production = new FileSystemDaemon(new Chart(app, 'logcd-production', { namespace: namespace.name }), 'logcd', {
  ...logcd,
  name: 'logcd-production',
  placement: NodePlacement.everyNode({ nodeSelector: { env: 'prod' } }),
  directory: SharedDirectory.owned('/var/lib/logcd-production', { mountPath: '/logs', mode: '1777' }),
  container: { ...logcd.container, hostPaths: [HostPath.readWrite('/var/lib/logcd-production-archive', { mountPath: '/archive' })] },
});
const client = clientIn(new Chart(app, 'client-production', { namespace: 'production' }));
client.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('env', 'prod')));
production.mountInto(client, '/var/log/node', { readOnly: false });

app.synth();
