import { Testing } from 'cdk8s';
import { vector } from './vector-configuration';
import {
  ConfigReload, ContainerPort, DaemonProfile, EnvValue, IpFamily, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogField, LogFilter, LogSink,
  LogSource, LogState, Multiline, NodePlatform, ReadFrom, SecretValue, WhenFull,
} from '../../src';
import { chartOf } from '../core/testing';

const STDOUT = LogSink.stdout();
const SINKS = { sinks: [STDOUT] };
const NONE = { ...SINKS, kubernetesMetadata: KubernetesMetadata.none() };
const sink = (given: LogSink, props = {}) => vector({ sinks: [given], ...props }).configuration.sinks[`sink_${given.id}`];

test('defaults', () => {
  const chart = chartOf();
  new LogCollector(chart, 'logs', {
    agent: LogAgent.vector(), sinks: [LogSink.elasticsearch({ host: 'logs.example.com', password: SecretValue.key('elasticsearch', 'password') })],
  });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('what was handed in changes nothing when it changes later', () => {
  const settings = { timezone: 'Europe/Berlin' };
  const agent = LogAgent.vector({ settings });
  settings.timezone = 'UTC';
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent, ...SINKS });
  expect(JSON.stringify(Testing.synth(chart))).toContain('Europe/Berlin');
});

