import { parse } from 'yaml';
import { ClassicSection, classicSections, linksOf, readOf } from './classic';
import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  DaemonContainer, DaemonProfile, DnsPolicy, EnvValue, FluentBitOptions, HostPath, ImagePullPolicy, KubernetesMetadata, LogAgent, LogCollector, LogField,
  LogFilter, LogPipelineOptions, LogSink, LogSource, LogState, NodePlacement, VolumeMount, VolumeSource,
} from '../../src';
import { chartOf } from '../core/testing';

const STATE = '/var/fluent-bit/state';
const LABELS = { 'k8s-app': 'fluent-bit', 'version': 'v1', 'kubernetes.io/cluster-service': 'true' };
const JOURNAL = ['/var/log/journal'];
const fromClusterInfo = (key: string) => EnvValue.configMap('fluent-bit-cluster-info', key);

const CONTAINER: DaemonContainer = {
  name: 'fluent-bit',
  image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:3.0.1',
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  env: {
    AWS_REGION: fromClusterInfo('logs.region'),
    CLUSTER_NAME: fromClusterInfo('cluster.name'),
    HTTP_SERVER: fromClusterInfo('http.server'),
    HTTP_PORT: fromClusterInfo('http.port'),
    READ_FROM_HEAD: fromClusterInfo('read.head'),
    READ_FROM_TAIL: fromClusterInfo('read.tail'),
    HOST_NAME: EnvValue.NODE_NAME,
    HOSTNAME: EnvValue.POD_NAME,
    CI_VERSION: EnvValue.text('k8s/1.3.43'),
  },
  resources: { requests: { cpu: '500m', memory: '100Mi' }, limits: { memory: '200Mi' } },
  hostPaths: [
    HostPath.readWrite(STATE), HostPath.readOnly('/var/log'), HostPath.readOnly('/var/lib/docker/containers'), HostPath.readOnly('/run/log/journal'),
    HostPath.readOnly('/var/log/dmesg'),
  ],
};

const PIPELINE: LogPipelineOptions = {
  state: LogState.hostPath(STATE),
  kubernetesMetadata: KubernetesMetadata.kubelet({ labels: false }),
  sources: [
    LogSource.containers({ id: 'application', excludePods: ['cloudwatch-agent*', 'fluent-bit*', 'aws-node*', 'kube-proxy*', 'fluentd*'], excludeSelf: false }),
    LogSource.containers({ id: 'fluent-bit', pods: ['fluent-bit*'], excludeSelf: false }),
    LogSource.containers({ id: 'cloudwatch-agent', pods: ['cloudwatch-agent*'], excludeSelf: false }),
    LogSource.journal({ id: 'services', units: ['docker', 'containerd', 'kubelet'], directories: JOURNAL }),
    LogSource.containers({ id: 'network', pods: ['aws-node*', 'kube-proxy*'], excludeSelf: false }),
    LogSource.journal({ id: 'dmesg', matches: { _TRANSPORT: ['kernel'] }, directories: JOURNAL }),
    LogSource.journal({ id: 'messages', matches: { PRIORITY: ['0', '1', '2', '3', '4', '5', '6'] }, directories: JOURNAL }),
    LogSource.journal({ id: 'secure', matches: { SYSLOG_FACILITY: ['10'] }, directories: JOURNAL }),
  ],
  filters: [LogFilter.drop(LogField.named('SYSLOG_FACILITY'), '^(2|9|10)$', { sources: ['messages'] })],
  sinks: [
    groupOf('application', ['application', 'fluent-bit', 'cloudwatch-agent'], '$(HOST_NAME)-'),
    groupOf('dataplane', ['services', 'network'], '$(HOST_NAME)-'),
    groupOf('host', ['dmesg', 'messages', 'secure'], '$(HOST_NAME).'),
  ],
};

const SERVICE: FluentBitOptions['service'] = { flush: 5, grace: 30, log_level: 'error' };

function groupOf(name: string, sources: string[], logStreamPrefix: string): LogSink {
  return LogSink.cloudWatch({
    id: name, sources, region: '$(AWS_REGION)', logGroup: `/aws/containerinsights/$(CLUSTER_NAME)/${name}`, logStreamPrefix, createLogGroup: true,
  });
}

