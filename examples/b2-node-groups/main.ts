import { App, Chart } from 'cdk8s';
import {
  DaemonDefaults, NodeAddress, NodeExpression, NodeGroups, NodeLocalExposure, NodePlacement, NodePlatform, NodeTerm, Probe, SecurityContext, UpdateStrategy,
} from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
DaemonDefaults.on(app, { platform: NodePlatform.standard({ kubernetes: '1.35' }) });
const chart = new Chart(app, 'caches', { namespace: 'shop', disableResourceNameHashes: true });

const ZONE = 'topology.kubernetes.io/zone';
const nodes = (...conditions: NodeExpression[]) => NodePlacement.everyNode({ required: [NodeTerm.all(...conditions)] });
const memory = (size: string, limit: string) => ({ args: ['--save', '', '--maxmemory', size], resources: { requests: { cpu: '50m', memory: limit }, limits: { memory: limit } } });

// One cache for the machines of each zone. Synthesis proves that no machine is in two groups, whatever zones there will be: the third is for all others.
const caches = new NodeGroups(chart, 'cache', {
  name: 'cache',
  component: 'cache',
  container: {
    image: 'valkey/valkey:8.1',
    securityContext: SecurityContext.restricted({ runAsUser: 999, runAsGroup: 999 }),
    livenessProbe: Probe.tcpSocket({ port: 6379, periodSeconds: 20 }),
  },
  port: 6379,
  exposure: NodeLocalExposure.localService(),
  groups: {
    'zone-a': { placement: nodes(NodeExpression.in(ZONE, 'eu-central-1a')), container: memory('3gb', '4Gi') },
    'zone-b': { placement: nodes(NodeExpression.in(ZONE, 'eu-central-1b')), container: memory('768mb', '1Gi') },
    // The machines of these zones come and go; whoever drains one updates its cache.
    'elsewhere': {
      placement: nodes(NodeExpression.exists(ZONE), NodeExpression.notIn(ZONE, 'eu-central-1a', 'eu-central-1b')),
      container: memory('384mb', '512Mi'),
      updateStrategy: UpdateStrategy.onDelete(),
    },
  },
});

// It asks for machines with a zone, as a machine without one has no cache: with any other placement the checks would say so.
const shop = new kplus.Deployment(chart, 'shop', {
  containers: [{ image: 'registry.example.com/shop:1.4', port: 8080, securityContext: { user: 1000, group: 1000 } }],
});
shop.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.exists(ZONE)));
caches.connect(shop, { CACHE_URL: NodeAddress.url('redis') });

app.synth();
