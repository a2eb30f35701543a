import { chartWith, configOf, containerOf, Options, OTLP, podOf, Props } from './rendered-open-telemetry';
import {
  HostPath, HostScraper, KubeletMetadata, KubeletMetricGroup, NodePlatform, OpenTelemetryExporter, OpenTelemetryReceiver, ProcessError, ScraperFilter,
} from '../../src';
import { manifestsOf } from '../core/testing';

const rulesOf = (options?: Options, props?: Props): any => manifestsOf(chartWith(options, props), 'ClusterRole').flatMap(({ rules }) => rules);

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
