import { Testing } from 'cdk8s';
import { ALLOY_CASES, LOKI } from './alloy-pipelines';
import { collected } from './collected';
import {
  ConfigReload, DaemonProfile, IpFamily, KubernetesMetadata, LogAgent, LogCollector, LogCollectorProps, LogField, LogFilter, LogSink, LogSource, LogState,
  Multiline, NodePlatform, OtlpProtocol, SecretValue,
} from '../../src';
import { chartOf } from '../core/testing';

const alloy = (props: Omit<LogCollectorProps, 'agent'> = {}, platform?: NodePlatform) => collected(LogAgent.alloy(), { sinks: [LOKI], ...props }, platform);
const textOf = (what: string) => collected(LogAgent.alloy(ALLOY_CASES[what].options), ALLOY_CASES[what].props, ALLOY_CASES[what].platform).text;
/** The lines of a component, without the spaces before them. */
const component = (text: string, head: string) => text.split('\n\n').find(part => part.startsWith(`${head} {`))?.replace(/^ +/gm, '');

test('defaults', () => {
  const chart = chartOf();
  new LogCollector(chart, 'logs', { agent: LogAgent.alloy(), sinks: [LOKI] });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test.each(Object.keys(ALLOY_CASES))('of %s it writes whole blocks', what => {
  const text = textOf(what).replace(/"(\\.|[^"\\])*"/g, '""');
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  expect([text.split('{').length, text.split('[').length]).toEqual([text.split('}').length, text.split(']').length]);
});

describe('the pod', () => {
  test('listens where the probes and Prometheus reach it', () => {
    const { main } = alloy();
    expect(main.args).toContain('--server.http.listen-addr=0.0.0.0:12345');
    expect([main.readinessProbe.httpGet, main.livenessProbe.httpGet, main.ports]).toEqual([
      { path: '/-/ready', port: 12345 }, { path: '/-/ready', port: 12345 }, [{ name: 'http', containerPort: 12345 }],
    ]);
  });

  test('listens on IPv6 where nodes have it', () => {
    expect(alloy({}, NodePlatform.eks({ ipFamily: IpFamily.IPV6 })).main.args).toContain('--server.http.listen-addr=[::]:12345');
  });

  test('listens on the port of its health', () => {
    const { main } = alloy({ health: { port: 9000 } });
    expect([main.args[3], main.readinessProbe.httpGet.port]).toEqual(['--server.http.listen-addr=0.0.0.0:9000', 9000]);
  });

  test('keeps its positions on the node, and writes nowhere else', () => {
    const { main, mounts } = alloy();
    expect(main.args).toContain('--storage.path=/var/lib/alloy');
    expect(mounts).toEqual(['/var/log/pods', '/var/lib/alloy rw', '/etc/alloy']);
  });

  test('tells nobody what it runs, and opens no profiles', () => {
    expect(alloy().main.args).toEqual(expect.arrayContaining(['--disable-reporting', '--server.http.enable-pprof=false', '--server.http.disable-support-bundle']));
  });

  test('may use what its stability allows', () => {
    expect(collected(LogAgent.alloy(ALLOY_CASES['Loki with everything'].options), ALLOY_CASES['Loki with everything'].props).main.args)
      .toEqual(expect.arrayContaining(['--stability.level=experimental', '--feature.community-components.enabled']));
  });

  test('has a sidecar that has it read a changed configuration', () => {
    const { sidecars, pod } = alloy({ configReload: ConfigReload.HOT_RELOAD });
    expect(sidecars['config-reloader'].args).toEqual(['--watched-dir=/etc/alloy', '--reload-url=http://127.0.0.1:12345/-/reload']);
    expect(sidecars['config-reloader'].volumeMounts).toEqual([expect.objectContaining({ mountPath: '/etc/alloy' })]);
    expect(pod.containers).toHaveLength(2);
  });

  test('has a sidecar that asks on IPv6', () => {
    const { sidecars } = alloy({ configReload: ConfigReload.HOT_RELOAD }, NodePlatform.eks({ ipFamily: IpFamily.IPV6 }));
    expect(sidecars['config-reloader'].args[1]).toBe('--reload-url=http://[::1]:12345/-/reload');
  });

  test('is with BARE what was written', () => {
    const { main } = alloy({ profile: DaemonProfile.BARE });
    expect(Object.keys(main).sort()).toEqual(['args', 'env', 'image', 'name', 'volumeMounts']);
    expect(main.args).toEqual(['run', '/etc/alloy/config.alloy']);
  });

  test('has with BARE the state and the port that are asked for', () => {
    const { main } = alloy({ profile: DaemonProfile.BARE, state: LogState.none(), health: { port: 9000 } });
    expect(main.args).toEqual(['run', '/etc/alloy/config.alloy', '--storage.path=/var/lib/alloy', '--server.http.listen-addr=0.0.0.0:9000']);
  });
});

describe('rights', () => {
  const rules = (kubernetesMetadata: KubernetesMetadata) => alloy({ kubernetesMetadata }).rules.map(({ resources, verbs }: any) => `${resources} ${verbs}`);

  test.each<[string, KubernetesMetadata, string[]]>([
    ['to read pods, for metadata', KubernetesMetadata.apiServer(), ['pods get,list,watch']],
    ['to read namespaces, for their labels', KubernetesMetadata.apiServer({ namespaceLabels: true }), ['pods,namespaces get,list,watch']],
    ['to ask the kubelet for pods', KubernetesMetadata.kubelet(), ['nodes/pods get']],
    ['to nothing, without metadata', KubernetesMetadata.none(), []],
  ])('%s', (_what, metadata, expected) => {
    expect(rules(metadata)).toEqual(expected);
  });
});

describe('containers', () => {
  test('are those of the node', () => {
    expect(component(alloy().text, 'discovery.kubernetes "pods"')).toContain('field = "spec.nodeName=" + sys.env("NODE_NAME")');
  });

  test('are asked of the kubelet at the address of the node', () => {
    const { text, env } = alloy({ kubernetesMetadata: KubernetesMetadata.kubelet() });
    expect(component(text, 'discovery.kubelet "pods"')).toContain('url = "https://" + sys.env("HOST_IP") + ":10250"');
    expect(env.HOST_IP).toEqual({ fieldRef: { fieldPath: 'status.hostIP' } });
    expect(textOf('the kubelet')).toContain('url = "https://[" + sys.env("HOST_IP") + "]:10250"');
  });

  test('are not its own', () => {
    const { text } = alloy({ name: 'my.logs' });
    expect(text).toContain('regex = "logging/my\\\\.logs-[a-z0-9]{5}/alloy"');
    expect(textOf('names of containers').match(/regex = "logging\//g)).toHaveLength(1);
  });

  test('are found without asking anybody, by the path of their files', () => {
    const text = textOf('no metadata');
    expect(component(text, 'local.file_match "containers"')).toContain('"__path__" = "/var/log/pods/a_*_*/*/*.log"');
    expect(component(text, 'local.file_match "rest"')).not.toContain('__path_exclude__');
    expect(text).not.toContain('discovery.kube');
  });

  test('are of Docker where the platform has its directory', () => {
    expect(component(textOf('the defaults'), 'loki.process "lines_containers"')).not.toContain('stage.docker');
    const text = component(textOf('nodes with Docker'), 'loki.process "lines_containers"')!;
    expect(text.indexOf('stage.docker')).toBeLessThan(text.indexOf('stage.cri'));
    expect(text).toContain('selector = "{stream=\\"\\"} |~ \\"^\\\\\\\\{\\\\\\"log\\\\\\":\\""');
  });
});

describe('joined lines', () => {
  test('are those of the first kind that selects a container', () => {
    const text = component(textOf('joined lines'), 'discovery.relabel "containers"')!;
    expect([...text.matchAll(/target_label = "multiline"\nreplacement = "(\d)"/g)].map(([, group]) => group)).toEqual(['5', '4', '3', '2', '1']);
    expect(text).toContain('regex = "[^/]+/(?:b-[^/]*|c\\\\.d)/[^/]+"');
  });

  test('are known by their first line', () => {
    const text = alloy({ sources: [LogSource.files({ paths: ['/var/log/app/a.log'], multiline: Multiline.pattern({ firstLine: '^\\d', flushSeconds: 0.5 }) })] }).text;
    expect(component(text, 'loki.process "lines_files"')).toContain('firstline = "^\\\\d"\nmax_wait_time = "500ms"');
  });

  test('may begin in several ways', () => {
    expect(textOf('joined lines')).toContain('firstline = "(?:^\\\\d)|(?:^\\")"');
  });
});

describe('filters', () => {
  const stages = (...filters: LogFilter[]) => component(alloy({ filters }).text, 'loki.process "source_containers"')!;

  test('are those of the source, in their order', () => {
    const { text } = alloy({
      sources: [LogSource.containers(), LogSource.journal()],
      filters: [LogFilter.drop(LogField.MESSAGE, 'a', { sources: ['journal'] }), LogFilter.redact('b')],
    });
    expect([...component(text, 'loki.process "source_journal"')!.matchAll(/stage\.\w+/g)].map(String)).toEqual(['stage.drop', 'stage.replace']);
    expect([...component(text, 'loki.process "source_containers"')!.matchAll(/stage\.\w+/g)].map(String)).toEqual(['stage.replace']);
  });

  test('replace all that the pattern matches, and not what its groups capture', () => {
    expect(stages(LogFilter.redact('(\\d+)-(?P<a>[(]x\\()'))).toContain('expression = "((?:\\\\d+)-(?:[(]x\\\\())"');
  });

  test('look at labels of pods by the names that Alloy gives them', () => {
    expect(stages(LogFilter.drop(LogField.podLabel('app.kubernetes.io/name'), '^x'))).toContain('selector = "{pod_label_app_kubernetes_io_name=~');
  });

  test('look at a field that was added before', () => {
    expect(stages(LogFilter.addFields({ env: 'x' }), LogFilter.keep(LogField.named('env'), 'x'))).toContain('selector = "{env!~');
    expect(stages(LogFilter.keep(LogField.named('env'), 'x'))).toContain('source = "env"');
  });

  test('make structured metadata of the keys of JSON, and leave labels alone', () => {
    const pattern = /stage\.structured_metadata {\nregex = (".*")/.exec(stages(LogFilter.parseJson(), LogFilter.addFields({ env: 'x' })))![1];
    const regex = new RegExp(JSON.parse(pattern).replace('(?s)', '').replace(/\(\?s:\.\)/g, '[^]'), 's');
    const names = ['namespace', 'pod', 'container', 'node', 'stream', 'filename', 'env', 'pod_label_app', 'pod_annotation_x', 'namespace_label_y'];
    expect(names.filter(name => regex.test(name))).toEqual([]);
    const keys = ['level', 'msg', 'pods', 'po', 'pod_', 'pod_labe', 'pod_label', 'podcast', 'names', 'namespaces', 'nodes', 'x', 'user.name', 'ä', 'en', 'environment'];
    expect(keys.filter(key => !regex.test(key))).toEqual([]);
  });
});

describe('a stack trace', () => {
  const regexOf = (multiline: Multiline) => {
    const { text } = alloy({ sources: [LogSource.files({ paths: ['/var/log/a/a.log'], multiline })] });
    return new RegExp(JSON.parse(/firstline = (".*")/.exec(text)![1]));
  };

  test.each<[string, Multiline, string[], string[]]>([
    ['of Java', Multiline.java(), ['Exception in thread "main"', 'Cause', 'C', 'Caused by x', 'INFO a'], ['\tat a.b', 'Caused by: x', '', ' x', 'Suppressed: y']],
    ['of Python', Multiline.python(), ['Traceback (most recent call last):', 'D'], ['  File "a"', 'During handling of the above exception', '']],
    ['of Go', Multiline.go(), ['panic: x', 'go', '[sig'], ['goroutine 1 [running]:', '\t/a.go:1', 'created by x', '[signal SIGSEGV', 'exit status 2']],
    ['of .NET', Multiline.dotnet(), ['System.Exception: x', '---', '-'], ['   at a.b', '---> x', '--- End of stack trace']],
  ])('%s is one entry', (_what, multiline, first, further) => {
    const regex = regexOf(multiline);
    expect([first.filter(line => !regex.test(line)), further.filter(line => regex.test(line))]).toEqual([[], []]);
  });
});

describe('the journal', () => {
  test('is read once for each value, as its conditions must all hold', () => {
    const { text } = alloy({ sources: [LogSource.journal({ units: ['a', 'b'], matches: { PRIORITY: ['3'] } })] });
    expect([...text.matchAll(/matches = (".*")/g)].map(([, matches]) => matches)).toEqual(['"_SYSTEMD_UNIT=a.service PRIORITY=3"', '"_SYSTEMD_UNIT=b.service PRIORITY=3"']);
  });

  test('shows the fields that filters ask for', () => {
    const { text } = alloy({ sources: [LogSource.journal()], filters: [LogFilter.drop(LogField.named('_TRANSPORT'), '^audit$')] });
    expect(component(text, 'loki.relabel "journal"')).toContain('source_labels = ["__journal__transport"]\ntarget_label = "_TRANSPORT"');
  });
});

describe('sinks', () => {
  test('get the lines of their sources alone', () => {
    const text = textOf('OTLP and Kafka');
    expect(component(text, 'loki.process "source_audit"')).not.toContain('json_kafka');
    expect(component(text, 'loki.process "source_containers"')).toContain('otelcol.receiver.loki.json_kafka.receiver');
  });

  test('of Loki try for ever', () => {
    expect(component(textOf('the defaults'), 'loki.write "loki"')).toContain('max_backoff_period = "30s"\nmax_backoff_retries = 0');
  });

  test('have credentials from variables', () => {
    const { text, env } = collected(LogAgent.alloy(ALLOY_CASES['Loki with everything'].options), ALLOY_CASES['Loki with everything'].props);
    expect(text).toContain('password = sys.env("LOKI_PASSWORD")');
    expect(text).toContain('bearer_token = sys.env("LOKI_2_BEARER_TOKEN")');
    expect(env.LOKI_PASSWORD).toEqual({ secretKeyRef: { name: 'logs', key: 'password' } });
  });

  test('have addresses of IPv6 in brackets', () => {
    expect(textOf('Loki with everything')).toContain('url = "https://[fd00::1]:443/loki/api/v1/push"');
    expect(textOf('OTLP and Kafka')).toContain('endpoint = "[fd00::2]:4317"');
  });

  test('wait in memory below the limit of the container', () => {
    const { text } = alloy({ sinks: [LogSink.otlp({ host: 'otel', protocol: OtlpProtocol.GRPC, bearerToken: SecretValue.key('otel', 'token') })] });
    expect(component(text, 'otelcol.exporter.otlp "otlp"')).toContain('sizer = "bytes"\nqueue_size = 104857600\nblock_on_overflow = true');
  });

  test('that are raw are named by their component', () => {
    expect(component(textOf('raw parts'), 'loki.process "source_api"')).toContain('loki.write.my_loki.receiver');
  });
});
