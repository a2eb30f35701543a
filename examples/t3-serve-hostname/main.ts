import { App, Chart } from 'cdk8s';
import { NodeAddress, NodeLocalExposure, NodePlatform, NodePriority, SecurityContext, TcpNodeDaemon } from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

const app = new App();

// It says on which node it runs. The copy on the client's own node is asked first, and another one while that is not there.
const hostnames = new TcpNodeDaemon(new Chart(app, 'serve-hostname', { namespace: 'demo' }), 'daemons-demo', {
  name: 'daemons-demo',
  platform: NodePlatform.standard({ kubernetes: '1.35' }),
  priority: NodePriority.custom('node-agents'),
  container: {
    image: 'registry.k8s.io/e2e-test-images/agnhost:2.53',
    args: ['serve-hostname', '--port=9376'],
    securityContext: SecurityContext.restricted({ runAsUser: 65534, runAsGroup: 65534 }),
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '32Mi' } },
  },
  port: 9376,
  exposure: NodeLocalExposure.preferSameNode(),
});

const client = new kplus.Job(new Chart(app, 'client', { namespace: 'demo' }), 'client', {
  containers: [{
    name: 'client',
    image: 'docker.io/library/alpine:3.23.0',
    command: ['/bin/sh', '-c', 'wget -qO- "$HOSTNAMES"'],
    securityContext: { user: 65534, group: 65534 },
  }],
});
hostnames.connect(client, { HOSTNAMES: NodeAddress.url('http') });

app.synth();
