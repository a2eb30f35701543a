import { vector } from './vector-configuration';
import { EnvValue, KubernetesMetadata, LogBuffer, LogField, LogFilter, LogSink, LogSource, SecretValue, WhenFull } from '../../src';

const STDOUT = LogSink.stdout();
const SINKS = { sinks: [STDOUT] };
const sink = (given: LogSink, props = {}) => vector({ sinks: [given], ...props }).configuration.sinks[`sink_${given.id}`];

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
