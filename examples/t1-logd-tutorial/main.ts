import { ApiObject, App, Chart } from 'cdk8s';
import { DaemonProfile, NodeAddress, NodeLocalExposure, TcpNodeDaemon } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorial has it: what arrives is lost with the pod, as /var/node_log lies on no volume (ND605), and the port is open on every address of
// the node (ND218).
const logd = new TcpNodeDaemon(new Chart(app, 'tutorial'), 'logd', {
  name: 'logd',
  profile: DaemonProfile.BARE,
  podMetadata: { labels: { name: 'logd' } },
  container: { name: 'logd', image: 'alpine', args: ['/bin/sh', '-c', 'nc -lk -p 6666 -e sh -c "cat >> /var/node_log"'] },
  port: 6666,
  exposure: NodeLocalExposure.hostPort(),
});

// Its client, with nothing but what the tutorial says; `connect` adds HOST_IP.
const labels = { name: 'client' };
const client = new ApiObject(new Chart(app, 'tutorial-client'), 'client', {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'client' },
  spec: {
    replicas: 7,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [{
          name: 'client',
          image: 'alpine',
          args: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" | nc $HOST_IP 6666; sleep 15; done'],
        }],
      },
    },
  },
});
logd.connect(client, { HOST_IP: NodeAddress.host() });

app.synth();
