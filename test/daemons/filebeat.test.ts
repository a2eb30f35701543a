import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { collected } from './collected';
import { ELASTICSEARCH, FILEBEAT_CASES } from './filebeat-pipelines';
import { INPUTS, Settings, SETTINGS } from './filebeat-settings';
import {
  DaemonProfile, EnvValue, FilebeatOptions, IpFamily, KubernetesMetadata, LogAgent, LogCollector, LogCollectorProps, LogField, LogFilter, LogSource, LogState,
  Multiline, NodePlatform, ReadFrom,
} from '../../src';
import { chartOf } from '../core/testing';

const filebeat = (props: Omit<LogCollectorProps, 'agent'> = {}, options: FilebeatOptions = {}, platform?: NodePlatform) => {
  const made = collected(LogAgent.filebeat(options), { sinks: [ELASTICSEARCH], ...props }, platform);
  return { ...made, settings: parse(made.text) };
};
const caseOf = (what: string) => filebeat(FILEBEAT_CASES[what].props, FILEBEAT_CASES[what].options);

/** The names that Filebeat does not know. */
function unknownIn(given: unknown, known: Settings, path = ''): string[] {
  if (Array.isArray(given)) {
    return Array.isArray(known) ? given.flatMap(one => unknownIn(one, known[0], path)) : [path];
  }
  if (typeof given !== 'object' || given === null) {
    return known === null ? [] : [path];
  }
  return known === null || Array.isArray(known) ? [path]
    : Object.entries(given).flatMap(([name, value]) => {
      const below = known as { readonly [name: string]: Settings };
      const key = name in below ? name : '*';
      return key in below ? unknownIn(value, below[key], `${path}.${name}`) : [`${path}.${name}`];
    });
}

test.each(Object.keys(FILEBEAT_CASES))('of %s it writes settings that Filebeat knows', what => {
  const { 'filebeat.inputs': inputs, ...settings } = caseOf(what).settings;
  expect([...unknownIn(settings, SETTINGS), ...inputs.flatMap((input: any) => unknownIn(input, INPUTS[input.type], input.type))]).toEqual([]);
});

test('defaults', () => {
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent: LogAgent.filebeat(), sinks: [ELASTICSEARCH] });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('the pod', () => {
  test('is ready when its endpoint answers', () => {
    const { main, settings } = filebeat();
    expect(main.readinessProbe.httpGet).toEqual({ path: '/', port: 5066 });
    expect([settings['http.enabled'], settings['http.host'], settings['http.port']]).toEqual([true, '0.0.0.0', 5066]);
  });

  test('answers on IPv6 where nodes have it', () => {
    expect(filebeat({ health: { port: 9000 } }, {}, NodePlatform.eks({ ipFamily: IpFamily.IPV6 })).settings['http.host']).toBe('http://[::]:9000');
  });

  test('keeps registry and queue on the node, and writes nowhere else', () => {
    const { mounts, settings } = filebeat();
    expect(settings['path.data']).toBe('/var/lib/filebeat');
    expect(mounts).toEqual(['/var/log/containers', '/var/log/pods', '/var/lib/filebeat rw', '/etc/filebeat']);
  });

  test('has a configuration that nobody else may write', () => {
    expect(filebeat().pod.volumes.at(-1).configMap.items[0].mode).toBe(0o640);
  });

  test('collects garbage below the limit of its memory', () => {
    expect(filebeat().env.GOMEMLIMIT).toBe('180MiB');
    expect(filebeat({}, { container: { resources: { limits: { memory: '1Gi' } } } }).env.GOMEMLIMIT).toBe('921MiB');
    expect(filebeat({}, { container: { resources: {} } }).env.GOMEMLIMIT).toBeUndefined();
  });

  test('has an image with journalctl where it reads the journal', () => {
    expect(filebeat().main.image).toContain('filebeat-wolfi:');
    expect(filebeat({ sources: [LogSource.journal()] }).main.image).toContain('/filebeat:');
  });

  test('is with BARE what was written', () => {
    const { main, settings } = filebeat({ profile: DaemonProfile.BARE });
    expect(Object.keys(main).sort()).toEqual(['args', 'env', 'image', 'name', 'volumeMounts']);
    expect(Object.keys(settings)).toEqual(['filebeat.inputs', 'processors', 'output.elasticsearch', 'setup.template.enabled', 'setup.ilm.enabled', 'queue.mem']);
  });

  test('has with BARE the state and the port that are asked for', () => {
    const { settings } = filebeat({ profile: DaemonProfile.BARE, state: LogState.none(), health: { port: 9000 } });
    expect(settings).toMatchObject({ 'path.data': '/var/lib/filebeat', 'http.port': 9000, 'queue.disk': { max_size: '512MiB' } });
  });

  test('gives way to settings', () => {
    expect(filebeat({}, { settings: { 'path.data': '/data' } }).settings['path.data']).toBe('/data');
  });
});

