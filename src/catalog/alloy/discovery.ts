import { Block, labelOf, reference, seconds, text, Value } from './language';
import { IpFamily } from '../../host/ip-family';
import { ContainersModel, MetadataModel, PodNamesModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { namesExpression, OwnNames, ownPrefix, podPaths } from '../log/container-paths';
import { multilineGroups } from '../log/multiline-groups';

const META = '__meta_kubernetes_';

/** The name of a line's label that says which kind of entries its container writes. */
export const GROUP = 'multiline';

/** What pods have beside their names, by the beginnings of the names of labels. */
export const POD_FIELDS = { labels: 'pod_label_', annotations: 'pod_annotation_', namespaceLabels: 'namespace_label_' } as const;

/** The label of a line that has a label of its pod. */
export function podLabelName(label: string): string {
  return `${POD_FIELDS.labels}${label.replace(/[^A-Za-z0-9_]/g, '_')}`;
}

/**
 * The pods of the node, for all sources.
 * @see https://grafana.com/docs/alloy/latest/reference/components/discovery/discovery.kubernetes/
 */
export function pods({ pipeline: { metadata, rotation }, context: { platform } }: LogSurroundings): Block[] {
  if (metadata === undefined) {
    return [];
  }
  return metadata.from === 'apiServer' ? [{
    name: 'discovery.kubernetes',
    label: 'pods',
    attributes: { role: 'pod' },
    parts: [
      { name: 'selectors', attributes: { role: 'pod', field: text('spec.nodeName=$(NODE_NAME)') } },
      ...metadata.namespaceLabels ? [{ name: 'attach_metadata', attributes: { namespace: true } }] : [],
    ],
  }] : [{
    name: 'discovery.kubelet',
    label: 'pods',
    attributes: {
      url: text(`https://${platform.ipFamily === IpFamily.IPV6 ? '[$(HOST_IP)]' : '$(HOST_IP)'}:10250`),
      refresh_interval: seconds(rotation.refreshSeconds),
      bearer_token_file: '/var/run/secrets/kubernetes.io/serviceaccount/token',
    },
    // The certificate of a kubelet is in most clusters one that it has made for itself.
    parts: [{ name: 'tls_config', attributes: { insecure_skip_verify: true } }],
  }];
}

/** Where the files of a source's containers are, and what is known of them. */
export function containerTargets(source: ContainersModel, around: LogSurroundings): Block[] {
  const { metadata, rotation } = around.pipeline;
  const label = labelOf(source);
  const relabel = (targets: Value, rules: readonly Block[]): Block =>
    ({ name: 'discovery.relabel', label, attributes: { targets }, parts: [...rules, ...groupRules(source)] });
  if (metadata !== undefined) {
    const from = metadata.from === 'apiServer' ? 'discovery.kubernetes' : 'discovery.kubelet';
    return [relabel(reference(`${from}.pods.targets`), podRules(source, metadata, around.own))];
  }
  const { include, exclude } = podPaths(source, around.own);
  const excluded = exclude.length === 0 ? undefined : exclude.length === 1 ? exclude[0] : `{${exclude.join(',')}}`;
  return [
    {
      name: 'local.file_match',
      label,
      attributes: { path_targets: include.map(path => ({ __path__: path, __path_exclude__: excluded })), sync_period: seconds(rotation.refreshSeconds) },
    },
    relabel(reference(`local.file_match.${label}.targets`), ['namespace', 'pod', 'container'].map((name, position) =>
      rule({ source_labels: ['__path__'], regex: '/var/log/pods/([^_]+)_([^_]+)_[^/]+/([^/]+)/.+', target_label: name, replacement: `$${position + 1}` }))),
  ];
}

function podRules({ only, except, excludesSelf }: ContainersModel, metadata: MetadataModel, own: OwnNames): Block[] {
  const named: readonly (readonly [name: string, meta: string, kind: keyof PodNamesModel])[] =
    [['namespace', 'namespace', 'namespaces'], ['pod', 'pod_name', 'pods'], ['container', 'pod_container_name', 'containers']];
  const names = ['namespace', 'pod', 'container'];
  return [
    ...named.map(([name, meta]) => rule({ source_labels: [`${META}${meta}`], target_label: name })),
    rule({ source_labels: [`${META}pod_node_name`], target_label: 'node' }),
    ...named.flatMap(([name, , kind]) => chosen('keep', name, only[kind])),
    ...named.flatMap(([name, , kind]) => chosen('drop', name, except[kind])),
    ...excludesSelf ? [rule({
      action: 'drop', source_labels: names, separator: '/', regex: `${own.namespace ?? '[^/]+'}/${escaped(ownPrefix(own))}[a-z0-9]{5}/${own.container}`,
    })] : [],
    // The directory of a static pod has another id in its name than the API server knows.
    rule({ source_labels: names, separator: '/', regex: '(.+)/(.+)/(.+)', target_label: '__path__', replacement: '/var/log/pods/$1_$2_*/$3/*.log' }),
    ...Object.entries(POD_FIELDS).filter(([what]) => metadata[what as keyof typeof POD_FIELDS])
      .map(([, prefix]) => rule({ action: 'labelmap', regex: `${META}${prefix}(.+)`, replacement: `${prefix}$1` })),
  ];
}

function chosen(action: 'keep' | 'drop', name: string, names: readonly string[]): Block[] {
  const regex = namesExpression(names);
  return regex === undefined ? [] : [rule({ action, source_labels: [name], regex })];
}

/** Which kind of entries a container writes: the rule of the first that selects it is the last that counts. */
function groupRules({ multiline }: ContainersModel): Block[] {
  return multilineGroups(multiline).map(({ only: { namespaces, pods: podNames, containers } }, position) => rule({
    source_labels: ['namespace', 'pod', 'container'],
    separator: '/',
    regex: [namespaces, podNames, containers].map(oneOf).join('/'),
    target_label: GROUP,
    replacement: `${position + 1}`,
  })).reverse();
}

function rule(attributes: { readonly [attribute: string]: Value }): Block {
  return { name: 'rule', attributes };
}

function oneOf(names: readonly string[]): string {
  return names.length === 0 ? '[^/]+' : `(?:${names.map(name => escaped(name).replace(/\*/g, '[^/]*')).join('|')})`;
}

function escaped(name: string): string {
  return name.replace(/\./g, '\\.');
}