function collector(agent: LogAgent, pipeline: LogPipelineOptions = {}) {
  const chart = chartOf('amazon-cloudwatch');
  new LogCollector(chart, 'logs', {
    profile: DaemonProfile.BARE,
    name: 'fluent-bit',
    labels: LABELS,
    selector: { matchLabels: { 'k8s-app': 'fluent-bit' } },
    podMetadata: { labels: LABELS },
    serviceAccountName: 'fluent-bit',
    terminationGracePeriodSeconds: 10,
    hostNamespaces: { network: true },
    dnsPolicy: DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET,
    placement: NodePlacement.exactly({ nodeSelector: { 'kubernetes.io/os': 'linux' } }),
    agent,
    ...pipeline,
  });
  return (kind: string) => (chart.toJson() as any[]).filter(manifest => manifest.kind === kind);
}

/** Its pod with the configuration that stands in a ConfigMap of somebody else. */
function withForeignConfiguration(): any {
  const volumes: VolumeMount[] = [{ mountPath: '/fluent-bit/etc/', source: VolumeSource.configMap('fluent-bit-config') }];
  return collector(LogAgent.custom({ container: { ...CONTAINER, volumes } }))('DaemonSet')[0];
}

const rendered = collector(LogAgent.fluentBit({ container: CONTAINER, service: SERVICE }), PIPELINE);
const { service, pipeline: ours } = parse(rendered('ConfigMap')[0].data['fluent-bit.yaml']);

test('what the user mounts is mounted once', () => {
  expect(rendered('DaemonSet')[0].spec.template.spec.containers[0].volumeMounts.map(({ mountPath }: any) => mountPath))
    .toEqual([STATE, '/var/log', '/var/lib/docker/containers', '/run/log/journal', '/var/log/dmesg', '/fluent-bit/etc/conf']);
});

test('what the sink has no word for is said in the words of Fluent Bit', () => {
  const sink = LogSink.raw({ id: 'host', settings: { name: 'cloudwatch_logs', region: 'eu-central-1', log_group_name: 'host', log_stream_prefix: 'a', extra_user_agent: 'container-insights' } });
  const { pipeline } = parse(collector(LogAgent.fluentBit({ container: CONTAINER }), { ...PIPELINE, filters: [], sinks: [sink] })('ConfigMap')[0].data['fluent-bit.yaml']);
  expect(pipeline.outputs[0].extra_user_agent).toBe('container-insights');
});

const theirs = upstream('LogCollector/cloudwatch-fluent-bit.yaml');
const comparison = theirs === undefined ? test.skip : test;
const sections = theirs === undefined ? [] : classicSections(ofKind(theirs, 'ConfigMap').data);
const pluginsOf = (section: string, name: string): ClassicSection['settings'][] =>
  sections.filter(one => one.section === section && one.settings.name[0] === name).map(({ settings }) => settings);

comparison('the pod of CloudWatch is the same', () => {
  expect(daemonSetDifferences(withForeignConfiguration(), ofKind(theirs!, 'DaemonSet'))).toEqual([]);
});

comparison('with our pipeline it is the same but for where its configuration lies, and the address of the kubelet', () => {
  const pod = structuredClone(rendered('DaemonSet')[0]);
  const [main] = pod.spec.template.spec.containers;
  expect(main.args.splice(0)).toEqual(['-c', '/fluent-bit/etc/conf/fluent-bit.yaml']);
  const config = main.volumeMounts.pop();
  expect(pod.spec.template.spec.volumes.pop().name).toBe(config.name);
  expect(main.env.shift().name).toBe('HOST_IP');
  const theirPod = structuredClone(ofKind(theirs!, 'DaemonSet'));
  const [theirMain] = theirPod.spec.template.spec.containers;
  theirMain.volumeMounts = theirMain.volumeMounts.filter(({ name }: any) => name !== 'fluent-bit-config');
  theirPod.spec.template.spec.volumes = theirPod.spec.template.spec.volumes.filter(({ name }: any) => name !== 'fluent-bit-config');
  expect(daemonSetDifferences(pod, theirPod)).toEqual([]);
});

