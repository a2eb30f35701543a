import { App, Chart } from 'cdk8s';
import { CollectdOutput, CollectdPlugin, MetricsAgent, Monitor, NodeExporter, SecretValue } from 'cdk8s-node-daemons';

const app = new App();

// The simplest: what is usual of a node, scraped by Prometheus.
new NodeExporter(new Chart(app, 'prometheus', { namespace: 'monitoring' }), 'collectd', {
  name: 'collectd',
  agent: MetricsAgent.collectd({ container: { image: 'registry.example.com/collectd:5.12' } }),
  monitor: Monitor.serviceAnnotations(),
});

// Some programs of the node and all of its file systems but one, for another collectd and for Graphite.
new NodeExporter(new Chart(app, 'servers', { namespace: 'monitoring' }), 'collectd', {
  name: 'collectd',
  agent: MetricsAgent.collectd({
    container: { image: 'registry.example.com/collectd:5.12' },
    interval: 30,
    plugins: [
      CollectdPlugin.cpu({ byCpu: false, percentage: true }),
      CollectdPlugin.memory(),
      CollectdPlugin.df({ exclude: { mountPoints: ['/boot/efi'], types: ['tmpfs', 'overlay', '/^nfs/'] }, percentage: true }),
      CollectdPlugin.processes({ programs: ['kubelet', 'containerd'], interval: 60 }),
      CollectdPlugin.custom('hugepages', { lines: ['ReportPerNodeHP true'] }),
    ],
    outputs: [
      CollectdOutput.network({
        servers: [{
          host: 'collectd.example.com',
          username: SecretValue.key('collectd', 'username'),
          password: SecretValue.key('collectd', 'password'),
        }],
      }),
      CollectdOutput.graphite({ host: 'graphite.monitoring', prefix: 'nodes.' }),
    ],
  }),
});

app.synth();
