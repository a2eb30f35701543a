import { KubeRbacProxyOptions, ProxyResource } from './kube-rbac-proxy-options';
import { Listener } from './listener';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { Probe } from '../../host/probe';
import { SecurityContext } from '../../host/security-context';
import { VolumeSource } from '../../host/volume-source';
import { IMAGES } from '../images';

/** Where the proxy's Secret is mounted. */
const TLS = '/etc/kube-rbac-proxy/tls';
const CONFIG = '/etc/kube-rbac-proxy/config/config.json';

/**
 * kube-rbac-proxy before a program that listens on loopback (flags of 0.22).
 * @see https://github.com/brancz/kube-rbac-proxy
 */
export function kubeRbacProxy(
  options: KubeRbacProxyOptions, { scraped: port, number: upstreamPort, isOnEveryAddress }: Listener, { hardened }: AgentContext,
): Pick<AgentConfig, 'sidecars' | 'apiAccess' | 'configFiles'> {
  const { container = {}, tlsSecretName, tlsCipherSuites = [], tlsMinVersion, resource, ignorePaths = [], allowPaths = [] } = options;
  if (ignorePaths.length > 0 && allowPaths.length > 0) {
    throw invalid('paths of kube-rbac-proxy', 'ignorePaths or allowPaths, one of the two', { ignorePaths, allowPaths });
  }
  assertProxy(options);
  if (upstreamPort === port.number) {
    throw invalid('upstreamPort of kube-rbac-proxy', `another than the port that is scraped, ${port.number}`, upstreamPort);
  }
  const name = container.name ?? 'kube-rbac-proxy';
  const program: DaemonContainer = {
    name,
    image: IMAGES.kubeRbacProxy,
    args: [
      // Brackets belong around an address of IPv6, and do no harm around one of IPv4.
      `--secure-listen-address=${isOnEveryAddress ? '' : '[$(IP)]'}:${port.number}`,
      ...tlsSecretName === undefined ? [] : [`--tls-cert-file=${TLS}/tls.crt`, `--tls-private-key-file=${TLS}/tls.key`],
      ...tlsCipherSuites.length === 0 ? [] : [`--tls-cipher-suites=${tlsCipherSuites.join(',')}`],
      ...tlsMinVersion === undefined ? [] : [`--tls-min-version=${tlsMinVersion}`],
      ...resource === undefined ? [] : [`--config-file=${CONFIG}`],
      ...ignorePaths.length === 0 ? [] : [`--ignore-paths=${ignorePaths.join(',')}`],
      ...allowPaths.length === 0 ? [] : [`--allow-paths=${allowPaths.join(',')}`],
      `--upstream=http://127.0.0.1:${upstreamPort}/`,
    ],
    env: isOnEveryAddress ? {} : { IP: EnvValue.POD_IP },
    ports: [port],
    volumes: tlsSecretName === undefined ? [] : [{ name: 'proxy-tls', mountPath: TLS, source: VolumeSource.secret(tlsSecretName), readOnly: true }],
    ...hardened ? {
      // Its user is a number in the image too; with it the kubelet knows that it is not root.
      securityContext: SecurityContext.restricted({ runAsUser: 65532, runAsGroup: 65532, readOnlyRootFilesystem: true }),
      readinessProbe: Probe.tcpSocket({ portName: port.name }),
      livenessProbe: Probe.tcpSocket({ portName: port.name }),
      resources: { requests: { cpu: '10m', memory: '20Mi' }, limits: { memory: '40Mi' } },
    } : {},
  };
  return {
    sidecars: [mergeContainer(program, container)],
    configFiles: resource === undefined ? [] : [ConfigFile.text(CONFIG, authorizationFile(resource), { containers: [name], key: 'kube-rbac-proxy.json' })],
    apiAccess: [
      ApiAccess.rule({ apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }),
      ApiAccess.rule({ apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] }),
    ],
  };
}

/** Refuses what the proxy does not start with, and paths that no request has. */
function assertProxy({ tlsMinVersion, tlsCipherSuites = [], ignorePaths = [], allowPaths = [] }: KubeRbacProxyOptions): void {
  if (tlsMinVersion !== undefined && !/^VersionTLS1[0-3]$/.test(tlsMinVersion)) {
    throw invalid('tlsMinVersion of kube-rbac-proxy', "a version of TLS as Go calls it, such as 'VersionTLS13'", tlsMinVersion);
  }
  const suite = tlsCipherSuites.find(name => !/^TLS_[A-Z0-9_]+$/.test(name));
  if (suite !== undefined) {
    throw invalid('tlsCipherSuites of kube-rbac-proxy', "names of cipher suites as Go calls them, such as 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'", suite);
  }
  const path = [...ignorePaths, ...allowPaths].find(one => !one.startsWith('/'));
  if (path !== undefined) {
    throw invalid('paths of kube-rbac-proxy', 'absolute', path, `write '/${path}'`);
  }
}

function authorizationFile({ resource, subresource, apiGroup, apiVersion = 'v1', namespace, name }: ProxyResource): string {
  return `${JSON.stringify({ authorization: { resourceAttributes: { apiGroup, apiVersion, resource, subresource, namespace, name } } }, undefined, 2)}\n`;
}
