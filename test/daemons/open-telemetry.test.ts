import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import {
  DaemonContainer, DaemonDefaults, DaemonProfile, EnvFrom, EnvValue, HostPath, HostScraper, IpFamily, KubeletMetadata, KubeletMetricGroup,
  MetricsAgent, Monitor, NodeExporter, NodeExporterProps, NodePlatform, OpenTelemetryExporter, OpenTelemetryMetricsOptions, OpenTelemetryReceiver,
  ProcessError, ScraperFilter, SecretValue, SecurityContext,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const OTLP = OpenTelemetryExporter.otlp({ endpoint: 'gateway.monitoring:4317', tls: { insecure: true } });

type Options = Partial<OpenTelemetryMetricsOptions>;
type Props = Partial<NodeExporterProps>;

function chartWith(options: Options = {}, props: Props = {}) {
  const chart = chartOf('monitoring');
  const agent = MetricsAgent.openTelemetry({ exporters: [OTLP], ...options });
  new NodeExporter(chart, 'metrics', { name: 'otel', agent, ...props });
  return chart;
}

const podOf = (options?: Options, props?: Props): any => manifestsOf(chartWith(options, props), 'DaemonSet')[0].spec.template.spec;
const containerOf = (options?: Options, props?: Props): any => podOf(options, props).containers[0];
const configOf = (options?: Options, props?: Props): any => parse(manifestsOf(chartWith(options, props), 'ConfigMap')[0].data.relay);
const rulesOf = (options?: Options, props?: Props): any => manifestsOf(chartWith(options, props), 'ClusterRole').flatMap(({ rules }) => rules);
const envOf = (options?: Options): any => Object.fromEntries(containerOf(options).env.map(({ name, ...source }: any) => [name, source]));

test('defaults', () => {
  expect(Testing.synth(chartWith())).toMatchSnapshot();
});

test('what was handed in changes nothing when it changes later', () => {
  const exporters = [OTLP];
  const options = { exporters, container: { args: ['--config=/a'] } };
  const agent = MetricsAgent.openTelemetry(options);
  exporters.push(OpenTelemetryExporter.debug());
  options.container.args.push('--b');
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', { agent });
  expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].args).toEqual(['--config=/a']);
  expect(manifestsOf(chart, 'ConfigMap')[0].data.relay).not.toContain('debug:');
});

