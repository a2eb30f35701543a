import { collected } from './log-agents';
import { Feature } from './node-exporter-features';
import {
  ConfigReload, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Monitor, Multiline, NodePlatform, SecretValue,
} from '../../src';

const SINKS = [LogSink.elasticsearch({ host: 'logs.example.com', password: SecretValue.key('logs', 'password') })];

const of = (kind: string, props: LogCollectorProps = {}): any => collected({ sinks: SINKS, ...props }).find(manifest => manifest.kind === kind);
const pod = (props?: LogCollectorProps): any => of('DaemonSet', props).spec.template.spec;
const main = (props?: LogCollectorProps): any => pod(props).containers[0];
const text = (props?: LogCollectorProps): string => Object.values<string>(of('ConfigMap', props).data)[0];
const hostPaths = (props?: LogCollectorProps): string[] => pod(props).volumes.flatMap(({ hostPath }: any) => hostPath?.path ?? []);
const hash = (props?: LogCollectorProps): string | undefined => of('DaemonSet', props).spec.template.metadata.annotations?.['cdk8s-node-daemons/config-hash'];

function refused(props: () => LogCollectorProps): boolean {
  try {
    return collected(props()) === undefined;
  } catch {
    return true;
  }
}

/** What a collector of logs must offer: the rows by which its peers are measured. */
export const LOG_ROWS: readonly Feature[] = [
  {
    feature: 'A typed pipeline',
    how: '`sources`, `kubernetesMetadata`, `filters`, `sinks`',
    shows: () => text({ filters: [LogFilter.drop(LogField.MESSAGE, '^GET /healthz')] }).includes('^GET /healthz'),
  },
  {
    feature: 'Ids are followed from source to filter to sink',
    how: 'always',
    shows: () => refused(() => ({ sinks: [LogSink.stdout({ sources: ['nowhere'] })] })) && refused(() => ({ sinks: [LogSink.stdout(), LogSink.stdout()] })),
  },
  { feature: 'Positions on the node', how: 'default; `state`', shows: () => hostPaths().includes('/var/lib/fluent-bit/logging-logs') },
  {
    feature: 'A state for each collector, a position file for each source',
    how: 'default',
    shows: () => hostPaths({ name: 'other' }).includes('/var/lib/fluent-bit/logging-other')
      && ['containers.db', 'journal.db'].every(file => text({ sources: [LogSource.containers(), LogSource.journal()] }).includes(file)),
  },
  { feature: 'A disk buffer with a cap', how: 'default 512Mi a sink; `buffer`', shows: () => text().includes('storage.total_limit_size: 512M') },
  {
    feature: 'Memory that follows the limit of the container',
    how: 'default; buffers in memory have half of it at most',
    shows: () => text().includes('storage.max_chunks_up: 25') && refused(() => ({ sinks: SINKS, buffer: LogBuffer.memory({ maxSize: '150Mi' }) })),
  },
  { feature: 'Lines of CRI and of Docker', how: 'default', shows: () => text().includes('docker, cri') },
  {
    feature: 'Lines that belong together',
    how: '`multiline`: Java, Python, Go, .NET, a pattern',
    shows: () => text({ sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] })] })] }).includes('multiline.parser: java'),
  },
  { feature: 'Its own lines left out', how: 'default; `excludeSelf`', shows: () => text().includes('/var/log/containers/logs-?????_logging_fluent-bit-???') },
  {
    feature: 'Namespaces, pods and containers in or out',
    how: '`namespaces`, `excludeNamespaces` and their like',
    shows: () => text({ sources: [LogSource.containers({ excludeNamespaces: ['kube-system'] })] }).includes('/var/log/containers/*_kube-system_*.log'),
  },
  {
    feature: 'The journal, with its mounts and its cursor',
    how: '`LogSource.journal`',
    shows: () => text({ sources: [LogSource.journal()] }).includes('journal.db') && hostPaths({ sources: [LogSource.journal()] }).includes('/run/log'),
  },
  {
    feature: 'Audit log and files of the node, with their mounts',
    how: '`LogSource.audit`, `LogSource.files`',
    shows: () => hostPaths({ sources: [LogSource.audit()] }).includes('/var/log/kubernetes/audit'),
  },
  {
    feature: 'Rights that follow from the pipeline',
    how: 'default; without metadata, none',
    shows: () => of('ClusterRole') !== undefined && of('ClusterRole', { kubernetesMetadata: KubernetesMetadata.none() }) === undefined,
  },
  {
    feature: 'Metadata of the kubelet without `nodes/proxy`',
    how: '`KubernetesMetadata.kubelet`',
    shows: () => JSON.stringify(of('ClusterRole', { kubernetesMetadata: KubernetesMetadata.kubelet() }).rules).includes('"nodes/pods"'),
  },
  { feature: 'Files that are rotated', how: 'default: read on for 30 seconds, found after 10; `rotation`', shows: () => text().includes('rotate_wait: 30') },
  {
    feature: 'A new configuration rolls the pods',
    how: 'default',
    shows: () => hash() !== hash({ filters: [LogFilter.parseJson()] }),
  },
  {
    feature: 'A new configuration without new pods',
    how: '`configReload`',
    shows: () => text({ configReload: ConfigReload.HOT_RELOAD }).includes('hot_reload: "on"') && hash({ configReload: ConfigReload.HOT_RELOAD }) === undefined,
  },
  {
    feature: 'Credentials only from Secrets',
    how: 'always',
    shows: () => main().env.some(({ valueFrom }: any) => valueFrom?.secretKeyRef?.name === 'logs')
      && refused(() => ({ sinks: [LogSink.openSearch({ host: 'logs.example.com', password: 'changeme' as never })] })),
  },
  {
    feature: 'A root file system that it cannot write, and no capability',
    how: 'default',
    shows: () => main().securityContext.readOnlyRootFilesystem && main().securityContext.capabilities.drop[0] === 'ALL' && !main().securityContext.capabilities.add,
  },
  {
    feature: 'Logs mounted read-only',
    how: 'always',
    shows: () => main().volumeMounts.filter(({ mountPath }: any) => mountPath.startsWith('/var/log')).every(({ readOnly }: any) => readOnly),
  },
  {
    feature: 'What differs between distributions',
    how: '`platform`',
    shows: () => refused(() => ({ sinks: SINKS, sources: [LogSource.journal()], platform: NodePlatform.talos() })),
  },
  {
    feature: 'A wrong configuration refused before it is applied',
    how: 'always',
    shows: () => refused(() => ({ sources: [LogSource.containers({ multiline: [Multiline.pattern({ firstLine: '(' })] })], sinks: SINKS })),
  },
  {
    feature: 'A monitor and a NetworkPolicy',
    how: '`monitor`, `networkPolicy`',
    shows: () => of('PodMonitor', { monitor: Monitor.podMonitor() }) !== undefined && of('NetworkPolicy', { networkPolicy: { ingress: [] } }) !== undefined,
  },
];
