import { NodeLocalDnsOptions } from './options';

/** What node-cache itself puts in: the address of the Service in front of the cluster's DNS, and the servers of the node. */
const CLUSTER_DNS = '__PILLAR__CLUSTER__DNS__';
const UPSTREAM_SERVERS = '__PILLAR__UPSTREAM__SERVERS__';

/** The configuration of the cache (CoreDNS, as node-cache 1.26 has it). */
export function corefile(options: NodeLocalDnsOptions, addresses: readonly string[], ports: { readonly metrics: number; readonly health: number }): string {
  const { clusterDomain = 'cluster.local', upstreamServers = [UPSTREAM_SERVERS], stubDomains = {} } = options;
  const [local] = addresses;
  const zone = (name: string, cache: string[], forward: string[], further: string[] = []) => [
    `${name}:53 {`,
    ...[
      'errors', ...cache, 'reload', 'loop', `bind ${addresses.join(' ')}`, ...forward, `prometheus :${ports.metrics}`, ...further,
    ].map(line => `    ${line}`),
    '}',
  ];
  // By TCP, so that no lost packet costs five seconds and no entry of the connection table.
  const toCluster = [`forward . ${CLUSTER_DNS} {`, '    force_tcp', '}'];
  const healthOf = local.includes(':') ? `[${local}]` : local;
  return [
    // One zone alone: a second would want the same address.
    ...zone(clusterDomain, ['cache {', '    success 9984 30', '    denial 9984 5', '}'], toCluster, [`health ${healthOf}:${ports.health}`]),
    ...['in-addr.arpa', 'ip6.arpa'].flatMap(name => zone(name, ['cache 30'], toCluster)),
    ...Object.entries(stubDomains).flatMap(([name, servers]) => zone(name, ['cache 30'], [`forward . ${servers.join(' ')}`])),
    ...zone('.', ['cache 30'], [`forward . ${upstreamServers.join(' ')}`]),
    '',
  ].join('\n');
}
