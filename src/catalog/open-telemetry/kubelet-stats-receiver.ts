import { Component, written } from './component';
import { KubeletStatsOptions } from './kubelet-stats';
import { KUBELET_METRICS, switches } from './metric-names';
import { AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { assertAbsolute } from '../../host/paths';
import { assertGoDuration } from '../go-values';

const NODE_NAME = '${env:OTEL_K8S_NODE_NAME}';
const NODE_IP = '${env:OTEL_K8S_NODE_IP}';

/** Refuses options that could never be right. */
export function assertKubeletStats({ collectionInterval, endpoint, metrics, caFile, insecureSkipVerify }: KubeletStatsOptions): void {
  assertGoDuration('collectionInterval of the kubelet', collectionInterval);
  switches('metric of the kubelet', KUBELET_METRICS, metrics);
  if (endpoint !== undefined && !/^(https:\/\/)?[^/\s]+:[^/\s:]+$/.test(endpoint)) {
    throw invalid('endpoint of the kubelet', "an address with a port, such as 'https://${env:OTEL_K8S_NODE_IP}:10250'", endpoint);
  }
  if (caFile !== undefined) {
    assertAbsolute('caFile of the kubelet', caFile);
    if (insecureSkipVerify === true) {
      throw invalid('caFile of the kubelet', 'left out with insecureSkipVerify, which looks at no certificate', caFile);
    }
  }
}

/** The receiver of what the kubelet counts, and what its account must be allowed; it never needs `nodes/proxy`. */
export function kubeletStats(options: KubeletStatsOptions, context: AgentContext): Component {
  const { metrics = {}, extraMetadata = [], volumeClaims = false, allInterfaces } = options;
  const on = Object.keys(metrics).filter(metric => metrics[metric]);
  const needsPods = extraMetadata.length > 0 || on.some(metric => /_(request|limit)_utilization$/.test(metric));
  const needsNode = on.some(metric => /\.node\.utilization$/.test(metric));
  if (needsPods) {
    assertPodsTold(context);
  }
  const config = written({
    auth_type: 'serviceAccount',
    // Names of nodes resolve in few clusters.
    endpoint: options.endpoint ?? `https://${context.platform.ipFamily === IpFamily.IPV6 ? `[${NODE_IP}]` : NODE_IP}:10250`,
    collection_interval: options.collectionInterval,
    // Most kubelets vouch for themselves: https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/#certificate-rotation
    insecure_skip_verify: options.insecureSkipVerify ?? (context.hardened && options.caFile === undefined ? true : undefined),
    ca_file: options.caFile,
    metric_groups: options.metricGroups,
    metrics: switches('metric of the kubelet', KUBELET_METRICS, options.metrics),
    extra_metadata_labels: extraMetadata.length === 0 ? undefined : extraMetadata,
    node: needsNode ? NODE_NAME : undefined,
    k8s_api_config: needsNode || volumeClaims ? { auth_type: 'serviceAccount' } : undefined,
    collect_all_network_interfaces: allInterfaces === undefined ? undefined : { pod: allInterfaces, node: allInterfaces },
  });
  return {
    name: 'kubeletstats',
    config,
    signals: ['metrics'],
    apiAccess: [
      get('nodes/stats', ...needsPods ? ['nodes/pods'] : [], ...volumeClaims ? ['persistentvolumeclaims', 'persistentvolumes'] : []),
      ...needsNode ? [ApiAccess.read('', 'nodes')] : [],
    ],
  };
}

/** https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#fine-grained-authorization */
function assertPodsTold({ platform, options }: AgentContext): void {
  const { kubernetesMinor } = platform;
  const mayProxy = options.apiAccess?.some(access => access._toWire().resources?.includes('nodes/proxy'));
  if (kubernetesMinor !== undefined && kubernetesMinor < 33 && mayProxy !== true) {
    throw invalid('what the kubelet tells of pods', 'asked for from Kubernetes 1.33 on, where nodes/pods suffices', `1.${kubernetesMinor}`,
      'leave out extraMetadata and the metrics of requests and limits, or grant nodes/proxy in apiAccess, with which one may run programs in every container');
  }
}

function get(...resources: string[]): ApiAccess {
  return ApiAccess.rule({ verbs: ['get'], resources });
}
