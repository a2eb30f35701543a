import { Testing } from 'cdk8s';
import { parameterOf } from './options';
import { Element, parseFluentd } from './parse';
import { ANY_IMAGE, fluentd, PIPELINES } from './pipelines';
import {
  DaemonProfile, IpFamily, KubernetesMetadata, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, LogState, Multiline, NodePlatform,
  SecretValue, WhenFull,
} from '../../../src';
import { manifestsOf } from '../../core/testing';

const host = 'logs.example.com';

function sections(props: LogCollectorProps, name: string, type: string, options = {}, platform = NodePlatform.standard()): Element[] {
  const all = ({ elements }: Element): Element[] => elements.flatMap(element => [element, ...all(element)]);
  return all(parseFluentd(fluentd(props, options, platform).config)).filter(element => element.name === name && parameterOf(element, '@type') === type);
}

const inside = (element: Element, name: string) => Object.fromEntries(element.elements.find(inner => inner.name === name)!.parameters);

test('defaults', () => {
  expect(Testing.synth(fluentd({ sinks: [LogSink.elasticsearch({ host, password: SecretValue.key('es', 'password') })] }).chart)).toMatchSnapshot();
});

describe('the image', () => {
  test.each<[LogSink, string]>([
    [LogSink.elasticsearch({ host }), 'elasticsearch8'],
    [LogSink.openSearch({ host }), 'opensearch'],
    [LogSink.kafka({ brokers: ['a:9092'], topic: 't' }), 'kafka2'],
    [LogSink.cloudWatch({ region: 'eu-central-1', logGroup: 'g' }), 'cloudwatch'],
    [LogSink.s3({ region: 'eu-central-1', bucket: 'logs' }), 's3'],
    [LogSink.http({ host }), 'forward'],
  ])('has the plugin of the sink: %#', (sink, variant) => {
    expect(fluentd({ sinks: [sink, LogSink.stdout()] }).container.image).toBe(`docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-${variant}-1.1`);
  });

  test('finds our file beside its own, of which none is hidden', () => {
    const { env, container } = fluentd();
    expect(env.FLUENTD_CONF).toBe('log-collector/fluent.conf');
    expect(container.volumeMounts).toContainEqual(expect.objectContaining({ mountPath: '/fluentd/etc/log-collector' }));
  });

  test('tells the version of Elasticsearch that is spoken', () => {
    const version = (image?: string) => parameterOf(sections({ sinks: [LogSink.elasticsearch({ host })] }, 'match', 'elasticsearch', { container: { image } })[0], 'default_elasticsearch_version');
    expect([version(), version('fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch9-1.1')]).toEqual(['8', '9']);
  });
});

