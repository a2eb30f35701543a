import { AWS, collector, LOGS, STDOUT } from './rendered-fluent-bit';
import { LogSink, LogSource, OtlpProtocol, SecretValue } from '../../src';

const SECRET = SecretValue.key('credentials', 'secret');
const outputOf = (sink: LogSink, props = {}) => collector({ sinks: [sink], ...props }).outputs[0];

describe('sinks', () => {
  test('trust only the server that they name', () => {
    const { outputs: [output], mounts } = collector({ sinks: [LogSink.http({ ...LOGS, tls: { ca: SECRET, cert: SECRET, key: SECRET, serverName: 'logs' } })] });
    expect(output).toMatchObject({
      'tls': 'on',
      'tls.verify': 'on',
      'tls.verify_hostname': 'on',
      'tls.vhost': 'logs',
      'tls.ca_file': '/etc/log-collector/tls/http/ca.crt',
      'tls.crt_file': '/etc/log-collector/tls/http/tls.crt',
      'tls.key_file': '/etc/log-collector/tls/http/tls.key',
    });
    expect(mounts).toContain('/etc/log-collector/tls/http');
    expect(outputOf(LogSink.http({ ...LOGS, tls: { enabled: false } }))).toMatchObject({ tls: 'off', port: 80 });
    expect(outputOf(LogSink.http({ ...LOGS, tls: { insecureSkipVerify: true } }))).toMatchObject({ 'tls': 'on', 'tls.verify': 'off', 'tls.verify_hostname': 'off' });
  });

  test('have credentials from Secrets, in variables', () => {
    const { text, env } = collector({
      sinks: [
        LogSink.elasticsearch({ ...LOGS, apiKey: SECRET }), LogSink.openSearch({ ...LOGS, password: SECRET }), LogSink.loki({ ...LOGS, bearerToken: SECRET }),
        LogSink.otlp({ ...LOGS, secretHeaders: { 'x-key': SECRET } }), LogSink.http({ ...LOGS, bearerToken: SECRET }), LogSink.splunkHec({ ...LOGS, token: SECRET }),
        LogSink.forward({ ...LOGS, sharedKey: SECRET, username: 'a', password: SECRET }), LogSink.kafka({ brokers: ['a:1'], topic: 'a', username: 'a', password: SECRET }),
      ],
    });
    const named = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(named.filter(name => env[name] === undefined)).toEqual([]);
    expect(Object.keys(env).filter(name => env[name].secretKeyRef !== undefined).sort()).toEqual([
      'ELASTICSEARCH_API_KEY', 'FORWARD_PASSWORD', 'FORWARD_SHARED_KEY', 'HTTP_BEARER_TOKEN', 'KAFKA_PASSWORD', 'LOKI_BEARER_TOKEN', 'OPEN_SEARCH_PASSWORD', 'OTLP_X_KEY',
      'SPLUNK_HEC_TOKEN',
    ]);
  });

  test.each<[string, LogSink, object]>([
    ['Elasticsearch', LogSink.elasticsearch({ ...LOGS, index: 'shop' }), { name: 'es', port: 9200, logstash_format: 'on', logstash_prefix: 'shop', suppress_type_name: 'on', generate_id: 'on' }],
    ['one index of OpenSearch', LogSink.openSearch({ ...LOGS, indexPerDay: false, pipeline: 'a' }), { name: 'opensearch', logstash_format: 'off', index: 'logs', pipeline: 'a' }],
    ['Loki', LogSink.loki({ ...LOGS, tenant: 'a', labels: { job: 'b', node: '$(NODE_NAME)' } }), {
      tenant_id: 'a',
      labels: "job=b, node=${NODE_NAME}, namespace=$kubernetes['namespace_name'], pod=$kubernetes['pod_name'], container=$kubernetes['container_name'], stream=$stream",
    }],
    ['OTLP by HTTP', LogSink.otlp({ ...LOGS, headers: { a: 'b c' } }), { port: 4318, header: ['a b c'], logs_body_key: ['$log', '$MESSAGE'], logs_body_key_attributes: 'on' }],
    ['OTLP by gRPC', LogSink.otlp({ ...LOGS, protocol: OtlpProtocol.GRPC }), { port: 4317, grpc: 'on' }],
    ['Kafka', LogSink.kafka({ brokers: ['a:1', 'b:2'], topic: 'logs', username: 'a', password: SECRET }), {
      'brokers': 'a:1,b:2', 'topics': 'logs', 'format': 'json', 'rdkafka.security.protocol': 'sasl_ssl', 'rdkafka.sasl.mechanism': 'SCRAM-SHA-512', 'rdkafka.compression.type': 'gzip',
    }],
    ['Kafka without a user', LogSink.kafka({ brokers: ['a:1'], topic: 'logs', tls: { enabled: false } }), { 'rdkafka.security.protocol': 'plaintext' }],
    ['HTTP', LogSink.http({ ...LOGS, path: '/in', compress: true, secretHeaders: { 'x-key': SECRET } }), { uri: '/in', port: 443, compress: 'gzip', format: 'json', header: ['x-key ${HTTP_X_KEY}'] }],
    ['Splunk', LogSink.splunkHec({ ...LOGS, token: SECRET, index: 'a' }), { port: 8088, event_index: 'a', splunk_token: '${SPLUNK_HEC_TOKEN}' }],
    ['CloudWatch', LogSink.cloudWatch({ ...AWS, logGroup: 'a', endpoint: 'https://logs:4566' }), { log_stream_prefix: '${NODE_NAME}.', auto_create_group: 'off', endpoint: 'logs', port: 4566 }],
    ['S3', LogSink.s3({ ...AWS, bucket: 'logs', endpoint: 'http://s3:9000' }), {
      endpoint: 'http://s3:9000',
      s3_key_format: '/logs/%Y/%m/%d/$TAG/%H-%M-%S-$UUID.gz',
      compression: 'gzip',
      upload_timeout: '300s',
      store_dir: '/var/lib/fluent-bit/s3-s3',
      store_dir_limit_size: '512M',
      retry_limit: 1000000,
      retry_exhausted_action: 'delete',
    }],
    ['forward', LogSink.forward({ ...LOGS, sharedKey: SECRET }), { port: 24224, self_hostname: '${HOSTNAME}', require_ack_response: 'on', retain_metadata_in_forward_mode: 'off' }],
    ['its own log', STDOUT, { name: 'stdout', format: 'json_lines' }],
    ['its own words', LogSink.raw({ settings: { name: 'azure', customer_id: 'a' } }), { 'name': 'azure', 'customer_id': 'a', 'alias': 'raw', 'storage.total_limit_size': '512M' }],
  ])('write to %s', (_, sink, expected) => {
    expect(outputOf(sink)).toMatchObject(expected);
  });

  test('get the lines of their sources', () => {
    const { outputs } = collector({ sources: [LogSource.containers(), LogSource.journal()], sinks: [STDOUT, LogSink.http({ ...LOGS, sources: ['journal'] })] });
    expect(outputs.map(({ match, match_regex }) => match ?? match_regex)).toEqual(['*', '^(journal)(\\.|$)']);
  });

  test('try for as long as the buffer lasts, or as often as is said', () => {
    expect(outputOf(LogSink.http(LOGS)).retry_limit).toBe('no_limits');
    expect(outputOf(LogSink.http({ ...LOGS, retry: { attempts: 7 } })).retry_limit).toBe(7);
  });

  test('never wait longer than one of them may, which is not less than the first wait', () => {
    const service = (...seconds: number[]) => collector({ sinks: seconds.map((maxIntervalSeconds, i) => LogSink.http({ id: `a${i}`, ...LOGS, retry: { maxIntervalSeconds } })) }).service;
    expect(service(60, 20)).toMatchObject({ 'scheduler.cap': 20 });
    expect(service(2)).toMatchObject({ 'scheduler.cap': 2, 'scheduler.base': 2 });
  });
});