describe('rights', () => {
  const rules = (kubernetesMetadata: KubernetesMetadata) => filebeat({ kubernetesMetadata }).rules.map(({ resources, verbs }: any) => `${resources} ${verbs}`);

  test.each<[string, KubernetesMetadata, string[]]>([
    ['to read pods, for metadata', KubernetesMetadata.apiServer(), ['pods get,list,watch']],
    ['to read namespaces, for their labels', KubernetesMetadata.apiServer({ namespaceLabels: true }), ['pods,namespaces get,list,watch']],
    ['to nothing, without metadata', KubernetesMetadata.none(), []],
  ])('%s', (_what, metadata, expected) => {
    expect(rules(metadata)).toEqual(expected);
  });
});

describe('inputs', () => {
  test('read files of any size', () => {
    expect(filebeat().settings['filebeat.inputs'][0]).toMatchObject({ 'file_identity.native': null, 'prospector.scanner.fingerprint.enabled': false });
  });

  test('read the links of containers, and not its own', () => {
    expect(filebeat({ name: 'my.logs' }).settings['filebeat.inputs'][0]).toMatchObject({
      'id': 'containers',
      'prospector.scanner.symlinks': true,
      'prospector.scanner.exclude_files': ['^/var/log/containers/my\\.logs-[^/]{5}_logging_filebeat-[0-9a-f]{64}\\.log$$'],
    });
  });

  test('leave out containers by the whole of their names', () => {
    const [input] = caseOf('names of containers').settings['filebeat.inputs'];
    expect(input.paths).toEqual([`/var/log/containers/*_shop-*_app-${'?'.repeat(64)}.log`, `/var/log/containers/*_pay_app-${'?'.repeat(64)}.log`]);
    expect(input['prospector.scanner.exclude_files']).toContain('^/var/log/containers/[^/]*_[^/]*_proxy-[0-9a-f]{64}\\.log$$');
  });

  test('begin at the end with files that were there before', () => {
    const [, all] = caseOf('names of containers').settings['filebeat.inputs'];
    expect(all.ignore_inactive).toBe('since_first_start');
    expect(filebeat({ sources: [LogSource.files({ paths: ['/var/log/a/a.log'], readFrom: ReadFrom.BEGINNING })] }).settings['filebeat.inputs'][0].ignore_inactive).toBeUndefined();
  });

  test('are one for each kind of entries, and one for the other containers', () => {
    const inputs = caseOf('joined lines').settings['filebeat.inputs'];
    expect(inputs.map(({ id }: any) => id)).toEqual(['containers.1', 'containers.2', 'containers.3', 'containers', 'files', 'all.1']);
    expect(inputs[1]['prospector.scanner.include_files']).toEqual(['^/var/log/containers/(b-[^_]*|c\\.d)_[^_]+_[^_]+-[0-9a-f]{64}\\.log$$']);
    expect(inputs[3]['prospector.scanner.exclude_files'].slice(2)).toEqual(inputs.slice(0, 3).map((input: any) => input['prospector.scanner.include_files'][0]));
  });

  test('join lines by what goes on, or by what begins', () => {
    const inputs = caseOf('joined lines').settings['filebeat.inputs'];
    expect(inputs[2].parsers[1].multiline).toEqual({ type: 'pattern', pattern: '^\\d{4}$$', negate: true, match: 'after', max_lines: 1000, timeout: '2s' });
    expect(inputs[1].parsers[1].multiline).toMatchObject({ negate: false, timeout: '500ms' });
    expect(inputs[0].parsers[1].multiline.pattern).toContain(')|(?:');
  });

  test('look no less often for new lines than for new files', () => {
    expect(caseOf('joined lines').settings['filebeat.inputs'][0])
      .toMatchObject({ 'prospector.scanner.check_interval': '3s', 'backoff.max': '3s', 'close.on_state_change.inactive': '600s', 'message_max_bytes': 65536 });
  });

  test('read the journal with all its conditions', () => {
    expect(caseOf('journal, audit and an input of its own').settings['filebeat.inputs'][0]).toEqual({
      'type': 'journald',
      'id': 'journal',
      'paths': ['/var/log/journal'],
      'seek': 'head',
      'include_matches.match': ['_SYSTEMD_UNIT=kubelet.service', '_TRANSPORT=kernel'],
      'fields': { source: 'journal' },
    });
  });
});