describe('the pod', () => {
  test('reads logs, and writes only its state and /tmp', () => {
    const { container } = fluentd();
    expect(container.volumeMounts.filter((mount: any) => mount.readOnly !== true).map((mount: any) => mount.mountPath).sort()).toEqual(['/tmp', '/var/lib/fluentd']);
    expect(container.securityContext).toMatchObject({ runAsUser: 0, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  });

  test('asks for pods and namespaces, which it watches, and where nobody is asked, for nothing', () => {
    const rules = (props: LogCollectorProps) => manifestsOf(fluentd(props).chart, 'ClusterRole').flatMap(role => role.rules);
    expect(rules({})).toEqual([{ apiGroups: [''], resources: ['pods', 'namespaces'], verbs: ['get', 'list', 'watch'] }]);
    expect(rules({ kubernetesMetadata: KubernetesMetadata.none() })).toEqual([]);
    expect(rules({ sources: [LogSource.journal()] })).toEqual([]);
  });

  test('watches the pods of its own node alone', () => {
    expect(fluentd().env.K8S_NODE_NAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test.each<[string, LogCollectorProps, number]>([
    ['of itself', {}, 24231], ['of the health', { health: { port: 9000 } }, 9000], ['of the metrics', { health: { metricsPort: 9001 } }, 9001],
  ])('is probed at the port %s, at which it listens', (_what, props, port) => {
    expect(fluentd(props).container.readinessProbe.httpGet).toEqual({ path: '/metrics', port });
    expect(parameterOf(sections(props, 'source', 'prometheus')[0], 'port')).toBe(String(port));
  });

  test('listens at all addresses of its family', () => {
    const bind = (family: IpFamily) => parameterOf(sections({}, 'source', 'prometheus', {}, NodePlatform.of({ ipFamily: family }))[0], 'bind');
    expect([bind(IpFamily.IPV4), bind(IpFamily.IPV6)]).toEqual(['0.0.0.0', '::']);
  });

  test('has with BARE only what was written, and keeps nothing', () => {
    const { container, config } = fluentd({ profile: DaemonProfile.BARE });
    expect([container.ports, container.readinessProbe, container.securityContext, container.resources]).toEqual([undefined, undefined, undefined, undefined]);
    expect(config).not.toMatch(/pos_file|follow_inodes|prometheus|@type file/);
  });
});

describe('sources', () => {
  test('keep how far they have read, each for itself', () => {
    const { config } = fluentd({ sources: [LogSource.containers(), LogSource.files({ paths: ['/var/log/a.log'] }), LogSource.journal()] });
    const places = [...config.matchAll(/(?:pos_file|path) (\/var\/lib\/\S+)/g)].map(([, path]) => path);
    expect(places).toEqual(['/var/lib/fluentd/containers.pos', '/var/lib/fluentd/files.pos', '/var/lib/fluentd/journal.json', '/var/lib/fluentd/journal-2.json']);
  });

  test('a place in the journal outlives the pod', () => {
    const [journal] = sections({ sources: [LogSource.journal({ units: ['kubelet'], matches: { PRIORITY: ['3'] } })] }, 'source', 'systemd');
    expect(inside(journal, 'storage')).toMatchObject({ persistent: 'true' });
    expect(parameterOf(journal, 'matches')).toBe('[{"_SYSTEMD_UNIT":["kubelet.service"],"PRIORITY":["3"]}]');
  });

  test("'%' in a path is no part of a date", () => {
    expect(parameterOf(sections({ sources: [LogSource.files({ paths: ['/var/log/100%.log'] })] }, 'source', 'tail')[0], 'path')).toBe('/var/log/100%%.log');
  });

  test('what cannot be read as JSON is not lost', () => {
    const [audit] = sections({ sources: [LogSource.audit()] }, 'source', 'tail');
    expect(audit.elements[0].elements.map(pattern => parameterOf(pattern, 'format'))).toEqual(['json', 'none']);
  });

  test('leave their own lines out', () => {
    expect(parameterOf(sections({ name: 'logs' }, 'source', 'tail')[0], 'exclude_path')).toBe(`["/var/log/containers/logs-?????_logging_fluentd-${'?'.repeat(64)}.log"]`);
  });
});

describe('lines', () => {
  test('that CRI has cut are joined without anything between, each stream for itself, and keep their stream', () => {
    expect(Object.fromEntries(sections({}, 'filter', 'concat')[0].parameters)).toMatchObject({
      separator: '', stream_identity_key: 'stream', partial_cri_stream_key: 'logtag', use_first_timestamp: 'true', timeout_label: '@DOCKER',
    });
  });

  test('of an entry are joined in the containers that write such entries, by the first that selects them', () => {
    const multiline = [Multiline.java({ namespaces: ['shop-*'] }), Multiline.pattern({ firstLine: '^#' })];
    const [java, own] = sections({ sources: [LogSource.containers({ multiline })] }, 'filter', 'concat').slice(2);
    const matches = ({ argument }: Element, namespace: string) =>
      new RegExp(`^${argument.slice(1, -1)}$`).test(`containers.var.log.containers.a.b_${namespace}_app-${'0'.repeat(64)}.log`);
    expect([matches(java, 'shop-1'), matches(java, 'bar'), matches(own, 'shop-1'), matches(own, 'bar')]).toEqual([true, false, false, true]);
    expect(parameterOf(own, 'multiline_start_regexp')).toBe('/^#/');
  });

  test('of files are joined file by file', () => {
    const [files] = sections({ sources: [LogSource.files({ paths: ['/var/log/*.log'], multiline: Multiline.java() })] }, 'filter', 'concat');
    expect([files.argument, parameterOf(files, 'stream_identity_key')]).toEqual(['files.**', 'file']);
  });
});

describe('filters', () => {
  test('that parse JSON keep the text, the time and all other lines', () => {
    const [parser] = sections({ filters: [LogFilter.parseJson()] }, 'filter', 'parser');
    expect(Object.fromEntries(parser.parameters)).toMatchObject({ reserve_data: 'true', reserve_time: 'true', emit_invalid_record_to_error: 'false' });
    expect(parameterOf(parser.elements[0].elements[0], 'time_key')).toBe('');
  });

  test('get the lines of their sources', () => {
    const sources = [LogSource.containers(), LogSource.journal(), LogSource.audit()];
    const [grep] = sections({ sources, filters: [LogFilter.drop(LogField.named('PRIORITY'), '7', { sources: ['journal', 'audit'] })] }, 'filter', 'grep');
    expect(grep.argument).toBe('journal.** audit.**');
  });

  test('find a label whatever its name is', () => {
    const [grep] = sections({ filters: [LogFilter.keep(LogField.podLabel('app.kubernetes.io/name'), 'a')] }, 'filter', 'grep');
    expect(inside(grep, 'regexp').key).toBe("$['kubernetes']['labels']['app.kubernetes.io/name']");
  });
});

describe('sinks', () => {
  const two = [LogSink.elasticsearch({ host }), LogSink.http({ host, sources: ['journal'] })];

  test('of which one fails do not keep the others from their lines', () => {
    const [copy] = sections({ sources: [LogSource.containers(), LogSource.journal()], sinks: two }, 'match', 'copy', ANY_IMAGE);
    expect(copy.elements.map(({ name, argument }) => `${name} ${argument}`)).toEqual(['store ignore_error', 'store ignore_error']);
    expect(parameterOf(copy, 'copy_mode')).toBe('shallow');
  });

  test('get the lines of their sources', () => {
    const props = { sources: [LogSource.containers(), LogSource.journal()], sinks: two };
    expect([...sections(props, 'match', 'elasticsearch', ANY_IMAGE), ...sections(props, 'match', 'http', ANY_IMAGE)].map(({ argument }) => argument)).toEqual(['**', 'journal.**']);
  });

  test('each have a buffer of their own, with a cap', () => {
    const { config } = fluentd(PIPELINES.servers(), ANY_IMAGE);
    const paths = [...config.matchAll(/path (\S+\/buffer\/\S+)/g)].map(([, path]) => path);
    expect(new Set(paths).size).toBe(9);
    expect(config.match(/total_limit_size 512m/g)).toHaveLength(9);
  });

  test.each<[WhenFull | undefined, string]>([[undefined, 'block'], [WhenFull.PAUSE, 'block'], [WhenFull.DROP_OLDEST, 'drop_oldest_chunk'], [WhenFull.DROP_NEWEST, 'throw_exception']])(
    'whose buffer is full do as is said: %s', (whenFull, action) => {
      const [forward] = sections({ sinks: [LogSink.forward({ host })], buffer: LogBuffer.disk({ maxSize: '1Gi', whenFull }) }, 'match', 'forward');
      expect(inside(forward, 'buffer')).toMatchObject({ total_limit_size: '1024m', overflow_action: action });
    });

  test('that drop what is new do so by an error that nobody hears', () => {
    expect(sections({ sinks: [LogSink.forward({ host })], buffer: LogBuffer.disk({ whenFull: WhenFull.DROP_NEWEST }) }, 'match', 'copy')[0].elements[0].argument).toBe('ignore_error');
  });

  test.each([
    [{}, { retry_forever: 'true', retry_max_interval: '30s' }],
    [{ attempts: 5 }, { retry_max_times: '5', retry_timeout: '259200s' }],
    [{ giveUpAfterSeconds: 60, maxIntervalSeconds: 5 }, { retry_timeout: '60s', retry_max_interval: '5s' }],
  ])('try again as long as is said: %j', (retry, expected) => {
    expect(inside(sections({ sinks: [LogSink.forward({ host, retry })] }, 'match', 'forward')[0], 'buffer')).toMatchObject(expected);
  });

  test('keep what waits in memory where that is asked for', () => {
    const [forward] = sections({ sinks: [LogSink.forward({ host, buffer: LogBuffer.memory({ maxSize: '8Mi' }) })] }, 'match', 'forward');
    expect(inside(forward, 'buffer')).toMatchObject({ '@type': 'memory', 'total_limit_size': '8m', 'chunk_limit_size': '2m' });
  });

  test('never stand with their credentials in the configuration', () => {
    const { config, env } = fluentd({ sinks: [LogSink.openSearch({ host, password: SecretValue.key('os', 'password') })] });
    expect(config).toContain('password "#{ENV[\'OPEN_SEARCH_PASSWORD\']}"');
    expect(env.OPEN_SEARCH_PASSWORD).toEqual({ secretKeyRef: { name: 'os', key: 'password' } });
    expect(config).toContain('suppress_config_dump true');
  });

  test('at an address of IPv6 are written as a URL wants it', () => {
    expect(parameterOf(sections({ sinks: [LogSink.http({ host: 'fd00::1', path: '/in' })] }, 'match', 'http')[0], 'endpoint')).toBe('https://[fd00::1]:443/in');
  });

  test('in CloudWatch have a stream for each container', () => {
    const [cloudWatch] = sections({ sinks: [LogSink.cloudWatch({ region: 'eu-central-1', logGroup: 'g' })] }, 'match', 'cloudwatch_logs');
    expect(fluentd({ sinks: [LogSink.cloudWatch({ region: 'eu-central-1', logGroup: 'g' })] }).config).toContain('log_stream_name "#{ENV[\'NODE_NAME\']}.${tag}"');
    expect(cloudWatch.elements[0].argument).toBe('tag');
  });
});

test('the state may lie elsewhere', () => {
  const { pod, config } = fluentd({ state: LogState.hostPath('/mnt/state/fluentd') });
  expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/mnt/state/fluentd', type: 'DirectoryOrCreate' } });
  expect(config).toContain('pos_file /var/lib/fluentd/containers.pos');
});

test('raw parts stand as they are in a section that is connected', () => {
  const { config } = fluentd({
    sources: [LogSource.raw({ text: '@type tail\npath /a' })], filters: [LogFilter.raw({ text: '@type grep' })], sinks: [LogSink.raw({ text: '@type null' })],
  });
  expect(config).toContain('<source>\n  @id in_raw\n  @label @TEXT\n  tag raw\n@type tail\npath /a\n</source>');
  expect(config).toContain('<filter **>\n    @id filter_raw\n@type grep\n  </filter>');
  expect(config).toContain('<match **>\n    @id out_raw\n@type null\n  </match>');
});