describe('the metrics of the node', () => {
  test('are those of its root, which is read-only and has what is mounted later', () => {
    expect(configOf().receivers.hostmetrics.root_path).toBe('/hostfs');
    expect(containerOf().volumeMounts[0]).toEqual({ name: 'hostfs', mountPath: '/hostfs', readOnly: true, mountPropagation: 'HostToContainer' });
  });

  test('one path is that of the mount and of the receiver', () => {
    const options = { hostMetrics: { rootPath: '/node' } };
    expect(configOf(options).receivers.hostmetrics.root_path).toBe('/node');
    expect(containerOf(options).volumeMounts[0].mountPath).toBe('/node');
  });

  test('leave out the mounts of pods, wherever the kubelet of the platform has them', () => {
    const left = (platform: NodePlatform) => configOf({}, { platform }).receivers.hostmetrics.scrapers.filesystem.exclude_mount_points.mount_points;
    expect(left(NodePlatform.k0s())).toEqual([...left(NodePlatform.standard()), '^/var/lib/k0s/kubelet($|/)']);
    expect(left(NodePlatform.microk8s())).toEqual(left(NodePlatform.standard()));
  });

  test('a mount of your own at that path replaces it, as where `/` is not shared', () => {
    const container = { hostPaths: [HostPath.readOnly('/', { mountPath: '/hostfs', volumeName: 'root' })] };
    expect(containerOf({ container }).volumeMounts).toEqual([{ name: 'root', mountPath: '/hostfs', readOnly: true }, expect.objectContaining({ name: 'config' })]);
  });

  test('without the root are those of the container, and nothing is mounted', () => {
    const options = { hostMetrics: { mountRoot: false, scrapers: [HostScraper.cpu()] } };
    expect(configOf(options).receivers.hostmetrics).toEqual({ scrapers: { cpu: {} } });
    expect(podOf(options).volumes.map(({ name }: any) => name)).toEqual(['config']);
  });

  test('a root that somebody else mounts is used', () => {
    const container = { hostPaths: [HostPath.readOnly('/proc', { mountPath: '/host/proc' }), HostPath.readOnly('/sys', { mountPath: '/host' })] };
    const options = { container, hostMetrics: { mountRoot: false, rootPath: '/host', scrapers: [HostScraper.cpu()] } };
    expect(configOf(options).receivers.hostmetrics.root_path).toBe('/host');
    expect(containerOf(options).volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/host/proc', '/host', '/conf']);
  });

  test('none where the list of scrapers is empty', () => {
    const options = { hostMetrics: { scrapers: [] }, receivers: [OpenTelemetryReceiver.otlp()] };
    expect(Object.keys(configOf(options).receivers)).toEqual(['otlp']);
    expect(podOf(options).hostNetwork).toBeUndefined();
    expect(podOf(options).volumes.map(({ name }: any) => name)).toEqual(['config']);
  });

  test('are those of chosen scrapers with their settings', () => {
    const hostMetrics = {
      collectionInterval: '15s',
      initialDelay: '0s',
      scrapers: [
        HostScraper.cpu({ metrics: { 'system.cpu.utilization': true } }),
        HostScraper.disk({ include: ScraperFilter.matching('^nvme'), exclude: ScraperFilter.exactly('nvme9n1') }),
        HostScraper.load({ cpuAverage: true }),
        HostScraper.filesystem({ includeFsTypes: ScraperFilter.exactly('ext4', 'xfs'), includeMountPoints: ScraperFilter.exactly('/'), includeVirtualFilesystems: false }),
        HostScraper.memory(), HostScraper.nfs(), HostScraper.paging(), HostScraper.processes(), HostScraper.system(),
      ],
    };
    expect(configOf({ hostMetrics }).receivers.hostmetrics).toEqual({
      collection_interval: '15s',
      initial_delay: '0s',
      root_path: '/hostfs',
      scrapers: {
        cpu: { metrics: { 'system.cpu.utilization': { enabled: true } } },
        disk: { include: { devices: ['^nvme'], match_type: 'regexp' }, exclude: { devices: ['nvme9n1'], match_type: 'strict' } },
        load: { cpu_average: true },
        filesystem: {
          include_fs_types: { fs_types: ['ext4', 'xfs'], match_type: 'strict' },
          include_mount_points: { mount_points: ['/'], match_type: 'strict' },
          include_virtual_filesystems: false,
        },
        memory: {},
        nfs: {},
        paging: {},
        processes: {},
        system: {},
      },
    });
  });

  test('those of the kubelet come beside them, with no right to run anything (#14 nodes/proxy)', () => {
    const options = { kubeletStats: { collectionInterval: '20s', metricGroups: [KubeletMetricGroup.NODE, KubeletMetricGroup.VOLUME] } };
    expect(configOf(options).receivers.kubeletstats).toEqual({
      auth_type: 'serviceAccount',
      endpoint: 'https://${env:OTEL_K8S_NODE_IP}:10250',
      insecure_skip_verify: true,
      collection_interval: '20s',
      metric_groups: ['node', 'volume'],
    });
    expect(configOf(options).service.pipelines.metrics.receivers).toEqual(['hostmetrics', 'kubeletstats']);
    expect(rulesOf(options)).toEqual([{ apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }]);
    expect(podOf(options).automountServiceAccountToken).toBe(true);
  });

  test('a certificate of the kubelet is looked at where an authority is given', () => {
    const { insecure_skip_verify, ca_file } = configOf({ kubeletStats: { caFile: '/etc/kubelet-ca.crt' } }).receivers.kubeletstats;
    expect({ insecure_skip_verify, ca_file }).toEqual({ insecure_skip_verify: undefined, ca_file: '/etc/kubelet-ca.crt' });
  });

  test('without a kubelet, it asks nobody and has no token', () => {
    expect(rulesOf()).toEqual([]);
    expect(podOf().automountServiceAccountToken).toBe(false);
  });

  test.each<[string, Options['kubeletStats'], string[]]>([
    ['more of pods', { extraMetadata: [KubeletMetadata.CONTAINER_ID] }, ['nodes/stats', 'nodes/pods']],
    ['shares of requests', { metrics: { 'k8s.pod.cpu_request_utilization': true } }, ['nodes/stats', 'nodes/pods']],
    ['shares of requests switched off', { metrics: { 'k8s.pod.cpu_request_utilization': false } }, ['nodes/stats']],
    ['volumes behind claims', { volumeClaims: true }, ['nodes/stats', 'persistentvolumeclaims', 'persistentvolumes']],
    ['shares of the node', { metrics: { 'k8s.pod.cpu.node.utilization': true } }, ['nodes/stats', 'nodes']],
  ])('%s of the kubelet need their rights, and only these', (_what, kubeletStats, resources) => {
    expect(rulesOf({ kubeletStats }).flatMap((rule: any) => rule.resources)).toEqual(resources);
  });
});

describe('the network of the node', () => {
  test('is shared where its traffic is counted (#19 network metrics are the pod’s, silently)', () => {
    expect(podOf()).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  });

  test('is not shared where nothing counts it', () => {
    expect(podOf({ hostMetrics: { scrapers: [HostScraper.cpu(), HostScraper.memory()] } }).hostNetwork).toBeUndefined();
  });

  test('has no port taken but the one that probes ask, and none on its loopback (#17 host port taken)', () => {
    expect(containerOf().ports).toEqual([{ name: 'health', containerPort: 13133 }]);
    expect(configOf().service.telemetry).toEqual({ metrics: { level: 'none' } });
  });

  test('of IPv6 has brackets around addresses', () => {
    const platform = NodePlatform.standard({ ipFamily: IpFamily.IPV6 });
    expect(configOf({}, { platform }).extensions.health_check.endpoint).toBe('[${env:MY_POD_IP}]:13133');
  });
});

describe('processes', () => {
  const process = (options: Parameters<typeof HostScraper.process>[0]): Options => ({ hostMetrics: { scrapers: [HostScraper.process(options)] } });

  test('of others are not looked into, and that is no error each time', () => {
    expect(configOf(process({})).receivers.hostmetrics.scrapers.process)
      .toEqual({ mute_process_exe_error: true, mute_process_io_error: true, mute_process_user_error: true });
    expect(containerOf(process({})).securityContext).toMatchObject({ runAsNonRoot: true, capabilities: { drop: ['ALL'] } });
  });

  test('of others are looked into by root with two capabilities, where that is asked', () => {
    expect(configOf(process({ asRoot: true })).receivers.hostmetrics.scrapers.process).toEqual({ mute_process_user_error: true });
    expect(containerOf(process({ asRoot: true })).securityContext)
      .toMatchObject({ runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'], add: ['SYS_PTRACE', 'DAC_READ_SEARCH'] } });
  });

  test('are chosen and described as asked', () => {
    const options = process({
      include: ScraperFilter.exactly('kubelet'), muteErrors: [ProcessError.ALL], delay: '30s', resourceAttributes: { 'process.command_line': false },
    });
    expect(configOf(options).receivers.hostmetrics.scrapers.process).toEqual({
      include: { names: ['kubelet'], match_type: 'strict' },
      mute_process_all_errors: true,
      scrape_process_delay: '30s',
      resource_attributes: { 'process.command_line': { enabled: false } },
    });
  });
});

describe('memory', () => {
  test('is limited first and batched last, with the name of the node between them', () => {
    const { processors, service } = configOf();
    expect(service.pipelines.metrics.processors).toEqual(['memory_limiter', 'resource', 'batch']);
    expect(processors.resource.attributes.map(({ key, value, action }: any) => [key, value, action])).toEqual([
      ['host.name', '${env:OTEL_K8S_NODE_NAME}', 'insert'], ['k8s.node.name', '${env:OTEL_K8S_NODE_NAME}', 'insert'],
    ]);
  });

  test('of the container is that of the limiter and of the garbage collector', () => {
    expect(configOf().processors.memory_limiter).toEqual({ check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 });
    expect(envOf({ container: { resources: { limits: { memory: '1Gi' } } } }).GOMEMLIMIT).toEqual({ value: '819MiB' });
  });

  test('without a limit of the container has an amount', () => {
    const container: DaemonContainer = { resources: { requests: { cpu: '10m' } } };
    expect(configOf({ container }).processors.memory_limiter).toEqual({ check_interval: '1s', limit_mib: 400, spike_limit_mib: 100 });
    expect(envOf({ container }).GOMEMLIMIT).toBeUndefined();
  });

  test('of the pod as a whole is a limit too', () => {
    expect(configOf({ container: { resources: {} } }, { podResources: { limits: { memory: '1Gi' } }, platform: NodePlatform.standard({ kubernetes: '1.35' }) })
      .processors.memory_limiter.limit_percentage).toBe(80);
  });

  test('is that of the scope above', () => {
    const chart = chartOf('monitoring');
    DaemonDefaults.on(chart, { resources: { limits: { memory: '100Mi' } } });
    new NodeExporter(chart, 'metrics', { agent: MetricsAgent.openTelemetry({ exporters: [OTLP] }) });
    const [{ resources, env }] = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers;
    expect(resources).toEqual({ limits: { memory: '100Mi' } });
    expect(env).toContainEqual({ name: 'GOMEMLIMIT', value: '80MiB' });
  });

  test('and batches may be left to others', () => {
    const options = { memoryLimiter: { enabled: false }, batch: { enabled: false } };
    expect(configOf(options).service.pipelines.metrics).toEqual({ receivers: ['hostmetrics'], processors: ['resource'], exporters: ['otlp'] });
  });
});

describe('what is sent', () => {
  test('goes to a server that trusts and is trusted by keys of Secrets, which are files', () => {
    const exporter = OpenTelemetryExporter.otlp({
      endpoint: 'gateway:4317', tls: { ca: SecretValue.key('authority', 'ca'), cert: SecretValue.key('client', 'tls.crt'), key: SecretValue.key('client', 'tls.key') },
    });
    expect(configOf({ exporters: [exporter] }).exporters.otlp.tls).toEqual({
      ca_file: '/etc/otelcol/tls/otlp/ca.crt', cert_file: '/etc/otelcol/tls/otlp/tls.crt', key_file: '/etc/otelcol/tls/otlp/tls.key', reload_interval: '5m',
    });
    expect(podOf({ exporters: [exporter] }).volumes.find((volume: any) => volume.projected).projected.sources).toEqual([
      { secret: { name: 'authority', items: [{ key: 'ca', path: 'ca.crt' }] } },
      { secret: { name: 'client', items: [{ key: 'tls.crt', path: 'tls.crt' }] } },
      { secret: { name: 'client', items: [{ key: 'tls.key', path: 'tls.key' }] } },
    ]);
  });

  test('carries credentials that stand in Secrets alone', () => {
    const options = {
      exporters: [OpenTelemetryExporter.otlpHttp({
        endpoint: 'https://gateway.example.com',
        bearerToken: SecretValue.key('gateway', 'token'),
        secretHeaders: { 'x-api-key': SecretValue.key('gateway', 'key') },
        headers: { 'x-scope-orgid': 'nodes' },
      })],
    };
    expect(configOf(options).exporters.otlphttp.headers).toEqual({
      'x-scope-orgid': 'nodes', 'x-api-key': '${env:OTLPHTTP_X_API_KEY}', 'authorization': 'Bearer ${env:OTLPHTTP_AUTHORIZATION}',
    });
    expect(envOf(options).OTLPHTTP_AUTHORIZATION).toEqual({ valueFrom: { secretKeyRef: { name: 'gateway', key: 'token' } } });
  });

  test('goes to Prometheus under a name and a password, with the node in every series', () => {
    const options = {
      exporters: [OpenTelemetryExporter.prometheusRemoteWrite({
        endpoint: 'https://prometheus.example.com/api/v1/write',
        basicAuth: { username: SecretValue.key('prometheus', 'username'), password: SecretValue.key('prometheus', 'password') },
        externalLabels: { cluster: 'a' },
        queue: { size: 500, consumers: 2 },
        retry: { maxElapsedTime: '10m' },
        timeout: '5s',
      })],
    };
    const { exporters, extensions, service } = configOf(options);
    expect(exporters.prometheusremotewrite).toEqual({
      endpoint: 'https://prometheus.example.com/api/v1/write',
      auth: { authenticator: 'basicauth/prometheusremotewrite' },
      timeout: '5s',
      retry_on_failure: { max_elapsed_time: '10m' },
      external_labels: { cluster: 'a' },
      remote_write_queue: { queue_size: 500, num_consumers: 2 },
      resource_to_telemetry_conversion: { enabled: true },
    });
    expect(extensions['basicauth/prometheusremotewrite']).toEqual({
      client_auth: { username: '${env:PROMETHEUSREMOTEWRITE_USERNAME}', password: '${env:PROMETHEUSREMOTEWRITE_PASSWORD}' },
    });
    expect(service.extensions).toEqual(['health_check', 'basicauth/prometheusremotewrite']);
  });

  test('is scraped at one port, which feeds the listener, the Service and the monitor (#20 port set in one place, not the other)', () => {
    const exporters = [OpenTelemetryExporter.prometheus({ port: 9464 })];
    const chart = chartWith({ exporters }, { monitor: Monitor.serviceMonitor() });
    expect(parse(manifestsOf(chart, 'ConfigMap')[0].data.relay).exporters.prometheus)
      .toEqual({ endpoint: '${env:MY_POD_IP}:9464', resource_to_telemetry_conversion: { enabled: true } });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].ports).toContainEqual({ name: 'metrics', containerPort: 9464 });
    expect(manifestsOf(chart, 'Service')[0].spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'metrics', port: 9464 }] });
    expect(manifestsOf(chart, 'ServiceMonitor')[0].spec.endpoints[0].port).toBe('metrics');
  });

  test('by what the collector for Kubernetes lacks is sent by that with all components', () => {
    expect(containerOf().image).toContain('opentelemetry-collector-k8s:');
    expect(containerOf({ exporters: [OpenTelemetryExporter.prometheus()] }).image).toContain('opentelemetry-collector-contrib:');
  });

  test('goes to two servers of one kind, each with its id', () => {
    const second = OpenTelemetryExporter.otlp({ id: 'second', endpoint: 'other:4317', compression: undefined });
    expect(configOf({ exporters: [OTLP, second] }).service.pipelines.metrics.exporters).toEqual(['otlp', 'otlp/second']);
  });
});

