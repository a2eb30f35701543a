import { NodeLocalDnsOptions } from './options';
import { AgentContext } from '../../core/agent-config';
import { assertFields, assertOneOfEnum } from '../../host/checked-type';
import { isDnsSubdomain, isIpAddress } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { assertList, assertPort } from '../assert-values';
import { KubeProxyMode } from '../kube-proxy/options';

const LOCAL_IP = '169.254.20.10';
const UNSPECIFIED = ['0.0.0.0', '::'];

/** Refuses what leaves a node without DNS. */
export function assertNodeLocalDns(options: NodeLocalDnsOptions, context: AgentContext): void {
  const { kubeProxyMode, clusterDns, localIp, metricsPort, healthPort, clusterDomain } = options;
  assertOneOfEnum('kubeProxyMode', kubeProxyMode, 'KubeProxyMode', KubeProxyMode);
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
  assertOwnAddress(options);
  if (clusterDns !== undefined && clusterDns.includes(':') !== (localIp ?? '').includes(':')) {
    throw invalid('localIp', 'of the family of clusterDns', localIp ?? '169.254.20.10', clusterDns.includes(':') ? "write localIp: 'fd00::10'" : undefined);
  }
  assertDomains(clusterDomain, options);
  assertServers(options);
  assertPort('metricsPort', metricsPort);
  assertPort('healthPort', healthPort);
  assertReachable(options, context);
}

/** An address that another has, or that is none of one machine. */
function assertOwnAddress({ clusterDns, localIp }: NodeLocalDnsOptions): void {
  if (localIp !== undefined && (localIp === clusterDns || UNSPECIFIED.includes(localIp))) {
    throw invalid('localIp', 'an address that nothing else has', localIp, `leave it out: ${LOCAL_IP}`);
  }
}

function assertDomains(clusterDomain: string | undefined, { stubDomains = {} }: NodeLocalDnsOptions): void {
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
}

/** Servers for names outside of the cluster: others than the cache itself and who asks it. */
function assertServers({ clusterDns, localIp = LOCAL_IP, stubDomains = {}, upstreamServers }: NodeLocalDnsOptions): void {
  const lists = { ...upstreamServers === undefined ? {} : { upstreamServers }, ...prefixed(stubDomains) };
  for (const [what, servers] of Object.entries(lists)) {
    assertList(what, servers, "['10.0.0.53']");
    if (servers.length === 0) {
      throw invalid(what, "given, such as ['10.0.0.53']", servers, what === 'upstreamServers' ? 'leave it out for those of the node' : undefined);
    }
    const wrong = servers.find(server => addressOf(server) === undefined && server !== '/etc/resolv.conf');
    if (wrong !== undefined) {
      throw invalid(what, "addresses such as '10.0.0.53' or '10.0.0.53:5353'", wrong, 'a name would have to be looked up where this cache is the DNS');
    }
    const own = servers.find(server => [clusterDns, localIp].includes(addressOf(server)));
    if (own !== undefined) {
      throw invalid(what, 'other servers than this cache, which would ask itself', own, "write those of the network, such as '10.0.0.53'");
    }
  }
}

const prefixed = (domains: { readonly [domain: string]: string[] }) =>
  Object.fromEntries(Object.entries(domains).map(([domain, servers]) => [`servers of '${domain}'`, servers]));

/** The address of a server that may have a port; undefined where it is neither. */
function addressOf(server: string): string | undefined {
  if (isIpAddress(server)) {
    return server;
  }
  const [, v6, v4, port] = /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):([0-9]{1,5})$/i.exec(server) ?? [];
  const address = v6 ?? v4;
  return address !== undefined && isIpAddress(address) && Number(port) >= 1 && Number(port) <= 65535 ? address : undefined;
}

/** The Service and its variable are those of the pod's own namespace. */
function assertReachable({ dnsPods }: NodeLocalDnsOptions, { hardened, namespace, options }: AgentContext): void {
  assertFields('dnsPods', dnsPods, "{ 'k8s-app': 'kube-dns' }");
  if (dnsPods !== undefined && Object.keys(dnsPods).length === 0) {
    throw invalid('dnsPods', "labels of the pods of the cluster's DNS, such as { 'k8s-app': 'kube-dns' }", dnsPods, 'leave it out for these');
  }
  if (hardened && dnsPods === undefined && namespace !== 'kube-system') {
    throw invalid('namespace of node-local DNS', "'kube-system', where the pods of the cluster's DNS are", namespace,
      "write new Chart(app, 'id', { namespace: 'kube-system' }), or give dnsPods where they are elsewhere");
  }
  if (options.enableServiceLinks === false) {
    throw invalid('enableServiceLinks', "left out, as the cache finds the cluster's DNS by the variable KUBE_DNS_UPSTREAM_SERVICE_HOST", false);
  }
}
