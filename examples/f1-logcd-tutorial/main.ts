import { ApiObject, App, Chart } from 'cdk8s';
import {
  DaemonProfile, FileSystemDaemon, FileSystemDaemonProps, HostPathType, MountPropagation, NodePlacement, SharedDirectory,
} from 'cdk8s-node-daemons';

const app = new App();

const tutorial: FileSystemDaemonProps = {
  name: 'logcd',
  profile: DaemonProfile.BARE,
  // Who may write all of /var/log may read any file of the node through a link.
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  podMetadata: { labels: { name: 'logcd' } },
  container: {
    name: 'logcd',
    image: 'alpine',
    args: ['/bin/sh', '-c', [
      'while true; do',
      '  tar czf /var/log/all-logs-`date +%F_%H-%M-%S`.tar.gz /var/log/*.log',
      '  sleep 60',
      'done\n',
    ].join('\n')],
  },
  directory: SharedDirectory.foreign('/var/log', { readOnly: false, volumeName: 'log' }),
};

// As the tutorial has it.
const logcd = new FileSystemDaemon(new Chart(app, 'tutorial'), 'logcd', tutorial);

// Only where production runs. The tutorial writes `nodeselector`, which no field is (ND104): here it does not compile.
new FileSystemDaemon(new Chart(app, 'tutorial-production'), 'logcd', {
  ...tutorial,
  placement: NodePlacement.exactly({ nodeSelector: { env: 'prod' } }),
});

// Its client; the tutorial's loop has a backslash between `>>` and the name, and writes nothing (ND603).
const labels = { app: 'client2' };
const client = new ApiObject(new Chart(app, 'tutorial-client'), 'client2', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'client2' },
  spec: {
    replicas: 7,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [{
          name: 'client2',
          image: 'alpine',
          args: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" >> /var/log/$HOSTNAME.log; sleep 15; done'],
        }],
      },
    },
  },
});
logcd.mountInto(client, '/var/log', { readOnly: false, type: HostPathType.UNCHECKED, propagation: MountPropagation.NONE, volumeName: 'log' });

app.synth();