describe('the API server', () => {
  test('is asked for pods and nodes, and for no more than that', () => {
    expect(vector(SINKS).rules).toEqual([{ apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['list', 'watch'] }]);
    expect(vector(SINKS).env.VECTOR_SELF_NODE_NAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test('is asked for namespaces where their labels are wanted', () => {
    const { rules, configuration } = vector({ ...SINKS, kubernetesMetadata: KubernetesMetadata.apiServer({ namespaceLabels: true }) });
    expect(rules[0].resources).toEqual(['nodes', 'pods', 'namespaces']);
    expect(configuration.sources.containers.insert_namespace_fields).toBe(true);
  });

  test('is not asked without metadata: files are read, and names come from their paths', () => {
    const { rules, pod, configuration } = vector(NONE);
    expect([rules, pod.automountServiceAccountToken]).toEqual([[], false]);
    expect(configuration.sources.containers).toMatchObject({ type: 'file', include: ['/var/log/pods/*/*/*.log*'] });
    expect(Object.keys(configuration.transforms)).toEqual(['parse_containers', 'join_containers']);
  });

  test('is not asked where no container is read', () => {
    expect(vector({ ...SINKS, sources: [LogSource.audit()] }).rules).toEqual([]);
  });
});

describe('containers', () => {
  test('are all but its own, whose label also keeps other Vectors away', () => {
    const { configuration, metadata } = vector(SINKS);
    expect(configuration.sources.containers.exclude_paths_glob_patterns).toEqual(['**/*.gz', '**/*.tmp', '/var/log/pods/logging_platform-logs-c8cecaaa-?????_*/vector/*.log*']);
    expect(metadata.labels['vector.dev/exclude']).toBe('true');
  });

  test('are its own, too, where that is asked for', () => {
    const { configuration, metadata } = vector({ sinks: [LogSink.http({ host: 'logs' })], sources: [LogSource.containers({ excludeSelf: false })] });
    expect(configuration.sources.containers.exclude_paths_glob_patterns).toEqual(['**/*.gz', '**/*.tmp']);
    expect(metadata.labels['vector.dev/exclude']).toBeUndefined();
  });

  test('are chosen by their paths, with the rotated files beside them', () => {
    const { containers } = vector({ ...SINKS, sources: [LogSource.containers({ namespaces: ['shop-*'], containers: ['app'], excludeNamespaces: ['kube-system'] })] }).configuration.sources;
    expect(containers.include_paths_glob_patterns).toEqual(['/var/log/pods/shop-*_*_*/app/*.log*']);
    expect(containers.exclude_paths_glob_patterns).toContain('/var/log/pods/kube-system_*_*/*/*.log*');
  });

  test('have lines as long as is said, whole or in parts', () => {
    expect(vector({ ...SINKS, maxLineSize: '64Ki' }).configuration.sources.containers).toMatchObject({ max_line_bytes: 65536, max_merged_line_bytes: 65536 });
  });

  test('are followed as is said', () => {
    expect(vector({ ...SINKS, rotation: { waitSeconds: 7, refreshSeconds: 3 } }).configuration.sources.containers)
      .toMatchObject({ rotate_wait_secs: 7, glob_minimum_cooldown_ms: 3000, read_from: 'beginning' });
  });

  test('have only the fields that are asked for', () => {
    const fieldsOf = (labels: boolean, annotations: boolean) =>
      vector({ ...SINKS, kubernetesMetadata: KubernetesMetadata.apiServer({ labels, annotations }) }).configuration.sources.containers.pod_annotation_fields;
    expect(fieldsOf(true, true)).not.toHaveProperty('pod_labels');
    expect(fieldsOf(true, true)).not.toHaveProperty('pod_annotations');
    expect(fieldsOf(false, false)).toMatchObject({ pod_labels: '', pod_annotations: '' });
  });

  test('may begin with new lines where nobody is asked', () => {
    expect(vector({ ...NONE, sources: [LogSource.containers({ readFrom: ReadFrom.END })] }).configuration.sources.containers.read_from).toBe('end');
  });
});

describe('the journal', () => {
  const journal = (options: Parameters<typeof LogSource.journal>[0] = {}) => vector({ ...SINKS, sources: [LogSource.journal(options)] });

  test('is read by the image that has journalctl, and no other is', () => {
    expect(journal().main.image).toBe('docker.io/timberio/vector:0.57.0-debian');
    expect(vector(SINKS).main.image).toBe('docker.io/timberio/vector:0.57.0-distroless-libc');
  });

  test('is that of the boot that runs: the journalctl of the image reads no other', () => {
    expect(journal({ units: ['kubelet'] }).configuration.sources.journal).toEqual({ type: 'journald', include_matches: { _SYSTEMD_UNIT: ['kubelet.service'] }, since_now: true });
    expect(journal({ readFrom: ReadFrom.BEGINNING }).configuration.sources.journal).toEqual({ type: 'journald' });
  });

  test('has entries that match every field, of which Vector would take any', () => {
    const { sources, transforms } = journal({ units: ['kubelet'], matches: { PRIORITY: ['3', '4'], _HOSTNAME: ['a'] } }).configuration;
    expect(sources.journal.include_matches).toEqual({ _SYSTEMD_UNIT: ['kubelet.service'] });
    expect(transforms.match_journal.condition).toBe('includes(["3", "4"], .PRIORITY) && includes(["a"], .host)');
  });

  test('has a source for each of its directories', () => {
    const { sources, sinks } = journal({ directories: ['/var/log/journal', '/run/log/journal'] }).configuration;
    expect([sources.journal.journal_directory, sources.journal_2.journal_directory]).toEqual(['/var/log/journal', '/run/log/journal']);
    expect(sinks.sink_stdout.inputs).toEqual(['journal', 'journal_2']);
  });
});

describe('lines that belong together', () => {
  test('are joined of every container without a choice', () => {
    const { transforms } = vector({ ...SINKS, sources: [LogSource.containers({ multiline: [Multiline.java({ flushSeconds: 5 })] })] }).configuration;
    expect(transforms).toEqual({ multiline_containers_1: expect.objectContaining({ type: 'reduce', inputs: ['containers'], expire_after_ms: 5000, max_events: 1000 }) });
  });

  test('are those of the first that selects a container; of the others, each line is an entry', () => {
    const { transforms, sinks } = vector({
      ...SINKS, sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['a'] }), Multiline.python({ namespaces: ['b'] })] })],
    }).configuration;
    expect(transforms.multiline_containers).toMatchObject({ type: 'exclusive_route', routes: [{ name: 'group_1' }, { name: 'group_2' }] });
    expect(transforms.multiline_containers_2.inputs).toEqual(['multiline_containers.group_2']);
    expect(sinks.sink_stdout.inputs).toEqual(['multiline_containers_1', 'multiline_containers_2', 'multiline_containers._unmatched']);
  });

  test('are those of one file', () => {
    const source = LogSource.files({ paths: ['/var/log/app/*.log'], multiline: Multiline.pattern({ firstLine: '^\\d' }) });
    expect(vector({ ...SINKS, sources: [source] }).configuration.transforms.multiline_files_1)
      .toMatchObject({ group_by: ['file'], starts_when: "match(string(.message) ?? \"\", r'^\\d')", merge_strategies: { message: 'concat_newline', timestamp: 'discard' } });
  });
});

