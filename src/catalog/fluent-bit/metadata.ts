import { matching, onOff } from './language';
import { AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { invalid } from '../../host/invalid';
import { MetadataModel } from '../../host/log/model';
import { LogPipeline } from '../log/pipeline';

/**
 * What of pods is added to the lines of their containers.
 * @see https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes
 */
export function metadataFilters({ sources, metadata: asked }: LogPipeline): object[] {
  return sources.filter(({ kind }) => kind === 'containers').flatMap(({ id }): object[] => {
    const filter = { name: 'kubernetes', ...matching([id]), kube_tag_prefix: `${id}.var.log.containers.` };
    // Until it can resolve the API server it does nothing else, by itself for three minutes, and would be restarted before.
    return asked === undefined ? [{ ...filter, use_tag_for_meta: 'on' }] : askedFor(asked).map(settings => ({ ...filter, ...settings, dns_wait_time: 5 }));
  });
}

function askedFor({ from, labels, annotations, namespaceLabels }: MetadataModel): object[] {
  const pod = { labels: onOff(labels), annotations: onOff(annotations), merge_log: 'off' };
  // An answer that is larger than its buffer is thrown away, and the lines have no labels.
  return from === 'apiServer' ? [{ ...pod, namespace_labels: onOff(namespaceLabels), buffer_size: '2M' }] : [
    {
      ...pod,
      'namespace_labels': 'off',
      'use_kubelet': 'on',
      'kubelet_host': '${HOST_IP}',
      'kubelet_port': 10250,
      // It answers with all pods of the node.
      'buffer_size': 0,
      // The certificate of a kubelet is in most clusters one that it has made for itself.
      'tls.verify': 'off',
    },
    // The kubelet knows no labels of namespaces; the API server is asked by a filter of its own, which looks at its certificate.
    ...namespaceLabels ? [{ namespace_metadata_only: 'on', namespace_labels: 'on', buffer_size: '2M' }] : [],
  ];
}

/** It asks for one pod and one namespace by their names; the kubelet it asks for /pods. */
export function metadataAccess({ metadata }: LogPipeline, context: AgentContext): ApiAccess[] {
  if (metadata === undefined) {
    return [];
  }
  if (metadata.from === 'apiServer') {
    return [get('pods', ...metadata.namespaceLabels ? ['namespaces'] : [])];
  }
  return [...mayProxy(context) ? [] : [get('nodes/pods')], ...metadata.namespaceLabels ? [get('namespaces')] : []];
}

/** https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/#fine-grained-authorization */
function mayProxy({ platform: { kubernetesMinor }, options }: AgentContext): boolean {
  const granted = options.apiAccess?.some(access => access._toWire().resources?.includes('nodes/proxy')) ?? false;
  if (kubernetesMinor !== undefined && kubernetesMinor < 33 && !granted) {
    throw invalid('kubernetesMetadata from the kubelet', 'asked for from Kubernetes 1.33 on, where nodes/pods suffices', `1.${kubernetesMinor}`,
      'write KubernetesMetadata.apiServer(), or grant nodes/proxy in apiAccess, with which one may run programs in every container');
  }
  return granted;
}

function get(...resources: string[]): ApiAccess {
  return ApiAccess.rule({ resources, verbs: ['get'] });
}