describe('what is taken from others', () => {
  test('has no port of the node unless that is asked', () => {
    const options = { receivers: [OpenTelemetryReceiver.otlp(), OpenTelemetryReceiver.zipkin({ hostPort: 9411 })], hostMetrics: { scrapers: [] } };
    expect(containerOf(options).ports.filter(({ hostPort }: any) => hostPort)).toEqual([{ name: 'zipkin', containerPort: 9411, hostPort: 9411 }]);
  });

  test('is of the protocols that are written', () => {
    const receivers = [OpenTelemetryReceiver.otlp({ http: { port: 14318 } }), OpenTelemetryReceiver.jaeger({ thriftBinary: {} })];
    expect(configOf({ receivers }).receivers).toMatchObject({
      otlp: { protocols: { http: { endpoint: '${env:MY_POD_IP}:14318' } } },
      jaeger: { protocols: { thrift_binary: { endpoint: '${env:MY_POD_IP}:6832' } } },
    });
  });

  test('of itself is what its own port tells', () => {
    const { receivers, service } = configOf({ receivers: [OpenTelemetryReceiver.ownMetrics()], telemetry: { metricsPort: 8899 } });
    expect(receivers.prometheus.config.scrape_configs[0].static_configs).toEqual([{ targets: ['${env:MY_POD_IP}:8899'] }]);
    expect(service.telemetry.metrics.readers).toEqual([{ pull: { exporter: { prometheus: { host: '${env:MY_POD_IP}', port: 8899 } } } }]);
    expect(containerOf({ telemetry: { metricsPort: 8899 } }).ports).toContainEqual({ name: 'own-metrics', containerPort: 8899 });
  });

  test('traces reach no exporter of metrics', () => {
    const exporters = [OTLP, OpenTelemetryExporter.prometheus()];
    const { pipelines } = configOf({ exporters, receivers: [OpenTelemetryReceiver.jaeger()] }).service;
    expect(pipelines.metrics.exporters).toEqual(['otlp', 'prometheus']);
    expect(pipelines.traces).toEqual({ receivers: ['jaeger'], processors: ['memory_limiter', 'resource', 'batch'], exporters: ['otlp'] });
  });
});