describe('the way of lines', () => {
  const SOURCES = [LogSource.containers(), LogSource.audit(), LogSource.files({ paths: ['/var/log/nginx/*.log'] })];

  test('is one for all sources that nobody tells apart', () => {
    const { transforms } = vector({ ...SINKS, sources: SOURCES, filters: [LogFilter.drop(LogField.MESSAGE, 'x')] }).configuration;
    expect(transforms.filter_drop.inputs).toEqual(['containers', 'parse_audit', 'files']);
  });

  test('parts where a filter or a sink takes some of them', () => {
    const { transforms, sinks } = vector({
      sources: SOURCES,
      filters: [LogFilter.drop(LogField.MESSAGE, 'x', { sources: ['containers'] }), LogFilter.addFields({ a: 'b' })],
      sinks: [STDOUT, LogSink.loki({ host: 'loki', sources: ['audit'] })],
    }).configuration;
    expect(transforms.filter_drop.inputs).toEqual(['containers']);
    expect(transforms['filter_add-fields_containers'].inputs).toEqual(['filter_drop']);
    expect(sinks.sink_stdout.inputs).toEqual(['filter_add-fields_containers', 'filter_add-fields_audit', 'filter_add-fields_files']);
    expect(transforms.shape_loki.inputs).toEqual(['filter_add-fields_audit']);
  });

  test('has ids that cannot meet, whatever the user calls the parts', () => {
    const raw = { id: 'a', settings: { type: 'filter', condition: 'true' } };
    const { sources, transforms, sinks } = vector({
      sources: [LogSource.raw({ id: 'a', settings: { type: 'demo_logs', format: 'json' } })], filters: [LogFilter.raw(raw)], sinks: [LogSink.raw({ id: 'a', settings: { type: 'blackhole' } })],
    }).configuration;
    expect([Object.keys(sources), Object.keys(transforms), Object.keys(sinks)]).toEqual([['a', 'own_metrics'], ['filter_a'], ['sink_a', 'own_metrics_exporter']]);
    expect([transforms.filter_a.inputs, sinks.sink_a]).toEqual([['a'], { type: 'blackhole', inputs: ['filter_a'] }]);
  });
});

describe('credentials', () => {
  const PASSWORD = LogSink.openSearch({ host: 'logs', password: SecretValue.key('open-search', 'password') });

  test('are files, and neither variables nor text', () => {
    const { env, pod, configuration } = vector({ sinks: [PASSWORD] });
    expect(Object.keys(env)).toEqual(['VECTOR_SELF_NODE_NAME', 'VECTOR_THREADS']);
    expect(configuration.secret).toEqual({ credentials: { type: 'directory', path: '/etc/log-collector/credentials', remove_trailing_whitespace: true } });
    expect(pod.volumes).toContainEqual({
      name: 'credentials', projected: { sources: [{ secret: { name: 'open-search', items: [{ key: 'password', path: 'OPEN_SEARCH_PASSWORD' }] } }] },
    });
  });

  test('stand where no character of theirs has a meaning in YAML', () => {
    expect(vector({ sinks: [PASSWORD] }).text).toContain('      password: |-\n        SECRET[credentials.OPEN_SEARCH_PASSWORD]\n');
    expect(vector({ sinks: [LogSink.elasticsearch({ host: 'logs', apiKey: SecretValue.key('es', 'key') })] }).text)
      .toContain('        Authorization: |-\n          ApiKey SECRET[credentials.ELASTICSEARCH_API_KEY]\n');
  });

  test('of AWS may be others for each sink', () => {
    const keys = { accessKeyId: SecretValue.key('aws', 'id'), secretAccessKey: SecretValue.key('aws', 'key') };
    expect(sink(LogSink.s3({ region: 'eu-central-1', bucket: 'logs', ...keys, roleArn: 'arn:aws:iam::123456789012:role/logs' })).auth).toEqual({
      access_key_id: 'SECRET[credentials.S3_AWS_ACCESS_KEY_ID]', secret_access_key: 'SECRET[credentials.S3_AWS_SECRET_ACCESS_KEY]', assume_role: 'arn:aws:iam::123456789012:role/logs',
    });
  });

  test('are no volume where there are none', () => {
    expect(vector(SINKS).mounts).toEqual(['/var/log/pods', '/var/lib/vector rw', '/etc/vector']);
    expect(vector(SINKS).configuration.secret).toBeUndefined();
  });
});

