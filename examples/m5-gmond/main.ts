import { App, Chart } from 'cdk8s';
import { GmondReceiveChannel, GmondSendChannel, MetricsAgent, NodeExporter, NodePlacement } from 'cdk8s-node-daemons';

const app = new App();
const container = { image: 'registry.example.com/gmond:3.7.2' };
const cluster = { name: 'production', owner: 'platform team' };

// Every node sends to one address, where aggregators hear it; gmetad asks those.
const unicast = new Chart(app, 'unicast', { namespace: 'monitoring' });
new NodeExporter(unicast, 'gmond', {
  name: 'gmond',
  agent: MetricsAgent.gmond({ container, cluster, send: [GmondSendChannel.unicast('gmond-aggregator.monitoring')] }),
});
new NodeExporter(unicast, 'aggregator', {
  name: 'gmond-aggregator',
  placement: NodePlacement.everyNode({ nodeSelector: { 'example.com/ganglia': 'aggregator' } }),
  service: {},
  agent: MetricsAgent.gmond({
    container,
    cluster,
    mute: true,
    send: [],
    receive: [GmondReceiveChannel.unicast({ buffer: 10485760 })],
    tcpAccept: [{ acl: { allow: ['10.0.0.0/8'] } }],
  }),
});

// All nodes of one network hear each other; gmetad asks any of them. On ports of its own, beside the other one.
new NodeExporter(new Chart(app, 'multicast', { namespace: 'monitoring' }), 'gmond', {
  name: 'gmond-group',
  agent: MetricsAgent.gmond({
    container,
    cluster: { name: 'laboratory' },
    send: [GmondSendChannel.multicast({ port: 8650 })],
    tcpAccept: [{ port: 8650 }],
    location: 'rack 1',
  }),
});

app.synth();
