import { ApiAccess } from '../../host/api-access';
import { EnvValue } from '../../host/env-value';
import { MetadataModel } from '../../host/log/model';
import { Component } from '../open-telemetry/component';

const NODE = 'OTEL_K8S_NODE_NAME';

/**
 * What the API server says of the pods of the node, watched and kept. Attributes have the names of the semantic conventions: by
 * themselves they differ between releases.
 *
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/processor/k8sattributesprocessor
 */
export function metadata({ labels, annotations, namespaceLabels }: MetadataModel, hardened: boolean): Component {
  const all = (of: string, from: string) => ({ tag_name: `k8s.${of}.$$1`, key_regex: '(.*)', from });
  return {
    name: 'k8sattributes',
    config: {
      auth_type: 'serviceAccount',
      filter: { node_from_env_var: NODE },
      extract: {
        metadata: ['k8s.namespace.name', 'k8s.pod.name', 'k8s.node.name'],
        ...(labels || namespaceLabels) && {
          labels: [...labels ? [all('pod.label', 'pod')] : [], ...namespaceLabels ? [all('namespace.label', 'namespace')] : []],
        },
        ...annotations && { annotations: [all('pod.annotation', 'pod')] },
      },
      // Not by its uid: a static pod has another one on the node than in the API server, and the first way that can be tried is the only one.
      pod_association: [{ sources: ['k8s.pod.name', 'k8s.namespace.name'].map(name => ({ from: 'resource_attribute', name })) }],
      // Lines that it reads before it knows the pods would have no labels.
      ...hardened && { wait_for_metadata: true, wait_for_metadata_timeout: '30s' },
    },
    signals: ['logs'],
    env: { [NODE]: EnvValue.NODE_NAME },
    apiAccess: [ApiAccess.read('', 'pods', ...namespaceLabels ? ['namespaces'] : [])],
  };
}
