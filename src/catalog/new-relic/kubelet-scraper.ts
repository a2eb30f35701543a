import { Yaml } from 'cdk8s';
import { DEFAULT_PORT } from './assert-options';
import { NewRelicOptions } from './options';
import { AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { withoutUndefined } from '../../host/copy';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { HostPath } from '../../host/host-path';
import { SecurityContext } from '../../host/security-context';
import { IMAGES } from '../images';

/** What the agent's pod has for the kubelet. */
export interface KubeletScraper {
  readonly sidecar: DaemonContainer;
  readonly configFile: ConfigFile;
  readonly apiAccess: ApiAccess[];
}

/**
 * nri-kubernetes, which asks the kubelet and hands what it says to the agent (read at 4.5).
 * @see https://github.com/newrelic/nri-kubernetes
 */
export function kubeletScraper(options: NewRelicOptions, clusterName: string, hostMetrics: boolean | undefined, context: AgentContext): KubeletScraper {
  const { port = DEFAULT_PORT, verbose, kubelet = {} } = options;
  const { interval = '15s', timeout, retries, namespaceLabels, legacyKubeletAuthorization = false } = kubelet;
  const { hardened, platform: { kubernetesMinor } } = context;
  // Kubelets before 1.33 give the list of pods and /healthz only for nodes/proxy.
  const asksApiServer = kubernetesMinor !== undefined && kubernetesMinor < 33 && !legacyKubeletAuthorization;
  const program: DaemonContainer = {
    name: 'nri-kubernetes',
    image: IMAGES.nriKubernetes,
    env: {
      NRI_KUBERNETES_SINK_HTTP_PORT: EnvValue.text(String(port)),
      NRI_KUBERNETES_CLUSTERNAME: EnvValue.text(clusterName),
      NRI_KUBERNETES_NODENAME: EnvValue.NODE_NAME,
      NRI_KUBERNETES_NODEIP: EnvValue.HOST_IP,
      ...asksApiServer ? {
        NRI_KUBERNETES_KUBELET_FETCHPODSFROMKUBESERVICE: EnvValue.text('true'),
        NRI_KUBERNETES_TESTCONNECTIONENDPOINT: EnvValue.text('/metrics'),
      } : {},
      ...verbose === undefined ? {} : { NRI_KUBERNETES_VERBOSE: EnvValue.text(String(verbose)) },
    },
    // The routes of the node, of which it reports the default interface.
    hostPaths: hostMetrics === true ? [HostPath.readOnly('/proc', { mountPath: '/host/proc' })] : [],
    ...hardened ? {
      securityContext: SecurityContext.restricted({ runAsUser: 1000, runAsGroup: 2000, readOnlyRootFilesystem: true }),
      resources: { requests: { cpu: '100m', memory: '150Mi' }, limits: { memory: '300Mi' } },
    } : {},
  };
  const sidecar = mergeContainer(program, kubelet.container ?? {});
  const settings = withoutUndefined({
    interval,
    // Certificates of a new kubelet may take minutes to come.
    kubelet: withoutUndefined({ enabled: true, timeout, retries, ...hardened ? { initTimeout: '180s', initBackoff: '5s' } : {} }),
    namespaceSelector: namespaceLabels && { matchLabels: namespaceLabels },
  });
  return {
    sidecar,
    configFile: ConfigFile.text('/etc/newrelic-infra/nri-kubernetes.yml', Yaml.stringify(settings), { containers: [sidecar.name!] }),
    apiAccess: [
      ApiAccess.rule({ resources: ['nodes/metrics', 'nodes/stats', ...asksApiServer ? [] : legacyKubeletAuthorization ? ['nodes/proxy'] : ['nodes/pods', 'nodes/healthz']], verbs: ['get'] }),
      ApiAccess.read('', 'nodes', ...asksApiServer ? ['pods'] : [], ...namespaceLabels === undefined ? [] : ['namespaces']),
    ],
  };
}
