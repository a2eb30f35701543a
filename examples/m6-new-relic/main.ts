import { App, Chart } from 'cdk8s';
import { DaemonNamespace, MetricsAgent, NodeExporter, NodePlatform, SecretValue } from 'cdk8s-node-daemons';

const app = new App();
const platform = NodePlatform.standard({ kubernetes: '1.35', cluster: 'production' });

// The licence key is a key of a Secret; its text is nowhere.
const licenseKey = SecretValue.key('newrelic', 'licenseKey');

// To measure the node the agent is privileged, and somebody has to say why.
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'newrelic', platform });
new NodeExporter(new Chart(app, 'privileged', { namespace: namespace.name }), 'agent', {
  name: 'newrelic',
  platform,
  acknowledge: [{ id: 'ND401', reason: 'New Relic measures CPU, disks and processes of the node in no other way' }],
  agent: MetricsAgent.newRelic({
    licenseKey,
    displayName: 'production: $(NODE_NAME)',
    customAttributes: { team: 'platform' },
    processMetrics: true,
    sampleRates: { system: 15, storage: 60, network: 60, process: 60 },
    kubelet: { interval: '30s' },
  }),
});

// Without metrics of the node it is not root and mounts nothing of the node: pods, containers and volumes are the kubelet's to tell.
new NodeExporter(new Chart(app, 'unprivileged', { namespace: 'newrelic-unprivileged' }), 'agent', {
  name: 'newrelic',
  platform,
  agent: MetricsAgent.newRelic({ licenseKey, hostMetrics: false }),
});

app.synth();
