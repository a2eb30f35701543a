import { parse } from 'yaml';
import { classicSections, linksOf, readOf } from './classic';
import { daemonSetDifferences, ofKind, upstream } from './upstream';
import {
  ContainerPort, DaemonContainer, DaemonProfile, EnvValue, HostPath, ImagePullPolicy, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogPipelineOptions,
  LogSink, LogSource, LogState, NodePlacement, TaintEffect, Toleration, VolumeMount, VolumeSource,
} from '../../src';
import { chartOf } from '../core/testing';

const LABELS = { 'k8s-app': 'fluent-bit-logging', 'version': 'v1', 'kubernetes.io/cluster-service': 'true' };

const CONTAINER: DaemonContainer = {
  name: 'fluent-bit',
  image: 'fluent/fluent-bit:1.5',
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  ports: [ContainerPort.tcp(2020)],
  env: { FLUENT_ELASTICSEARCH_HOST: EnvValue.text('elasticsearch'), FLUENT_ELASTICSEARCH_PORT: EnvValue.text('9200') },
  hostPaths: [HostPath.readWrite('/var/log'), HostPath.readOnly('/var/lib/docker/containers')],
};

const PIPELINE: LogPipelineOptions = {
  state: LogState.hostPath('/var/log'),
  buffer: LogBuffer.memory({ maxSize: '5Mi' }),
  health: { port: 2020 },
  kubernetesMetadata: KubernetesMetadata.apiServer({ annotations: true }),
  sources: [LogSource.containers({ id: 'kube', excludeSelf: false })],
  sinks: [LogSink.elasticsearch({ host: '$(FLUENT_ELASTICSEARCH_HOST)', port: 9200, tls: { enabled: false }, index: 'logstash' })],
};

function collector(agent: LogAgent, pipeline: LogPipelineOptions = {}) {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', {
    profile: DaemonProfile.BARE,
    name: 'fluent-bit',
    labels: LABELS,
    selector: { matchLabels: { 'k8s-app': 'fluent-bit-logging' } },
    podMetadata: {
      labels: LABELS,
      annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '2020', 'prometheus.io/path': '/api/v1/metrics/prometheus' },
    },
    serviceAccountName: 'fluent-bit',
    terminationGracePeriodSeconds: 10,
    acknowledge: [{ id: 'ND402', reason: 'the manifest keeps its state beside the logs' }],
    placement: NodePlacement.exactly({
      tolerations: [
        Toleration.exists('node-role.kubernetes.io/master', { effect: TaintEffect.NO_SCHEDULE }), Toleration.effect(TaintEffect.NO_EXECUTE),
        Toleration.effect(TaintEffect.NO_SCHEDULE),
      ],
    }),
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

const rendered = collector(LogAgent.fluentBit({ container: CONTAINER }), PIPELINE);
const { service, pipeline } = parse(rendered('ConfigMap')[0].data['fluent-bit.yaml']);
const { inputs: [input, ...inputs], filters: [filter], outputs: [output, ...outputs] } = pipeline;

test('the directory of the logs, which it may write, is the place of the state too', () => {
  expect(rendered('DaemonSet')[0].spec.template.spec.containers[0].volumeMounts.map(({ mountPath }: any) => mountPath))
    .toEqual(['/var/log', '/var/lib/docker/containers', '/fluent-bit/etc/conf']);
  expect(input.db).toBe('/var/log/kube.db');
});

test('the port that the container has is the only one', () => {
  expect(rendered('DaemonSet')[0].spec.template.spec.containers[0].ports).toEqual([{ containerPort: 2020 }]);
});

const theirs = upstream('LogCollector/fluent-bit-elasticsearch.yaml');
const comparison = theirs === undefined ? test.skip : test;
const sections = theirs === undefined ? [] : classicSections(ofKind(theirs, 'ConfigMap').data);
const settingsOf = (section: string) => sections.filter(one => one.section === section).map(({ settings }) => settings);

