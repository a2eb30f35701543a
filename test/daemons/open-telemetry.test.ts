import { Testing } from 'cdk8s';
import { chartWith, configOf, containerOf, envOf, Options, OTLP, podOf } from './rendered-open-telemetry';
import {
  DaemonContainer, DaemonDefaults, DaemonProfile, EnvFrom, EnvValue, HostScraper, IpFamily, MetricsAgent, NodeExporter, NodePlatform, OpenTelemetryExporter,
  OpenTelemetryReceiver, SecurityContext,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

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