test('its pods are replaced when its configuration changes (#11 config change does not roll the pods)', () => {
  const hash = (options: Options) => manifestsOf(chartWith(options), 'DaemonSet')[0].spec.template.metadata.annotations['cdk8s-node-daemons/config-hash'];
  expect(hash({ batch: { timeout: '1s' } })).not.toBe(hash({ batch: { timeout: '2s' } }));
});

test('is ready when the port answers on which it says so', () => {
  const options = { healthCheck: { port: 13200, path: '/health' } };
  expect(configOf(options).extensions.health_check).toEqual({ endpoint: '${env:MY_POD_IP}:13200', path: '/health' });
  expect(containerOf(options).readinessProbe.httpGet).toEqual({ path: '/health', port: 13200 });
});

test('gives way to what is written of its container, and adds to it', () => {
  const container: DaemonContainer = {
    name: 'agent',
    image: 'example.com/collector:1',
    env: { TIER: EnvValue.text('nodes'), GOMEMLIMIT: EnvValue.text('100MiB') },
    securityContext: SecurityContext.root(),
  };
  const merged = containerOf({ container, resourceAttributes: { tier: '${env:TIER}' } });
  expect(merged).toMatchObject({ name: 'agent', image: 'example.com/collector:1', securityContext: { runAsUser: 0 } });
  expect(merged.env.map(({ name }: any) => name)).toEqual(['MY_POD_IP', 'OTEL_K8S_NODE_NAME', 'GOMEMLIMIT', 'TIER']);
});

test('variables of a ConfigMap may be named', () => {
  const container = { envFrom: [EnvFrom.configMap('settings')] };
  expect(configOf({ container, resourceAttributes: { cluster: '${env:CLUSTER}' } }).processors.resource.attributes.at(-1).value).toBe('${env:CLUSTER}');
});

test('with BARE it is what was written', () => {
  const options = { receivers: [OpenTelemetryReceiver.otlp()] };
  const props = { profile: DaemonProfile.BARE };
  expect(configOf(options, props)).toEqual({
    receivers: { otlp: { protocols: { grpc: { endpoint: '${env:MY_POD_IP}:4317' }, http: { endpoint: '${env:MY_POD_IP}:4318' } } } },
    exporters: { otlp: { endpoint: 'gateway.monitoring:4317', tls: { insecure: true } } },
    service: { pipelines: Object.fromEntries(['metrics', 'traces', 'logs'].map(signal => [signal, { receivers: ['otlp'], exporters: ['otlp'] }])) },
  });
  const { hostNetwork, containers: [container] } = podOf(options, props);
  expect(hostNetwork).toBeUndefined();
  expect(Object.keys(container)).toEqual(['args', 'env', 'image', 'name', 'ports', 'volumeMounts']);
});
