import { MetricbeatKubeletOptions } from './module-options';
import { AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { withoutUndefined } from '../../host/copy';
import { IpFamily } from '../../host/ip-family';

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** The kubernetes module as metricbeat.yml has it. The kubelet is asked at the node's address, which every cluster can reach by no name. */
export function kubeletModule(options: MetricbeatKubeletOptions, { hardened, platform }: AgentContext, isVersion7: boolean): object {
  const { metricsets = ['container', 'node', 'pod', 'system', 'volume'], port = 10250, caFile, addMetadata = true, addWorkloads = false } = options;
  const host = platform.ipFamily === IpFamily.IPV6 ? '[${NODE_IP}]' : '${NODE_IP}';
  return withoutUndefined({
    module: 'kubernetes',
    metricsets,
    period: options.period ?? (hardened ? '10s' : undefined),
    hosts: [`https://${host}:${port}`],
    bearer_token_file: TOKEN,
    ...caFile === undefined ? { 'ssl.verification_mode': 'none' } : { 'ssl.certificate_authorities': [caFile] },
    // Without it, it looks for its node among all pods.
    [isVersion7 ? 'host' : 'node']: '${NODE_NAME}',
    add_metadata: addMetadata,
    add_resource_metadata: addMetadata ? { deployment: addWorkloads, cronjob: addWorkloads } : undefined,
    // It would read a ConfigMap of kube-system for the name of the cluster.
    use_kubeadm: false,
  });
}

/**
 * What the module asks for.
 * https://github.com/elastic/beats/blob/main/metricbeat/module/kubernetes/util/kubernetes.go
 */
export function kubeletAccess({ addMetadata = true, addWorkloads = false }: MetricbeatKubeletOptions): ApiAccess[] {
  return [
    ApiAccess.rule({ resources: ['nodes/stats'], verbs: ['get'] }),
    ...addMetadata ? [ApiAccess.read('', 'nodes', 'namespaces', 'pods')] : [],
    ...addWorkloads ? [ApiAccess.read('apps', 'replicasets'), ApiAccess.read('batch', 'jobs')] : [],
  ];
}