describe('filters', () => {
  const processors = (...filters: LogFilter[]) => filebeat({ filters, kubernetesMetadata: KubernetesMetadata.none() }).settings.processors.slice(1);

  test('of some sources look at where a line is from', () => {
    expect(processors(LogFilter.drop(LogField.MESSAGE, 'a', { sources: ['containers'] }))).toEqual([
      { if: { or: [{ equals: { 'fields.source': 'containers' } }] }, then: [{ drop_event: { when: { regexp: { message: 'a' } } } }] },
    ]);
  });

  test('keep what has the field', () => {
    expect(filebeat({ filters: [LogFilter.keep(LogField.podLabel('app.kubernetes.io/name'), '^a$')] }).settings.processors.slice(1)).toEqual([
      { drop_event: { when: { not: { regexp: { 'kubernetes.labels.app_kubernetes_io/name': '^a$$' } } } } },
    ]);
  });

  test('know fields of the journal by the names of Filebeat', () => {
    expect(caseOf('journal, audit and an input of its own').text).toContain('log.syslog.priority: ^[0-4]$$');
    expect(caseOf('journal, audit and an input of its own').text).toContain('journald.custom.my_field: x');
    expect(filebeat({ sources: [LogSource.journal()], filters: [LogFilter.drop(LogField.named('level'), 'x')] }).text).toContain('level: x');
  });
});

describe('metadata', () => {
  test('are looked for where the kubelet links files', () => {
    const [{ add_kubernetes_metadata: metadata }] = filebeat().settings.processors;
    expect(metadata).toMatchObject({ node: '"${NODE_NAME}"', matchers: [{ logs_path: { logs_path: '/var/log/containers/' } }], use_kubeadm: false });
  });

  test('have no labels where they are not asked for', () => {
    expect(caseOf('names of containers').settings.processors[1]).toEqual({ drop_fields: { fields: ['kubernetes.labels'], ignore_missing: true } });
  });

  test('are without the API server what stands in the name of the file', () => {
    const [{ then }] = caseOf('no metadata').settings.processors;
    expect(then[0].dissect.tokenizer).toBe('/var/log/containers/%{pod.name}_%{namespace}_%{container.name}.log');
    expect(then[1].replace.fields).toEqual([{ field: 'kubernetes.container.name', pattern: '-[0-9a-f]{64}$$', replacement: '' }]);
  });
});

describe('the output', () => {
  test('is an index a day, without a template of its own', () => {
    expect(filebeat().settings).toMatchObject({ 'output.elasticsearch': { index: 'logs-%{+yyyy.MM.dd}' }, 'setup.template.enabled': false, 'setup.ilm.enabled': false });
    expect(caseOf('Elasticsearch with everything').settings['output.elasticsearch']).toMatchObject({ index: 'all', hosts: ['https://[fd00::1]:9200'] });
  });

  test('has its password in quotes, as Filebeat would read it as a value', () => {
    const { settings, env } = filebeat();
    expect(settings['output.elasticsearch'].password).toBe('${QUOTED_ELASTICSEARCH_PASSWORD}');
    expect(env.QUOTED_ELASTICSEARCH_PASSWORD).toBe("'$(ELASTICSEARCH_PASSWORD)'");
    expect(Object.keys(env).indexOf('ELASTICSEARCH_PASSWORD')).toBeLessThan(Object.keys(env).indexOf('QUOTED_ELASTICSEARCH_PASSWORD'));
  });

  test('speaks TLS to Kafka unless it is told not to', () => {
    expect(filebeat({ sinks: FILEBEAT_CASES.Kafka.props.sinks }).settings['output.kafka'].ssl).toMatchObject({ enabled: true, verification_mode: 'none' });
    expect(caseOf('Kafka without TLS').settings['output.kafka'].ssl).toBeUndefined();
  });

  test('that is raw has the variables that it names', () => {
    expect(caseOf('Logstash').settings['output.logstash']).toEqual({ hosts: ['logstash.example.com:5044'] });
  });

  test('waits on the disk, or in memory', () => {
    expect(filebeat().settings['queue.disk']).toEqual({ max_size: '512MiB' });
    expect(caseOf('Elasticsearch with everything').settings['queue.mem']).toEqual({ 'events': 4096, 'flush.min_events': 1600, 'flush.timeout': '1s' });
  });
});

test('what is handed in changes nothing when it changes later', () => {
  const settings = { 'logging.level': 'warning' };
  const agent = LogAgent.filebeat({ settings, container: { env: { A: EnvValue.text('1') } } });
  settings['logging.level'] = 'debug';
  expect(collected(agent, { sinks: [ELASTICSEARCH], sources: [LogSource.containers({ multiline: [Multiline.java()] })] }).text).toContain('logging.level: warning');
});