describe('variables', () => {
  test('in fields are asked for by the program, so that nothing in the configuration is replaced', () => {
    const { env, configuration } = vector({ ...SINKS, filters: [LogFilter.addFields({ node: '$(NODE_NAME)', price: '5 $' })] });
    expect(env.VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION).toBeUndefined();
    expect(env.NODE_NAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
    expect(configuration.transforms['filter_add-fields'].source).toBe('.node = (get_env_var("NODE_NAME") ?? "")\n.price = "5 $"');
  });

  test('in sinks are replaced, and then every other dollar is one that stays', () => {
    const { env, configuration } = vector({
      sinks: [LogSink.loki({ host: 'loki', tenant: '$(TENANT)', labels: { price: '$5' } })], filters: [LogFilter.drop(LogField.MESSAGE, 'a$')],
    }, { container: { env: { TENANT: EnvValue.text('a') } } });
    expect(env.VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION).toBe('true');
    expect(configuration.sinks.sink_loki).toMatchObject({ tenant_id: '${TENANT}', labels: { price: '$$5' } });
    expect(configuration.transforms.filter_drop.condition).toContain("r'a$$'");
  });

  test('in a raw sink are replaced where it has some, and its text stays as it is written', () => {
    const raw = LogSink.raw({ settings: { type: 'http', uri: '${URL}/$$' }, env: { URL: EnvValue.text('https://a') } });
    expect(vector({ sinks: [raw] }).env).toMatchObject({ URL: 'https://a', VECTOR_DANGEROUSLY_ALLOW_ENV_VAR_INTERPOLATION: 'true' });
    expect(sink(raw).uri).toBe('${URL}/$$');
  });
});

describe('sinks', () => {
  test('have an index for each day, or one', () => {
    expect(sink(LogSink.openSearch({ host: 'a' }))).toMatchObject({ type: 'elasticsearch', api_version: 'v8', bulk: { index: 'logs-%Y.%m.%d', action: 'create' } });
    expect(sink(LogSink.elasticsearch({ host: 'a', index: 'all', indexPerDay: false })).bulk.index).toBe('all');
  });

  test('speak TLS by the scheme of their URL', () => {
    expect(sink(LogSink.loki({ host: 'fd00::1', tls: { enabled: false } })).endpoint).toBe('http://[fd00::1]:3100');
    expect(sink(LogSink.http({ host: 'a', path: '/ingest' }))).toMatchObject({ uri: 'https://a:443/ingest' });
    expect(sink(LogSink.http({ host: 'a' })).tls).toBeUndefined();
    expect(sink(LogSink.http({ host: 'a', tls: { ca: SecretValue.key('ca', 'ca.crt') } })).tls).toEqual({ ca_file: '/etc/log-collector/tls/http/ca.crt' });
  });

  test('try for ever, and Kafka does, too', () => {
    expect(sink(LogSink.http({ host: 'a', retry: { maxIntervalSeconds: 5 } })).request).toEqual({ retry_max_duration_secs: 5 });
    expect(sink(LogSink.kafka({ brokers: ['a:9092'], topic: 't' }))).toMatchObject({ message_timeout_ms: 0 });
  });

  test('try as often as is said', () => {
    expect(sink(LogSink.http({ host: 'a', retry: { attempts: 3 } })).request.retry_attempts).toBe(3);
    expect(sink(LogSink.kafka({ brokers: ['a:9092'], topic: 't', retry: { attempts: 3 } })).librdkafka_options).toEqual({ 'message.send.max.retries': '3' });
  });

  test('have a buffer with a cap', () => {
    expect(sink(STDOUT).buffer).toEqual({ type: 'disk', max_size: 536870912, when_full: 'block' });
    expect(sink(LogSink.stdout({ buffer: LogBuffer.memory({ maxSize: '16Mi', whenFull: WhenFull.DROP_NEWEST }) })).buffer).toEqual({ type: 'memory', max_size: 16777216, when_full: 'drop_newest' });
  });

  test('confirm lines to sources that wait for it', () => {
    expect(sink(STDOUT, { sources: [LogSource.audit()] }).acknowledgements).toEqual({ enabled: true });
    expect(sink(STDOUT, { kubernetesMetadata: KubernetesMetadata.none() }).acknowledgements).toEqual({ enabled: true });
    expect(sink(STDOUT).acknowledgements).toBeUndefined();
  });

  test('send OTLP as Protobuf, of which several lines are one request', () => {
    expect(sink(LogSink.otlp({ host: 'otel' })).protocol).toMatchObject({ uri: 'https://otel:4318/v1/logs', encoding: { codec: 'otlp' }, framing: { method: 'bytes' } });
  });
});

describe('probes and metrics', () => {
  test('are on one port, for the API of Vector would show everybody every line', () => {
    const { main, configuration } = vector(SINKS);
    expect(configuration.api).toBeUndefined();
    expect(configuration.sinks.own_metrics_exporter).toEqual({ type: 'prometheus_exporter', address: '0.0.0.0:9598', inputs: ['own_metrics'] });
    expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/metrics', port: 9598 }, { path: '/metrics', port: 9598 }]);
    expect(main.ports).toEqual([{ name: 'metrics', containerPort: 9598 }]);
  });

  test('are on the port that is said', () => {
    expect(vector({ ...SINKS, health: { port: 19598 } }).main.readinessProbe.httpGet.port).toBe(19598);
    expect(vector({ ...SINKS, health: { metricsPort: 19598 } }).configuration.sinks.own_metrics_exporter.address).toBe('0.0.0.0:19598');
  });

  test('are at an address that IPv6 reaches', () => {
    expect(vector(SINKS, {}, NodePlatform.standard({ ipFamily: IpFamily.IPV6 })).configuration.sinks.own_metrics_exporter.address).toBe('[::]:9598');
  });
});

describe('a new configuration', () => {
  test('replaces the pods', () => {
    expect(vector(SINKS).main.args).toEqual(['--config', '/etc/vector/vector.yaml']);
    expect(Object.keys(vector(SINKS).metadata.annotations ?? {})).toHaveLength(1);
  });

  test('is found by the program where it looks itself', () => {
    const { main, metadata } = vector({ ...SINKS, configReload: ConfigReload.HOT_RELOAD });
    expect(main.args).toEqual(['--config', '/etc/vector/vector.yaml', '--watch-config', '--watch-config-method', 'poll']);
    expect(Object.keys(metadata.annotations ?? {})).toEqual([]);
  });
});

describe('its container', () => {
  test('may do nothing but read as root, and write its state', () => {
    const { main, pod, mounts } = vector(SINKS);
    expect(main.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
    expect(mounts.filter((mount: string) => mount.endsWith(' rw'))).toEqual(['/var/lib/vector rw']);
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/vector/logging-platform-logs-c8cecaaa', type: 'DirectoryOrCreate' } });
  });

  test('has threads that fit its memory, not one for each processor of the node', () => {
    expect(vector(SINKS).env.VECTOR_THREADS).toBe('2');
    expect(vector(SINKS, { container: { env: { VECTOR_THREADS: EnvValue.text('8') } } }).env.VECTOR_THREADS).toBe('8');
  });

  test('gives lines of files the name of the node as their host', () => {
    expect(vector({ ...SINKS, sources: [LogSource.audit()] }).env.VECTOR_HOSTNAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test('gives way to what is written of it', () => {
    const { main } = vector(SINKS, { container: { image: 'vector:1', args: ['-c', '/a'], ports: [ContainerPort.tcp(1234)] } });
    expect([main.image, main.args, main.ports]).toEqual(['vector:1', ['-c', '/a'], [{ name: 'metrics', containerPort: 9598 }, { containerPort: 1234 }]]);
  });

  test('has only what follows from what was written, with BARE', () => {
    const { main, metadata, pod, configuration, mounts } = vector({ ...SINKS, profile: DaemonProfile.BARE });
    expect(Object.keys(main).sort()).toEqual(['args', 'env', 'image', 'name', 'volumeMounts']);
    expect(metadata.labels).not.toHaveProperty('vector.dev/exclude');
    expect(mounts).toEqual(['/var/log/pods', '/etc/vector']);
    expect(pod.volumes).toHaveLength(2);
    expect([configuration.data_dir, Object.keys(configuration.sinks)]).toEqual([undefined, ['sink_stdout']]);
    expect(configuration.sinks.sink_stdout.buffer.type).toBe('memory');
  });

  test('has a state with BARE where one is given, and metrics where a port is', () => {
    const { configuration } = vector({ ...SINKS, profile: DaemonProfile.BARE, state: LogState.hostPath('/var/lib/logs'), health: { port: 9000 } });
    expect([configuration.data_dir, configuration.sinks.own_metrics_exporter.address]).toEqual(['/var/lib/vector', '0.0.0.0:9000']);
  });
});

test('further settings win, and maps are put together', () => {
  const transforms = { more: { type: 'filter', inputs: ['containers'], condition: 'true' } };
  const { configuration } = vector(SINKS, { settings: { data_dir: '/data', timezone: 'UTC', transforms } });
  expect(configuration).toMatchObject({ data_dir: '/data', timezone: 'UTC', transforms: { more: { type: 'filter' } }, sinks: { sink_stdout: { type: 'console' } } });
});
