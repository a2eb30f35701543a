import { Yaml } from 'cdk8s';
import { KubeProxyMode, KubeProxyOptions } from './options';
import { assertOneOfEnum } from '../../host/checked-type';
import { withoutUndefined } from '../../host/copy';
import { isCidr } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { ApiServerAddress } from '../../host/network/api-server-address';
import { assertList, assertPort, assertServer } from '../assert-values';

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The KubeProxyConfiguration. https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/ */
export function configuration(options: KubeProxyOptions, kubeconfigPath: string): string {
  const { mode, clusterCidrs, nodePortAddresses, healthPort, metricsAddress, settings = {} } = options;
  assertOneOfEnum('mode', mode, 'KubeProxyMode', KubeProxyMode);
  assertList('clusterCidrs', clusterCidrs, "['10.244.0.0/16']");
  assertList('nodePortAddresses', nodePortAddresses, "['10.0.0.0/8']");
  assertSettings(settings);
  assertConnection(settings);
  assertCidrs('clusterCidrs', clusterCidrs);
  assertCidrs('nodePortAddresses', nodePortAddresses);
  const families = clusterCidrs?.map(cidr => cidr.includes(':'));
  if (families !== undefined && new Set(families).size !== families.length) {
    throw invalid('clusterCidrs', 'one range for each family of addresses', clusterCidrs);
  }
  assertPort('healthPort', healthPort);
  const { clientConnection, ...further } = settings;
  return Yaml.stringify(withoutUndefined({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    clientConnection: { kubeconfig: kubeconfigPath, ...clientConnection },
    mode,
    clusterCIDR: clusterCidrs?.join(','),
    nodePortAddresses,
    healthzBindAddress: healthPort === undefined ? undefined : `${families?.[0] ? '[::]' : '0.0.0.0'}:${healthPort}`,
    metricsBindAddress: metricsAddress,
    ...further,
  }));
}

/** Who asks the API server, and where. */
export function kubeconfig({ host, port = 6443 }: ApiServerAddress): string {
  assertServer('host of apiServer', host);
  assertPort('port of apiServer', port);
  const name = 'default';
  return Yaml.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name, cluster: { 'certificate-authority': `${ACCOUNT}/ca.crt`, 'server': `https://${host.includes(':') ? `[${host}]` : host}:${port}` } }],
    'contexts': [{ name, context: { cluster: name, namespace: 'default', user: name } }],
    'current-context': name,
    'users': [{ name, user: { tokenFile: `${ACCOUNT}/token` } }],
  });
}

/** Refuses a version that a cluster does not serve. https://kubernetes.io/releases/version-skew-policy/#kube-proxy */
export function assertVersion({ version: written, mode, container }: KubeProxyOptions, kubernetesMinor: number | undefined): void {
  const ofImage = tagOf(container?.image);
  if (written !== undefined && minorOf(written) === undefined) {
    throw invalid('version of kube-proxy', "all of it, such as '1.35.2'", written);
  }
  if (written !== undefined && ofImage !== undefined && numbersOf(ofImage) !== numbersOf(written)) {
    throw invalid('version of kube-proxy', `that of its image, '${ofImage}'`, written, 'leave one of them out');
  }
  const version = written ?? ofImage;
  const minor = minorOf(version) ?? NaN;
  if (kubernetesMinor !== undefined && (minor > kubernetesMinor || minor < kubernetesMinor - 3)) {
    throw invalid('version of kube-proxy', `1.${kubernetesMinor}, that of the cluster, or up to three minor versions older`, version);
  }
  if (minor < 29) {
    throw invalid('version of kube-proxy', '1.29 or later, which can be set up apart from its running', version);
  }
  if (mode === KubeProxyMode.NFTABLES && minor < 31) {
    throw invalid('mode of kube-proxy', 'iptables before version 1.31', mode, `version is ${version}`);
  }
}

function minorOf(version: string | undefined): number | undefined {
  const [, minor] = /^v?1\.([0-9]+)\.[0-9]+/.exec(version ?? '') ?? [];
  return minor === undefined ? undefined : Number(minor);
}

const numbersOf = (version: string) => /1\.[0-9]+\.[0-9]+/.exec(version)?.[0];

/** A version in the tag of an image; undefined where the tag says none, as a digest does. */
function tagOf(image: string | undefined): string | undefined {
  return typeof image === 'string' ? /:(v?1\.[0-9]+\.[0-9]+[^:/@]*)(@.*)?$/.exec(image)?.[1] : undefined;
}

/** Fields of its configuration on Linux; of those with a prop, the prop. kube-proxy says of an unknown one in its log alone. */
const FIELDS: { readonly [field: string]: string | undefined } = {
  bindAddress: undefined,
  bindAddressHardFail: undefined,
  clientConnection: undefined,
  clusterCIDR: 'clusterCidrs',
  configSyncPeriod: undefined,
  conntrack: undefined,
  detectLocal: undefined,
  detectLocalMode: undefined,
  enableProfiling: undefined,
  featureGates: undefined,
  healthzBindAddress: 'healthPort',
  hostnameOverride: undefined,
  iptables: undefined,
  ipvs: undefined,
  logging: undefined,
  metricsBindAddress: 'metricsAddress',
  mode: 'mode',
  nftables: undefined,
  nodePortAddresses: 'nodePortAddresses',
  oomScoreAdj: undefined,
  showHiddenMetricsForVersion: undefined,
};

function assertSettings(settings: { readonly [field: string]: any }): void {
  for (const field of Object.keys(settings)) {
    if (!Object.keys(FIELDS).includes(field)) {
      throw invalid('settings of kube-proxy', `fields of its configuration (${Object.keys(FIELDS).filter(name => FIELDS[name] === undefined).join(', ')})`, field);
    }
    if (FIELDS[field] !== undefined) {
      throw invalid('settings of kube-proxy', 'without what has a prop', field, `write ${FIELDS[field]}`);
    }
  }
}

function assertConnection({ clientConnection }: { readonly [field: string]: any }): void {
  if (clientConnection?.kubeconfig !== undefined) {
    throw invalid('clientConnection of kube-proxy', 'without a kubeconfig', clientConnection.kubeconfig, 'write apiServer, from which it is made');
  }
}

function assertCidrs(what: string, cidrs: readonly string[] | undefined): void {
  cidrs?.forEach(cidr => {
    if (!isCidr(cidr)) {
      throw invalid(what, "ranges of addresses, such as '10.244.0.0/16'", cidr);
    }
  });
}
