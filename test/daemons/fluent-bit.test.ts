import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { parse } from 'yaml';
import { collected } from './log-agents';
import { collector, STDOUT } from './rendered-fluent-bit';
import {
  ConfigReload, DaemonProfile, EnvValue, HostPath, IpFamily, KubernetesMetadata, LogAgent, LogBuffer, LogCollector, LogField, LogFilter, LogSink, LogSource,
  LogState, Monitor, Multiline, NodePlatform, OtlpProtocol, ReadFrom, SecretValue,
} from '../../src';
import { findingsOf } from '../analysis/checks';
import { chartOf } from '../core/testing';

const SECRET = SecretValue.key('credentials', 'secret');
const LOGS = { host: 'logs.example.com' };
const AWS = { region: 'eu-central-1' };
const outputOf = (sink: LogSink, props = {}) => collector({ sinks: [sink], ...props }).outputs[0];
const limits = (memory: string) => ({ container: { resources: { limits: { memory } } } });
const megabytes = (amount: string | number = 0) => Number(String(amount).replace(/M$/, ''));

test('defaults', () => {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { sinks: [LogSink.elasticsearch({ host: 'elasticsearch' })] });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('nothing is found wrong with it', () => {
  const { manifests } = collector({ sources: [LogSource.containers(), LogSource.journal()], filters: [LogFilter.parseJson()] });
  expect(['ND504', 'ND510', 'ND511', 'ND512', 'ND513', 'ND514'].flatMap(id => findingsOf(id, manifests))).toEqual([]);
});

describe('containers', () => {
  test('are read with their own lines left out, whatever daemon and container are called', () => {
    const { inputs } = collector({ name: 'edge' }, { container: { name: 'collector' } });
    expect(inputs).toEqual([expect.objectContaining({
      'name': 'tail',
      'tag': 'containers.*',
      'path': '/var/log/containers/*.log',
      'exclude_path': `/var/log/containers/edge-?????_logging_collector-${'?'.repeat(64)}.log`,
      'multiline.parser': 'docker, cri',
    })]);
  });

  test('are followed beyond their rotation, and never given up for a long line', () => {
    const [input] = collector({ rotation: { waitSeconds: 60, refreshSeconds: 5 }, maxLineSize: '16Ki' }).inputs;
    expect(input).toMatchObject({ rotate_wait: 60, refresh_interval: 5, buffer_chunk_size: 16384, buffer_max_size: 16384, skip_long_lines: 'on' });
  });

  test('have one limit for lines that the runtime had cut', () => {
    expect(collector({ maxLineSize: '4Mi' }).service.multiline_buffer_limit).toBe(4194304);
    expect(collector({ sources: [LogSource.journal()] }).service.multiline_buffer_limit).toBeUndefined();
  });

  test('are chosen by names, of which the end counts too', () => {
    const [{ path, exclude_path: exclude }] = collector({ sources: [LogSource.containers({ namespaces: ['shop'], containers: ['app'], excludePods: ['noisy-*'], excludeSelf: false })] }).inputs;
    expect(path).toBe(`/var/log/containers/*_shop_app-${'?'.repeat(64)}.log`);
    expect(exclude).toBe('/var/log/containers/noisy-*_*_*.log');
  });

  test('are read from their beginning, or from now on', () => {
    expect(collector().inputs[0].read_from_head).toBe(true);
    expect(collector({ sources: [LogSource.containers({ readFrom: ReadFrom.END })] }).inputs[0].read_from_head).toBe(false);
  });
});

describe('files', () => {
  test('have their path in each line, and what is too long is cut', () => {
    const { inputs: [input], mounts } = collector({ sources: [LogSource.files({ paths: ['/var/log/nginx/*.log'], exclude: ['/var/log/nginx/old*'] })] });
    expect(input).toMatchObject({
      tag: 'files', path: '/var/log/nginx/*.log', exclude_path: '/var/log/nginx/old*', path_key: 'file', truncate_long_lines: 'on', skip_long_lines: 'on',
    });
    expect(mounts).toContain('/var/log/nginx');
  });

  test('of the audit are JSON', () => {
    const { inputs: [input], parsers } = collector({ sources: [LogSource.audit()] });
    expect(input).toMatchObject({ path: '/var/log/kubernetes/audit/audit.log', parser: 'json-line' });
    expect(parsers).toEqual([{ name: 'json-line', format: 'json' }]);
  });
});

describe('the journal', () => {
  const journal = (options = {}) => collector({ sources: [LogSource.journal(options)] });

  test('is that of the node, from now on', () => {
    const { inputs, mounts } = journal();
    expect(inputs).toEqual([expect.objectContaining({ name: 'systemd', tag: 'journal', read_from_tail: 'on' })]);
    expect(mounts.slice(0, 3)).toEqual(['/var/log', '/run/log', '/etc/machine-id']);
  });

  test.each<[string, object, object[]]>([
    ['any value of one field', { units: ['kubelet', 'a.timer'] }, [{ systemd_filter: ['_SYSTEMD_UNIT=kubelet.service', '_SYSTEMD_UNIT=a.timer'], systemd_filter_type: 'or' }]],
    ['a value of each field', { units: ['kubelet'], matches: { PRIORITY: ['3'] } }, [{ systemd_filter: ['_SYSTEMD_UNIT=kubelet.service', 'PRIORITY=3'], systemd_filter_type: 'and' }]],
    ['several values of several fields, each combination by itself', { units: ['a'], matches: { PRIORITY: ['3', '4'] } }, [
      { systemd_filter: ['_SYSTEMD_UNIT=a.service', 'PRIORITY=3'], systemd_filter_type: 'and' }, { systemd_filter: ['_SYSTEMD_UNIT=a.service', 'PRIORITY=4'], systemd_filter_type: 'and' },
    ]],
    ['each directory by itself', { directories: ['/mnt/a', '/mnt/b'] }, [{ path: '/mnt/a' }, { path: '/mnt/b' }]],
  ])('is read by %s', (_, options, expected) => {
    const { inputs } = journal(options);
    expect(inputs).toEqual(expected.map(one => expect.objectContaining(one)));
    expect(new Set(inputs.map(({ db }) => db)).size).toBe(expected.length);
    expect(new Set(inputs.map(({ tag }) => tag))).toEqual(new Set(['journal']));
  });
});

describe('lines that belong together', () => {
  const joined = (...multiline: Multiline[]) => collector({ sources: [LogSource.containers({ multiline })] });
  const tag = (pod: string, namespace: string, container: string) => `containers.var.log.containers.${pod}_${namespace}_${container}-${'0a'.repeat(32)}.log`;

  test('are joined before all else, each line by one filter alone', () => {
    const { filters } = joined(Multiline.java({ namespaces: ['shop-*'] }), Multiline.python({ containers: ['web'] }), Multiline.go());
    expect(filters.map(({ name }) => name)).toEqual(['multiline', 'multiline', 'multiline', 'kubernetes']);
    const parsersOf = (line: string) => filters.filter(({ name, match_regex }) => name === 'multiline' && new RegExp(match_regex).test(line)).map(one => one['multiline.parser']);
    expect([tag('a', 'shop-1', 'web'), tag('a', 'b', 'web'), tag('a', 'b', 'c'), tag('a', 'shop', 'c')].map(parsersOf)).toEqual([['java'], ['python'], ['go'], ['go']]);
  });

  test('of several kinds are looked for by one filter', () => {
    const { filters, multilineParsers } = joined(Multiline.java(), Multiline.dotnet());
    expect(filters.filter(({ name }) => name === 'multiline')).toEqual([expect.objectContaining({ 'multiline.parser': 'java, containers-dotnet-2', 'flush_ms': 2000 })]);
    expect(multilineParsers.map(({ name, key_group }) => [name, key_group])).toEqual([['containers-dotnet-2', 'stream']]);
  });

  test('by their further lines alone begin with any other line', () => {
    const { multilineParsers: [{ rules }] } = joined(Multiline.pattern({ continuation: '^\\s' }));
    expect(rules).toEqual([
      { state: 'start_state', regex: '/^(?!.*(?:^\\s))/', next_state: 'cont' }, { state: 'cont', regex: '/^\\s/', next_state: 'cont' },
    ]);
  });

  test('of files have no streams', () => {
    const { filters: [filter], multilineParsers: [parser] } = collector({ sources: [LogSource.files({ paths: ['/var/log/a/*'], multiline: Multiline.pattern({ firstLine: '^\\d' }) })] });
    expect([filter.match_regex, parser.key_group]).toEqual(['^files$', undefined]);
  });
});

describe('metadata', () => {
  test('is asked for by name, and nothing else may be asked', () => {
    const { filters, rules } = collector();
    expect(filters).toEqual([{
      name: 'kubernetes',
      match_regex: '^(containers)(\\.|$)',
      kube_tag_prefix: 'containers.var.log.containers.',
      labels: 'on',
      annotations: 'off',
      merge_log: 'off',
      namespace_labels: 'off',
      buffer_size: '2M',
      dns_wait_time: 5,
    }]);
    expect(rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
  });

  test('of namespaces needs one right more', () => {
    expect(collector({ kubernetesMetadata: KubernetesMetadata.apiServer({ namespaceLabels: true }) }).rules[0].resources).toEqual(['pods', 'namespaces']);
  });

  test('of the kubelet is asked at the address of the node, and the certificate of the API server is looked at all the same', () => {
    const { filters, rules, env } = collector({ kubernetesMetadata: KubernetesMetadata.kubelet({ namespaceLabels: true }) });
    expect(filters[0]).toMatchObject({ 'use_kubelet': 'on', 'kubelet_host': '${HOST_IP}', 'kubelet_port': 10250, 'tls.verify': 'off', 'namespace_labels': 'off', 'buffer_size': 0 });
    expect(filters[1]).toMatchObject({ namespace_metadata_only: 'on', namespace_labels: 'on' });
    expect(filters[1]['tls.verify']).toBeUndefined();
    expect(rules.map(({ resources }) => resources)).toEqual([['nodes/pods'], ['namespaces']]);
    expect(env.HOST_IP).toEqual({ fieldRef: { fieldPath: 'status.hostIP' } });
  });

  test('that nobody is asked for is what the tag says', () => {
    const { filters, rules, pod } = collector({ kubernetesMetadata: KubernetesMetadata.none() });
    expect(filters).toEqual([expect.objectContaining({ name: 'kubernetes', use_tag_for_meta: 'on' })]);
    expect([rules, pod.automountServiceAccountToken]).toEqual([[], false]);
  });

  test('is none of the journal', () => {
    const { filters, rules } = collector({ sources: [LogSource.journal()] });
    expect([filters, rules]).toEqual([[], []]);
  });
});

describe('filters', () => {
  const both = [LogSource.containers(), LogSource.journal()];
  const filtersOf = (...filters: LogFilter[]) => collector({ sources: both, kubernetesMetadata: KubernetesMetadata.none(), filters }).filters.slice(1);

  test('look for the text where the source has it', () => {
    expect(filtersOf(LogFilter.drop(LogField.MESSAGE, 'a b'))).toEqual([
      { name: 'grep', match_regex: '^(containers)(\\.|$)', exclude: 'log /a b/' }, { name: 'grep', match_regex: '^(journal)(\\.|$)', exclude: 'MESSAGE /a b/' },
    ]);
  });

  test.each<[LogField, string]>([
    [LogField.STREAM, 'stream'], [LogField.NAMESPACE, "$kubernetes['namespace_name']"], [LogField.POD, "$kubernetes['pod_name']"],
    [LogField.CONTAINER, "$kubernetes['container_name']"], [LogField.named('level'), 'level'],
  ])('find the field %#', (field, key) => {
    expect(filtersOf(LogFilter.keep(field, '^x$', { sources: ['containers'] }))).toEqual([{ name: 'grep', match_regex: '^(containers)(\\.|$)', regex: `${key} /^x$/` }]);
  });

  test('find labels of pods', () => {
    const { filters } = collector({ filters: [LogFilter.keep(LogField.podLabel('a.b/c'), '^x$')] });
    expect(filters[filters.length - 1]).toEqual({ name: 'grep', match: '*', regex: "$kubernetes['labels']['a.b/c'] /^x$/" });
  });

  test('read JSON and keep all else', () => {
    expect(filtersOf(LogFilter.parseJson({ sources: ['journal'] }))).toEqual([
      { name: 'parser', match_regex: '^(journal)(\\.|$)', key_name: 'MESSAGE', parser: 'json-line', reserve_data: 'on', preserve_key: 'on' },
    ]);
  });

  test('add fields in the place of those that are there', () => {
    expect(filtersOf(LogFilter.addFields({ env: 'prod (a', node: '$(NODE_NAME)' }))).toEqual([
      { name: 'record_modifier', match: '*', remove_key: ['env', 'node'], record: ['env "prod (a"', 'node "${NODE_NAME}"'] },
    ]);
  });

  test('in its own words have what they say', () => {
    expect(filtersOf(LogFilter.raw({ settings: { name: 'throttle', rate: 10 } }), LogFilter.raw({ id: 'b', settings: { name: 'aws', match: 'journal' }, sources: ['journal'] })))
      .toEqual([{ name: 'throttle', match: '*', rate: 10 }, { name: 'aws', match: 'journal' }]);
  });
});

describe('a text of the user', () => {
  /** How Fluent Bit cuts `key "text"`: src/flb_slist.c. */
  const wordOf = (record: string) => /^\w+ "((?:\\"|[^"])*)"$/.exec(record)?.[1].replace(/\\"/g, '"');
  // Without a question to the judge for each of them.
  const added = (text: string) => {
    const manifests = collected({ sources: [LogSource.journal()], filters: [LogFilter.addFields({ a: text })], sinks: [LogSink.stdout()] });
    return parse(manifests.find(({ kind }) => kind === 'ConfigMap').data['fluent-bit.yaml']).pipeline.filters[0].record[0];
  };

  test('comes out as it went in, or is refused', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }).filter(text => !/[\r\n]|\$\(\w+\)/.test(text)), text => {
      const isRefused = /\$\{|\\("|$)/.test(text.replace(/\$\$\(/g, '$('));
      if (isRefused) {
        expect(() => added(text)).toThrow('a text for Fluent Bit must be');
      } else {
        expect(wordOf(added(text))).toBe(text.replace(/\$\$\(/g, '$('));
      }
    }), { numRuns: 60 });
  });

  test('that is a pattern has no variable and no delimiter of its own', () => {
    const patternOf = (pattern: string) => collector({ filters: [LogFilter.drop(LogField.STREAM, pattern)] }).filters[1].exclude.slice('stream '.length);
    expect(['/a/i', '\\${X}', 'a{2}'].map(patternOf)).toEqual(['//a/i/', '/\\$\\{X}/', '/a{2}/']);
  });
});

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

describe('what waits', () => {
  test('lies on the disk of the node, with a cap for each sink', () => {
    const { inputs, outputs, service } = collector({ sinks: [STDOUT, LogSink.http({ ...LOGS, buffer: LogBuffer.disk({ maxSize: '1Gi' }) })] });
    expect(inputs[0]['storage.type']).toBe('filesystem');
    expect(outputs.map(output => output['storage.total_limit_size'])).toEqual(['512M', '1024M']);
    expect(service['storage.path']).toBe('/var/lib/fluent-bit/buffer');
  });

  test('in memory makes the inputs wait, and those that join lines', () => {
    const { inputs, filters, outputs, service } = collector({ buffer: LogBuffer.memory({ maxSize: '30Mi' }), sources: [LogSource.containers({ multiline: [Multiline.go()] }), LogSource.journal()] });
    expect(inputs.map(input => [input['storage.type'], input.mem_buf_limit])).toEqual([[undefined, '10M'], [undefined, '10M']]);
    expect(filters[0]).toMatchObject({ emitter_mem_buf_limit: '10M' });
    expect([outputs[0]['storage.total_limit_size'], service['storage.path']]).toEqual([undefined, undefined]);
  });

  test('on the disk is dropped by no emitter', () => {
    const { filters: [filter] } = collector({ sources: [LogSource.containers({ multiline: [Multiline.go()] })] });
    expect(filter).toMatchObject({ 'emitter_storage.type': 'filesystem', 'emitter_mem_buf_limit': 0 });
  });

  test.each(['64Mi', '200Mi', '1Gi', '16Gi'])('on the disk takes less than half of %s of memory', memory => {
    const { service } = collector({}, limits(memory));
    const [limit] = [Number(memory.replace(/\D+/, '')) * (memory.endsWith('Gi') ? 1024 : 1)];
    expect(2 * service['storage.max_chunks_up'] + megabytes(service['storage.backlog.mem_limit'])).toBeLessThan(limit / 2);
  });

  test('in memory takes less than half of the limit, however many inputs and sinks there are', () => {
    const sources = [LogSource.containers({ multiline: [Multiline.go({ pods: ['a'] }), Multiline.java()] }), LogSource.journal({ units: ['a', 'b'], matches: { PRIORITY: ['1', '2'] } })];
    const { inputs, filters } = collector({ sources, sinks: [STDOUT, LogSink.http(LOGS)], buffer: LogBuffer.memory({ maxSize: '50Mi' }) });
    const all = [...inputs.map(input => megabytes(input.mem_buf_limit)), ...filters.map(filter => megabytes(filter.emitter_mem_buf_limit))];
    expect(all.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(100);
  });

  test('within Kafka and S3 takes an eighth of the limit', () => {
    const { outputs: [kafka, s3] } = collector({ sinks: [LogSink.kafka({ brokers: ['a:1'], topic: 'a' }), LogSink.s3({ ...AWS, bucket: 'logs' })] }, limits('256Mi'));
    expect(kafka['rdkafka.queue.buffering.max.kbytes']).toBe(16 * 1024);
    expect(s3.total_file_size).toBe('16M');
  });

  test('in memory has most of the time that the kubelet gives', () => {
    expect(collector({ buffer: LogBuffer.memory() }).service.grace).toBe(50);
    expect(collector({ buffer: LogBuffer.memory(), terminationGracePeriodSeconds: 10 }).service.grace).toBe(5);
    expect(collector().service.grace).toBeUndefined();
  });
});

describe('the state', () => {
  test('is a directory of the node that no other daemon has, and the only one that it may write', () => {
    const { pod, mounts } = collector();
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/fluent-bit/logging-logs', type: 'DirectoryOrCreate' } });
    expect(mounts.filter(mount => mount.endsWith(' rw'))).toEqual(['/var/lib/fluent-bit rw']);
  });

  test('of two collectors is not one', () => {
    const chart = chartOf('logging');
    ['a', 'b'].forEach(id => new LogCollector(chart, id, { sinks: [STDOUT] }));
    expect(['ND303', 'ND514'].flatMap(id => findingsOf(id, Testing.synth(chart)))).toEqual([]);
  });

  test('of two collectors in one directory is an error', () => {
    const chart = chartOf('logging');
    ['a', 'b'].forEach(name => new LogCollector(chart, name, { name, sinks: [STDOUT], state: LogState.hostPath('/var/lib/logs') }));
    expect(() => Testing.synth(chart)).toThrow("ND514 container 'fluent-bit' keeps in '/var/lib/logs/containers.db' of the node how far it has read, and 'platform/a' does so too on the "
      + 'same nodes: give each a directory of its own');
  });

  test('behind a network is written so that it can be', () => {
    const { inputs, pod } = collector({ state: LogState.persistentVolumeClaim('logs') });
    expect(inputs[0]['db.journal_mode']).toBe('DELETE');
    expect(pod.containers[0].volumeMounts).toContainEqual({ name: 'state', mountPath: '/var/lib/fluent-bit', subPathExpr: '$(NODE_NAME)' });
    expect(collector().inputs[0]['db.journal_mode']).toBeUndefined();
  });
});

describe('the pod', () => {
  test('is root without any capability, for the logs belong to root', () => {
    expect(collector().main.securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
  });

  test('is probed where it tells of itself: a server that does not answer makes it not ready, and restarts nothing', () => {
    const { main, service } = collector({ health: { port: 2121 } });
    expect(service).toMatchObject({ http_server: 'on', http_listen: '0.0.0.0', http_port: 2121, health_check: 'on' });
    expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/', port: 2121 }, { path: '/api/v1/health', port: 2121 }]);
    expect(main.ports).toEqual([{ name: 'http', containerPort: 2121 }]);
  });

  test('listens where probes reach it in IPv6', () => {
    const { service, sidecars: [reloader] } = collector({ configReload: ConfigReload.HOT_RELOAD }, {}, NodePlatform.of({ ipFamily: IpFamily.IPV6 }));
    expect(service.http_listen).toBe('::');
    expect(reloader.args).toContain('--reload-url=http://[::1]:2020/api/v2/reload');
  });

  test('is scraped at the path of its metrics', () => {
    const { manifests } = collector({ monitor: Monitor.podMonitor() });
    expect(manifests.find(({ kind }) => kind === 'PodMonitor').spec.podMetricsEndpoints[0]).toMatchObject({ port: 'http', path: '/api/v2/metrics/prometheus' });
  });

  test('has what is written of its service and its container', () => {
    const { service, env, mounts } = collector({}, {
      service: { 'log_level': 'warn', 'dns.prefer_ipv4': 'on' }, container: { env: { MORE: EnvValue.text('1') }, hostPaths: [HostPath.readOnly('/var/log')] },
    });
    expect([service.log_level, service['dns.prefer_ipv4'], env.MORE]).toEqual(['warn', 'on', '1']);
    expect(mounts).toEqual(expect.arrayContaining(['/var/log', '/var/lib/fluent-bit rw']));
    expect(mounts).not.toContain('/var/log/pods');
  });
});

describe('a new configuration', () => {
  const hashOf = (props: object) => collector(props).daemonSet.spec.template.metadata.annotations?.['cdk8s-node-daemons/config-hash'];
  const reload = { configReload: ConfigReload.HOT_RELOAD };

  test('replaces the pods', () => {
    expect(hashOf({})).not.toBe(hashOf({ sinks: [LogSink.http(LOGS)] }));
    expect(collector().service.hot_reload).toBe('off');
  });

  test('is read by the program that runs, whom a sidecar calls', () => {
    const { service, sidecars: [reloader], main, manifests } = collector(reload);
    expect(hashOf(reload)).toBeUndefined();
    expect(service).toMatchObject({ 'hot_reload': 'on', 'hot_reload.timeout': 120 });
    expect(reloader.args).toEqual(['--watched-dir=/fluent-bit/etc/conf', '--reload-url=http://127.0.0.1:2020/api/v2/reload']);
    expect(reloader.volumeMounts).toEqual(main.volumeMounts.filter(({ name }: any) => name === 'config'));
    expect(reloader.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 65534, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true });
    expect(findingsOf('ND504', manifests)).toEqual([]);
  });

  test('is read in a container of another name, and without any hardening where none is asked for', () => {
    const { main, sidecars: [reloader], service } = collector({ ...reload, profile: DaemonProfile.BARE }, { container: { name: 'collector' } });
    expect(main.volumeMounts.some(({ mountPath }: any) => mountPath === '/fluent-bit/etc/conf')).toBe(true);
    expect([reloader.securityContext, reloader.resources, service.http_server]).toEqual([undefined, undefined, 'on']);
  });
});

describe('with BARE', () => {
  test('it is what was written, and what follows from it', () => {
    const { main, pod, inputs, service } = collector({ profile: DaemonProfile.BARE, kubernetesMetadata: KubernetesMetadata.none() });
    expect(main).toEqual({
      name: 'fluent-bit',
      image: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
      args: ['-c', '/fluent-bit/etc/conf/fluent-bit.yaml'],
      volumeMounts: [
        { name: 'host-var-log-containers', mountPath: '/var/log/containers', readOnly: true }, { name: 'host-var-log-pods', mountPath: '/var/log/pods', readOnly: true },
        { name: 'config', mountPath: '/fluent-bit/etc/conf', readOnly: true },
      ],
    });
    expect([pod.priorityClassName, pod.serviceAccountName, inputs[0].db, service.http_server]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('it keeps what it has read where it is told', () => {
    const { inputs, pod } = collector({ profile: DaemonProfile.BARE, state: LogState.hostPath('/var/lib/logs') });
    expect(inputs[0].db).toBe('/var/lib/fluent-bit/containers.db');
    expect(pod.volumes).toContainEqual({ name: 'state', hostPath: { path: '/var/lib/logs' } });
  });
});

test('what was handed in changes nothing when it changes later', () => {
  const service: { [setting: string]: any } = { log_level: 'warn' };
  const units = ['a'];
  const agent = LogAgent.fluentBit({ service });
  const sources = [LogSource.journal({ units })];
  const configOf = () => {
    const chart = chartOf();
    new LogCollector(chart, 'logs', { agent, sources, sinks: [STDOUT] });
    return parse(Testing.synth(chart).find(({ kind }) => kind === 'ConfigMap').data['fluent-bit.yaml']);
  };
  const before = configOf();
  service.log_level = 'debug';
  units.push('b');
  expect(configOf()).toEqual(before);
});
