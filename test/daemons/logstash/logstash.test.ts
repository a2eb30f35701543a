import { Testing } from 'cdk8s';
import { optionOf } from './options';
import { parseLogstash, Placed } from './parse';
import { logstash } from './pipelines';
import {
  ConfigReload, DaemonProfile, IpFamily, LogBuffer, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, Multiline, NodePlatform, SecretValue,
} from '../../../src';
import { manifestsOf } from '../../core/testing';

const host = 'logs.example.com';
const plugins = (props: LogCollectorProps, name: string): Placed[] => parseLogstash(logstash(props).config).filter(plugin => plugin.name === name);
const map = (plugin: Placed, option: string) => Object.fromEntries(optionOf(plugin, option).options);

test('defaults', () => {
  expect(Testing.synth(logstash({ sinks: [LogSink.elasticsearch({ host, password: SecretValue.key('es', 'password') })] }).chart)).toMatchSnapshot();
});

describe('the pod', () => {
  test('is root without any capability, which Logstash takes only when it is told to', () => {
    const { container, settings } = logstash();
    expect(container.securityContext).toMatchObject({ runAsUser: 0, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    expect(settings.allow_superuser).toBe(true);
  });

  test('starts Logstash itself, for the entry point of the image would write into settings that are read-only', () => {
    expect([logstash().container.command, logstash().container.args]).toEqual([['logstash'], ['--path.settings', '/etc/logstash', '-f', '/etc/logstash/pipeline.conf']]);
  });

  test('writes only its state and /tmp', () => {
    const { container } = logstash();
    expect(container.volumeMounts.filter((mount: any) => mount.readOnly !== true).map((mount: any) => mount.mountPath).sort()).toEqual(['/tmp', '/var/lib/logstash']);
  });

  test.each([['1Gi', '512m'], ['3Gi', '1536m']])('has a heap of half of its limit: %s', (memory, heap) => {
    expect(logstash({}, { container: { resources: { limits: { memory } } } }).env.LS_JAVA_OPTS).toBe(`-Xms${heap} -Xmx${heap}`);
  });

  test('asks nobody', () => {
    expect(manifestsOf(logstash().chart, 'ClusterRole')).toEqual([]);
  });

  test('is probed at the port at which it listens', () => {
    const { container, settings } = logstash({ health: { port: 9700 } });
    expect(container.readinessProbe.httpGet).toEqual({ path: '/', port: 9700 });
    expect([settings['api.http.host'], settings['api.http.port']]).toEqual(['0.0.0.0', 9700]);
    expect(logstash({}, {}, NodePlatform.of({ ipFamily: IpFamily.IPV6 })).settings['api.http.host']).toBe('::');
  });

  test('has with BARE only what was written', () => {
    const { container, settings } = logstash({ profile: DaemonProfile.BARE });
    expect(Object.keys(container).sort()).toEqual(['args', 'command', 'image', 'name', 'volumeMounts']);
    expect(settings).toEqual({ 'config.support_escapes': true, 'pipeline.ecs_compatibility': 'disabled', 'pipeline.workers': 2, 'queue.type': 'memory', 'api.enabled': false });
  });

  test('takes settings of the user over ours', () => {
    expect(logstash({}, { settings: { 'pipeline.workers': 4 } }).settings['pipeline.workers']).toBe(4);
  });
});

describe('what waits', () => {
  test('lies on the disk with a cap', () => {
    expect(logstash().settings).toMatchObject({ 'queue.type': 'persisted', 'queue.max_bytes': '512mb', 'queue.page_capacity': '64mb', 'path.data': '/var/lib/logstash' });
  });

  test('may be less than a page', () => {
    expect(logstash({ buffer: LogBuffer.disk({ maxSize: '16Mi' }) }).settings).toMatchObject({ 'queue.max_bytes': '16mb', 'queue.page_capacity': '16mb' });
  });
});

describe('containers', () => {
  test('leave out by the names of their files, which is all that Logstash looks at', () => {
    const [file] = plugins({ name: 'logs', sources: [LogSource.containers({ excludeNamespaces: ['kube-system'] })] }, 'file');
    expect(optionOf(file, 'exclude')).toEqual(['*_kube-system_*.log', `logs-?????_logging_logstash-${'?'.repeat(64)}.log`]);
  });

  test('have their text out of CRI, without what the runtime has put before it', () => {
    const pattern = new RegExp(map(plugins({}, 'grok')[0], 'match').message);
    expect({ ...pattern.exec('2026-11-21T10:00:00.123456789Z stderr P   a b')!.groups }).toEqual({ time: '2026-11-21T10:00:00.123456789Z', stream: 'stderr', logtag: 'P', message: '  a b' });
    expect(pattern.exec('2026-11-21T10:00:00Z stdout F ')!.groups!.message).toBe('');
  });

  test('keep the flag of a line that was cut', () => {
    const [whole] = plugins({}, 'mutate').filter(plugin => optionOf(plugin, 'id') === 'whole_line');
    expect(whole.conditions.at(-1)).toBe('[logtag] =~ /^F/');
  });
});

test('each source keeps for itself how far it has read', () => {
  const files = plugins({ sources: [LogSource.containers(), LogSource.audit()] }, 'file');
  expect(files.map(file => optionOf(file, 'sincedb_path'))).toEqual(['/var/lib/logstash/containers.sincedb', '/var/lib/logstash/audit.sincedb']);
});

test.each([
  [{ firstLine: '^\\[' }, { pattern: '^\\[', negate: 'true' }], [{ continuation: '^\\s' }, { pattern: '^\\s', negate: 'false' }],
])('lines of files are joined: %j', (lines, expected) => {
  const [file] = plugins({ sources: [LogSource.files({ paths: ['/var/log/*.log'], multiline: Multiline.pattern(lines) })] }, 'file');
  expect(map(file, 'codec')).toMatchObject({ ...expected, what: 'previous', auto_flush_interval: 2 });
});

test('filters and sinks get the lines of their sources', () => {
  const props = {
    sources: [LogSource.containers(), LogSource.audit()],
    filters: [LogFilter.keep(LogField.NAMESPACE, 'a/b', { sources: ['containers'] })],
    sinks: [LogSink.stdout({ sources: ['containers', 'audit'] }), LogSink.http({ host, sources: ['audit'] })],
  };
  expect(plugins(props, 'drop')[0].conditions).toEqual(['[@metadata][source] == "containers"', '![kubernetes][namespace_name] or [kubernetes][namespace_name] !~ /a\\/b/']);
  expect(plugins(props, 'http')[0].conditions).toEqual(['[@metadata][source] == "audit"']);
  expect(plugins(props, 'stdout')[0].conditions).toEqual(['[@metadata][source] == "containers" or [@metadata][source] == "audit"']);
});

test('credentials stand as variables', () => {
  const { config, env } = logstash({ sinks: [LogSink.elasticsearch({ host, apiKey: SecretValue.key('es', 'key') })] });
  expect(config).toContain('api_key => "${ELASTICSEARCH_API_KEY}"');
  expect(env.ELASTICSEARCH_API_KEY).toEqual({ secretKeyRef: { name: 'es', key: 'key' } });
});

test('Splunk gets the whole line as its event', () => {
  const sinks = [LogSink.splunkHec({ host, token: SecretValue.key('splunk', 'token'), index: 'main' })];
  expect(map(plugins({ sinks }, 'http')[0], 'mapping')).toEqual({ time: '%{+%s}', event: '%{[@metadata][event]}', index: 'main' });
  expect(optionOf(plugins({ sinks }, 'ruby')[0], 'code')).toBe("event.set('[@metadata][event]', event.to_hash)");
});

test('S3 gathers beside the state', () => {
  const [s3] = plugins({ sinks: [LogSink.s3({ region: 'eu-central-1', bucket: 'logs' })] }, 's3');
  expect([optionOf(s3, 'temporary_directory'), optionOf(s3, 'time_file')]).toEqual(['/var/lib/logstash/s3-s3', 5]);
});

test('a configuration that is read again replaces no pods', () => {
  const hash = (level: string) => {
    const { chart } = logstash({ configReload: ConfigReload.HOT_RELOAD, filters: [LogFilter.addFields({ level })] });
    return JSON.stringify(manifestsOf(chart, 'DaemonSet')[0].spec.template);
  };
  expect(hash('a')).toBe(hash('b'));
  expect(logstash({ configReload: ConfigReload.HOT_RELOAD }).settings['config.reload.automatic']).toBe(true);
});
