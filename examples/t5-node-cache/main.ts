import { App, Chart } from 'cdk8s';
import {
  ConfigFile, DaemonDefaults, DaemonNamespace, NodeAddress, NodeLocalExposure, NodePlatform, NodePriority, SecurityContext, TcpNodeDaemon,
} from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
DaemonDefaults.on(app, { platform: NodePlatform.standard({ kubernetes: '1.35' }) });
const { name: namespace } = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'node-local' });

// A cache for the pods of each node. That of another node would be slower than none and holds other entries: while the own one is not there,
// clients go without.
const cache = new TcpNodeDaemon(new Chart(app, 'cache', { namespace }), 'cache', {
  name: 'cache',
  priority: NodePriority.custom('node-agents'),
  container: {
    image: 'docker.io/valkey/valkey:8.1.4',
    // Nothing is kept on disk, and the limit of the container is never met.
    args: ['--save', '', '--maxmemory', '768mb', '--maxmemory-policy', 'allkeys-lru'],
    securityContext: SecurityContext.restricted({ runAsUser: 999, runAsGroup: 999 }),
    resources: { requests: { cpu: '50m', memory: '1Gi' }, limits: { memory: '1Gi' } },
  },
  port: 6379,
  exposure: NodeLocalExposure.localService(),
});

// The proxy of a service mesh, one for all pods of the node. Any other node's does the same, and takes over while it is not there.
const proxy = new TcpNodeDaemon(new Chart(app, 'mesh-proxy', { namespace }), 'proxy', {
  name: 'mesh-proxy',
  priority: NodePriority.custom('node-agents'),
  configFiles: [ConfigFile.text('/etc/envoy/envoy.json', `${JSON.stringify(proxyTo('orders.shop.svc.cluster.local', 80), null, 2)}\n`)],
  container: {
    image: 'docker.io/envoyproxy/envoy:distroless-v1.36.2',
    args: ['--config-path', '/etc/envoy/envoy.json'],
    securityContext: SecurityContext.restricted({ runAsUser: 65532, runAsGroup: 65532 }),
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  },
  port: 15001,
  exposure: NodeLocalExposure.preferSameNode(),
});

const client = new kplus.Deployment(new Chart(app, 'client', { namespace: 'shop' }), 'shop', {
  replicas: 7,
  containers: [{ name: 'shop', image: 'registry.example.com/shop:3.1.4', portNumber: 8080 }],
});
cache.connect(client, { CACHE_URL: NodeAddress.url('redis') });
proxy.connect(client, { ORDERS_URL: NodeAddress.url('http', { path: '/orders' }) });

app.synth();

/** What Envoy does: it tries again what did not reach the Service. */
function proxyTo(host: string, port: number): object {
  const type = (name: string) => `type.googleapis.com/envoy.extensions.filters.${name}`;
  const router = { name: 'envoy.filters.http.router', typed_config: { '@type': type('http.router.v3.Router') } };
  const route = { cluster: 'service', retry_policy: { retry_on: 'connect-failure,refused-stream', num_retries: 2 } };
  const connections = {
    '@type': type('network.http_connection_manager.v3.HttpConnectionManager'),
    'stat_prefix': 'outbound',
    'route_config': { virtual_hosts: [{ name: 'service', domains: ['*'], routes: [{ match: { prefix: '/' }, route }] }] },
    'http_filters': [router],
  };
  return {
    static_resources: {
      listeners: [{
        name: 'outbound',
        address: { socket_address: { address: '0.0.0.0', port_value: 15001 } },
        filter_chains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: connections }] }],
      }],
      clusters: [{
        name: 'service',
        type: 'STRICT_DNS',
        load_assignment: { cluster_name: 'service', endpoints: [{ lb_endpoints: [{ endpoint: { address: { socket_address: { address: host, port_value: port } } } }] }] },
      }],
    },
  };
}