comparison('the pod is the same', () => {
  expect(daemonSetDifferences(withForeignConfiguration(), ofKind(theirs!, 'DaemonSet'))).toEqual([]);
});

comparison('with our pipeline it is the same but for where its configuration lies', () => {
  const pod = structuredClone(rendered('DaemonSet')[0]);
  const [main] = pod.spec.template.spec.containers;
  expect(main.args.splice(0)).toEqual(['-c', '/fluent-bit/etc/conf/fluent-bit.yaml']);
  expect(pod.spec.template.spec.volumes.pop().name).toBe(main.volumeMounts.pop().name);
  const theirPod = structuredClone(ofKind(theirs!, 'DaemonSet'));
  const [theirMain] = theirPod.spec.template.spec.containers;
  theirMain.volumeMounts = theirMain.volumeMounts.filter(({ name }: any) => name !== 'fluent-bit-config');
  theirPod.spec.template.spec.volumes = theirPod.spec.template.spec.volumes.filter(({ name }: any) => name !== 'fluent-bit-config');
  expect(daemonSetDifferences(pod, theirPod)).toEqual([]);
});

comparison('the account may do what the pipeline needs, and no more than there', () => {
  const [{ resources, verbs }] = ofKind(theirs!, 'ClusterRole').rules;
  const [ours, ...more] = rendered('ClusterRole')[0].rules;
  expect([...ours.resources, ...ours.verbs].filter(word => ![...resources, ...verbs].includes(word))).toEqual([]);
  expect(more).toEqual([]);
});

comparison('it tells of itself in the same place', () => {
  const [theirService] = settingsOf('SERVICE');
  const settings = ['flush', 'log_level', 'http_server', 'http_listen', 'http_port'];
  expect(settings.map(setting => String(service[setting]))).toEqual(settings.map(setting => theirService[setting][0].toLowerCase()));
});

comparison('the one input reads the same files, and holds as much', () => {
  const [theirInput, ...more] = settingsOf('INPUT');
  const links = linksOf('shop-1', 'fluent-bit-2');
  expect([inputs, more]).toEqual([[], []]);
  expect([input.name, input.tag]).toEqual([theirInput.name[0], theirInput.tag[0]]);
  expect(readOf(links, input.path, input.exclude_path)).toEqual(readOf(links, theirInput.path[0]));
  expect([`${input.mem_buf_limit}B`, String(input.refresh_interval), input.skip_long_lines])
    .toEqual([theirInput.mem_buf_limit[0], theirInput.refresh_interval[0], theirInput.skip_long_lines[0].toLowerCase()]);
  expect(input.db.replace(/[^/]*$/, '')).toBe(theirInput.db[0].replace(/[^/]*$/, ''));
});

comparison('labels and annotations are those of the pods', () => {
  expect(filter.kube_tag_prefix).toBe(settingsOf('FILTER')[0].kube_tag_prefix[0]);
  expect([filter.labels, filter.annotations]).toEqual(['on', 'on']);
});

comparison('the one output has the same server and indices', () => {
  const [theirOutput, ...more] = settingsOf('OUTPUT');
  const { env } = ofKind(theirs!, 'DaemonSet').spec.template.spec.containers[0];
  expect([outputs, more]).toEqual([[], []]);
  expect([output.name, output.match, output.host]).toEqual([theirOutput.name[0], theirOutput.match[0], theirOutput.host[0]]);
  expect(`\${${env[1].name}}`).toBe(theirOutput.port[0]);
  expect(String(output.port)).toBe(env[1].value);
  expect([output.logstash_format, output.replace_dots]).toEqual([theirOutput.logstash_format[0].toLowerCase(), theirOutput.replace_dots[0].toLowerCase()]);
  // The prefix that it has by itself, and both words for no limit.
  expect([output.logstash_prefix, output.tls, output.retry_limit, theirOutput.retry_limit]).toEqual(['logstash', 'off', 'no_limits', ['False']]);
});