comparison('the service of CloudWatch says the same', () => {
  const [{ settings }] = sections.filter(({ section }) => section === 'SERVICE');
  expect([settings.flush, settings.grace, settings.log_level]).toEqual([[String(service.flush)], [String(service.grace)], [service.log_level]]);
  expect(service['storage.path'].startsWith(`${STATE}/`) && settings['storage.path'][0].startsWith(`${STATE}/`)).toBe(true);
});

comparison('the files of CloudWatch are read by as many inputs, which read the same', () => {
  const links = linksOf('shop-1', 'cloudwatch-agent-2', 'fluent-bit-3', 'aws-node-4', 'kube-proxy-5', 'fluentd-6', 'my-fluentd-7');
  const read = ours.inputs.filter(({ name }: any) => name === 'tail').map(({ path, exclude_path }: any) => readOf(links, path, exclude_path));
  expect(read).toEqual(pluginsOf('INPUT', 'tail').map(({ path, exclude_path: exclude }) => readOf(links, path[0], exclude?.[0])));
});

comparison('files are followed the same way', () => {
  for (const { refresh_interval: refresh, skip_long_lines: skip, 'multiline.parser': parser } of pluginsOf('INPUT', 'tail')) {
    expect([refresh[0], skip[0].toLowerCase(), parser[0].replace(/\s+/g, '')]).toEqual(['10', 'on', 'docker,cri']);
  }
  for (const input of ours.inputs.filter(({ name }: any) => name === 'tail')) {
    expect(input).toMatchObject({ 'refresh_interval': 10, 'rotate_wait': 30, 'skip_long_lines': 'on', 'multiline.parser': 'docker, cri', 'storage.type': 'filesystem' });
  }
});

comparison('the journal of CloudWatch is read by as many inputs, with the same conditions', () => {
  const conditions = pluginsOf('INPUT', 'systemd').map(settings => ({ path: settings.path[0], systemd_filter: settings.systemd_filter }));
  expect(ours.inputs.filter(({ name }: any) => name === 'systemd').map(({ path, systemd_filter }: any) => ({ path, systemd_filter }))).toEqual(conditions);
});

comparison('each input has a file of its own in the same directory', () => {
  const all = [...pluginsOf('INPUT', 'tail'), ...pluginsOf('INPUT', 'systemd')].map(({ db }) => db[0]);
  const files = ours.inputs.map(({ db }: any) => db);
  expect([new Set(all).size, new Set(files).size]).toEqual([8, 8]);
  expect([...all, ...files].filter(file => file.slice(0, file.lastIndexOf('/')) !== STATE)).toEqual([]);
});

comparison('the log groups of CloudWatch get the lines of the same inputs', () => {
  const settings = ['region', 'log_group_name', 'log_stream_prefix', 'auto_create_group'];
  const outputs = pluginsOf('OUTPUT', 'cloudwatch_logs').map(output => settings.map(setting => output[setting][0].replace('true', 'on')));
  expect(ours.outputs.map((output: any) => settings.map(setting => output[setting]))).toEqual(outputs);
  const inputs = [...pluginsOf('INPUT', 'tail'), ...pluginsOf('INPUT', 'systemd')];
  const counts = pluginsOf('OUTPUT', 'cloudwatch_logs').map(({ match: [match] }) => inputs.filter(({ tag: [tag] }) => tag.startsWith(match.replace('*', ''))).length);
  expect(ours.outputs.map(({ match_regex }: any) => ours.inputs.filter(({ tag }: any) => new RegExp(match_regex).test(tag.replace('*', 'x'))).length)).toEqual(counts);
});

comparison('the kubelet is asked, and the same lines are dropped', () => {
  const [metadata] = pluginsOf('FILTER', 'kubernetes');
  const kubernetes = ours.filters.find(({ name }: any) => name === 'kubernetes');
  expect([kubernetes.use_kubelet, kubernetes.labels, kubernetes.annotations, String(kubernetes.buffer_size)])
    .toEqual(['use_kubelet', 'labels', 'annotations', 'buffer_size'].map(setting => metadata[setting][0].toLowerCase()));
  expect(ours.filters.find(({ name }: any) => name === 'grep').exclude).toBe(pluginsOf('FILTER', 'grep')[0].exclude[0].replace(/\s+/g, ' '));
});
