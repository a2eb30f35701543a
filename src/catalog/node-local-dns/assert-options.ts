import { NodeLocalDnsOptions } from './options';
import { AgentContext } from '../../core/agent-config';
import { isDnsSubdomain, isIpAddress } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { assertPort } from '../assert-values';
import { KubeProxyMode } from '../kube-proxy/options';

/** Refuses what leaves a node without DNS. */
export function assertNodeLocalDns(options: NodeLocalDnsOptions, context: AgentContext): void {
  const { kubeProxyMode, clusterDns, localIp, metricsPort, healthPort, clusterDomain } = options;
  if (kubeProxyMode === KubeProxyMode.IPVS && clusterDns !== undefined) {
    throw invalid('clusterDns', 'left out with KubeProxyMode.IPVS, where kube-proxy has that address', clusterDns, 'let the kubelets name localIp as clusterDNS');
  }
  if (kubeProxyMode !== KubeProxyMode.IPVS && clusterDns === undefined) {
    throw invalid('clusterDns', 'given: the address of the Service of the cluster\'s DNS', clusterDns,
      "read it with kubectl -n kube-system get service kube-dns and write clusterDns: '10.96.0.10', or kubeProxyMode: KubeProxyMode.IPVS");
  }
  for (const [what, address] of Object.entries({ clusterDns, localIp })) {
    if (address !== undefined && !isIpAddress(address)) {
      throw invalid(what, "one address, such as '169.254.20.10'", address);
    }
  }
  if (clusterDns !== undefined && clusterDns.includes(':') !== (localIp ?? '').includes(':')) {
    throw invalid('localIp', 'of the family of clusterDns', localIp ?? '169.254.20.10', clusterDns.includes(':') ? "write localIp: 'fd00::10'" : undefined);
  }
  assertDomains(clusterDomain, options);
  assertPort('metricsPort', metricsPort);
  assertPort('healthPort', healthPort);
  assertReachable(options, context);
}

function assertDomains(clusterDomain: string | undefined, { stubDomains = {}, upstreamServers = [] }: NodeLocalDnsOptions): void {
  for (const domain of [...clusterDomain === undefined ? [] : [clusterDomain], ...Object.keys(stubDomains)]) {
    if (!isDnsSubdomain(domain)) {
      throw invalid('domain', "a lower-case DNS name such as 'cluster.local'", domain);
    }
  }
  const own = [clusterDomain ?? 'cluster.local', 'in-addr.arpa', 'ip6.arpa'];
  const twice = Object.keys(stubDomains).find(domain => own.includes(domain));
  if (twice !== undefined) {
    throw invalid('stubDomains', 'other domains than those of the cluster', twice);
  }
  for (const [what, servers] of [['upstreamServers', upstreamServers], ...Object.entries(stubDomains)] as [string, string[]][]) {
    if (what !== 'upstreamServers' && servers.length === 0) {
      throw invalid(`servers of '${what}'`, "given, such as ['10.0.0.53']", servers);
    }
    const wrong = servers.find(server => !/^(\[.+\]|[0-9.]+):[0-9]+$/.test(server) && !isIpAddress(server) && server !== '/etc/resolv.conf');
    if (wrong !== undefined) {
      throw invalid(what === 'upstreamServers' ? what : `servers of '${what}'`, "addresses such as '10.0.0.53' or '10.0.0.53:5353'", wrong,
        'a name would have to be looked up where this cache is the DNS');
    }
  }
}

/** The Service and its variable are those of the pod's own namespace. */
function assertReachable({ dnsPods }: NodeLocalDnsOptions, { hardened, namespace, options }: AgentContext): void {
  if (hardened && dnsPods === undefined && namespace !== 'kube-system') {
    throw invalid('namespace of node-local DNS', "'kube-system', where the pods of the cluster's DNS are", namespace,
      "write new Chart(app, 'id', { namespace: 'kube-system' }), or give dnsPods where they are elsewhere");
  }
  if (options.enableServiceLinks === false) {
    throw invalid('enableServiceLinks', "left out, as the cache finds the cluster's DNS by the variable KUBE_DNS_UPSTREAM_SERVICE_HOST", false);
  }
}
