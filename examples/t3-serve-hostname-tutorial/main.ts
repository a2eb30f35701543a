import { App, Chart } from 'cdk8s';
import { DaemonProfile, NodeDaemon } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorial has it. It publishes no port, so that it is a NodeDaemon: clients must know the number, and reach a pod by its own address.
new NodeDaemon(new Chart(app, 'tutorial'), 'daemons-demo', {
  name: 'daemons-demo',
  profile: DaemonProfile.BARE,
  podMetadata: { labels: { demo: 'daemons' } },
  container: { image: 'gcr.io/google_containers/serve_hostname:1.1' },
});

app.synth();
