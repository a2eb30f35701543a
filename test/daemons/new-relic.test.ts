import { Testing } from 'cdk8s';
import { exporter } from './agents';
import {
  DaemonProfile, EnvValue, Monitor, MetricsAgent, NewRelicOptions, NodeExporter, NodeExporterProps, NodePlatform, SecretValue, SecurityContext,
} from '../../src';
import { chartOf } from '../core/testing';

const LICENSE = SecretValue.key('newrelic', 'licenseKey');
const ACCEPTED = { acknowledge: [{ id: 'ND401', reason: 'it measures the node' }, { id: 'ND405', reason: 'until all nodes have 1.33' }] };
const NOTHING_OF_THE_NODE = { hostMetrics: false };

const newRelic = (options: Partial<NewRelicOptions> = {}, props: Omit<NodeExporterProps, 'agent'> = {}) =>
  exporter(MetricsAgent.newRelic({ licenseKey: LICENSE, clusterName: 'production', ...options }), { ...ACCEPTED, ...props });
const agentFile = (options: Partial<NewRelicOptions> = {}, props: Omit<NodeExporterProps, 'agent'> = {}) => newRelic(options, props).files['newrelic-infra.yml'];
const scraperOf = (options: Partial<NewRelicOptions> = {}, props: Omit<NodeExporterProps, 'agent'> = {}) => {
  const { containers, files, rules } = newRelic(options, props);
  const scraper = containers['nri-kubernetes'];
  return { ...scraper, env: Object.fromEntries(scraper.env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom])), file: files['nri-kubernetes.yml'], rules };
};

/** What synthesis of the whole app says. */
const errorsOf = (options: Partial<NewRelicOptions>, props: Omit<NodeExporterProps, 'agent'> = {}) => {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { agent: MetricsAgent.newRelic({ licenseKey: LICENSE, clusterName: 'production', ...options }), ...props });
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
};

describe('defaults', () => {
  test.each([['of an agent that measures the node', {}], ['of one that does not', NOTHING_OF_THE_NODE]])('%s', (_which, options) => {
    const chart = chartOf();
    new NodeExporter(chart, 'metrics', { acknowledge: ACCEPTED.acknowledge.slice(0, 1), agent: MetricsAgent.newRelic({ licenseKey: LICENSE, clusterName: 'production', ...options }) });
    expect(Testing.synth(chart)).toMatchSnapshot();
  });
});

describe('the licence key', () => {
  test('comes from a Secret, and stands in no file', () => {
    const { env, files } = newRelic();
    expect(env.NRIA_LICENSE_KEY).toEqual({ secretKeyRef: { name: 'newrelic', key: 'licenseKey' } });
    expect(JSON.stringify(files)).not.toMatch(/licen[sc]e/i);
  });

  test('is found where somebody writes it as text all the same', () => {
    const container = { env: { NRIA_LICENSE_KEY: EnvValue.text('eu01xx0123456789abcdef0123456789abcdNRAL') } };
    expect(errorsOf({ ...NOTHING_OF_THE_NODE, container })).toEqual([
      "ND403 variable 'NRIA_LICENSE_KEY' of container 'newrelic-infra' looks like a credential and stands in the manifest as text: "
      + "take it from a Secret with valueFrom.secretKeyRef, or acknowledge: [{ id: 'ND403', reason: '…' }]",
    ]);
  });
});

describe('privileges', () => {
  test('need a reason, and the error names the variant that needs none', () => {
    expect(errorsOf({})).toEqual([
      "ND401 container 'newrelic-infra' is privileged, so whoever takes it over has the node: say why its metrics of the node are worth it, or run it without them: "
      + "hostMetrics: false in MetricsAgent.newRelic, privileged: false in its Helm chart, or acknowledge: [{ id: 'ND401', reason: '…' }]",
    ]);
    expect(errorsOf({}, ACCEPTED)).toEqual([]);
    expect(errorsOf(NOTHING_OF_THE_NODE)).toEqual([]);
  });

  test('are those that its documentation asks for, on an image that it cannot write to', () => {
    expect(newRelic().main.securityContext).toEqual({
      privileged: true, allowPrivilegeEscalation: true, readOnlyRootFilesystem: true, runAsUser: 0, runAsGroup: 0,
    });
  });

  test('are none at all without metrics of the node', () => {
    const { main, hostPaths, env } = newRelic(NOTHING_OF_THE_NODE);
    expect(main.securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 2000, runAsNonRoot: true, capabilities: { drop: ['ALL'] } });
    expect(hostPaths).toEqual([]);
    expect(env.NRIA_OVERRIDE_HOST_ROOT).toBe('');
    expect(agentFile(NOTHING_OF_THE_NODE).is_secure_forward_only).toBe(true);
  });

  test('of the container that asks the kubelet are none either way', () => {
    expect(scraperOf().securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 2000, runAsNonRoot: true, capabilities: { drop: ['ALL'] } });
  });
});

describe('the node', () => {
  test('is mounted read-only, with what is mounted later, and nothing of it may be written', () => {
    const { hostPaths, main } = newRelic();
    expect(hostPaths).toEqual(['/ -> /host']);
    expect(main.volumeMounts[0]).toMatchObject({ mountPath: '/host', mountPropagation: 'HostToContainer', readOnly: true });
    expect(scraperOf().volumeMounts).toContainEqual({ name: 'host-proc', mountPath: '/host/proc', readOnly: true });
    expect(scraperOf(NOTHING_OF_THE_NODE).volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/etc/newrelic-infra']);
  });

  test('shares neither network nor processes', () => {
    const { pod } = newRelic();
    expect([pod.hostNetwork, pod.hostPID]).toEqual([undefined, undefined]);
  });

  test('keeps its runtime socket to itself, unless it is asked for', () => {
    expect(newRelic({ runtimeSocket: true }, { platform: NodePlatform.k3s() }).hostPaths).toEqual([
      '/ -> /host', '/run/k3s/containerd/containerd.sock -> /run/containerd/containerd.sock',
    ]);
    expect(agentFile().features).toEqual({ docker_enabled: false });
  });

  test('may have Docker, of which the agent has an integration', () => {
    const props = { platform: NodePlatform.of({ runtimeSocket: '/data/docker.sock' }) };
    expect(newRelic({ runtimeSocket: true }, props).hostPaths).toContain('/data/docker.sock -> /var/run/docker.sock');
    expect(agentFile({ runtimeSocket: true }, props).features).toEqual({ docker_enabled: true });
    expect(agentFile({ runtimeSocket: true }).features).toEqual({ docker_enabled: false });
  });

  test('has its own name in New Relic, not that of the pod', () => {
    const { env } = newRelic();
    expect([env.NRIA_OVERRIDE_HOSTNAME, env.NRIA_OVERRIDE_HOSTNAME_SHORT]).toEqual(Array(2).fill({ fieldRef: { fieldPath: 'spec.nodeName' } }));
    expect(newRelic({ displayName: 'production: $(NODE_NAME)' }).env.NRIA_DISPLAY_NAME).toBe('production: $(NODE_NAME)');
  });
});

test('it writes to empty directories alone', () => {
  const { main, pod } = newRelic(NOTHING_OF_THE_NODE);
  const writable = main.volumeMounts.filter(({ readOnly }: any) => readOnly !== true);
  expect(writable.map(({ mountPath }: any) => mountPath)).toEqual(['/var/db/newrelic-infra/data', '/var/db/newrelic-infra/user_data', '/tmp']);
  expect(writable.map(({ name }: any) => pod.volumes.find((volume: any) => volume.name === name).emptyDir)).toEqual([{}, {}, {}]);
});

test('its file hides nothing else of /etc', () => {
  const { main } = newRelic();
  expect(main.args).toEqual(['newrelic-infra', '-config', '/etc/newrelic/newrelic-infra.yml']);
  expect(main.volumeMounts.map(({ mountPath }: any) => mountPath)).toContain('/etc/newrelic');
});

test('the cluster has one name, of the options or of the platform', () => {
  const named = newRelic({ clusterName: undefined }, { platform: NodePlatform.standard({ cluster: 'east' }) });
  expect(named.files['newrelic-infra.yml'].custom_attributes).toEqual({ clusterName: 'east' });
  expect([named.env.CLUSTER_NAME, named.env.NRIA_PASSTHROUGH_ENVIRONMENT]).toEqual(['east', 'CLUSTER_NAME']);
  expect(scraperOf({ clusterName: 'west' }).env.NRI_KUBERNETES_CLUSTERNAME).toBe('west');
});

describe('one port', () => {
  test.each([[undefined, 8003], [8113, 8113]])('is where the agent listens and the scraper sends: %s', (port, number) => {
    expect(agentFile({ port })).toMatchObject({ http_server_enabled: true, http_server_port: number });
    expect(scraperOf({ port }).env.NRI_KUBERNETES_SINK_HTTP_PORT).toBe(String(number));
  });

  test('is open to nobody outside of the pod', () => {
    expect(newRelic().main.ports).toBeUndefined();
    expect(agentFile().http_server_host).toBeUndefined();
  });

  test('is not that of the status', () => {
    expect(agentFile({ statusPort: 18003 })).toMatchObject({ status_server_enabled: true, status_server_port: 18003, http_server_port: 8003 });
    expect(agentFile().status_server_enabled).toBeUndefined();
  });
});

test('the agent measures as it is told', () => {
  const options = {
    sampleRates: { system: 15, storage: 60, network: -1, process: 30 }, processMetrics: true, verbose: true, customAttributes: { team: 'platform' }, settings: { proxy_validate_certificates: true },
  };
  expect(agentFile(options)).toMatchObject({
    metrics_system_sample_rate: 15,
    metrics_storage_sample_rate: 60,
    metrics_network_sample_rate: -1,
    metrics_process_sample_rate: 30,
    enable_process_metrics: true,
    log: { level: 'debug' },
    custom_attributes: { team: 'platform', clusterName: 'production' },
    proxy_validate_certificates: true,
  });
});

describe('integrations', () => {
  test('of the image do not run, as they would ask for Docker', () => {
    const { main, pod } = newRelic();
    expect(main.volumeMounts).toContainEqual({ name: 'no-integrations', mountPath: '/etc/newrelic-infra/integrations.d', readOnly: true });
    expect(pod.volumes).toContainEqual({ name: 'no-integrations', emptyDir: {} });
  });

  test('run where they are given', () => {
    const { main, files } = newRelic({ integrations: { 'redis-config.yml': 'integrations: [{ name: nri-redis }]' } });
    expect(files['redis-config.yml']).toEqual({ integrations: [{ name: 'nri-redis' }] });
    expect(main.volumeMounts.filter(({ mountPath }: any) => mountPath === '/etc/newrelic-infra/integrations.d')).toHaveLength(1);
  });
});

describe('the kubelet', () => {
  test('is asked by a container of its own, every 15 seconds', () => {
    const { file, env } = scraperOf();
    expect(file).toEqual({ interval: '15s', kubelet: { enabled: true, initTimeout: '180s', initBackoff: '5s' } });
    expect(env).toMatchObject({ NRI_KUBERNETES_NODENAME: { fieldRef: { fieldPath: 'spec.nodeName' } }, NRI_KUBERNETES_NODEIP: { fieldRef: { fieldPath: 'status.hostIP' } } });
  });

  test('is asked as it is told', () => {
    const { file, env, rules } = scraperOf({ verbose: true, kubelet: { interval: '30s', timeout: '20s', retries: 5, namespaceLabels: { team: 'shop' } } });
    expect(file).toMatchObject({ interval: '30s', kubelet: { timeout: '20s', retries: 5 }, namespaceSelector: { matchLabels: { team: 'shop' } } });
    expect(env.NRI_KUBERNETES_VERBOSE).toBe('true');
    expect(rules[1]).toEqual({ apiGroups: [''], resources: ['nodes', 'namespaces'], verbs: ['get', 'list', 'watch'] });
  });

  test.each([undefined, '1.33', '1.37'])('gives its paths one by one, and never nodes/proxy: %s', kubernetes => {
    expect(scraperOf({}, { platform: NodePlatform.standard({ kubernetes }) }).rules).toEqual([
      { apiGroups: [''], resources: ['nodes/metrics', 'nodes/stats', 'nodes/pods', 'nodes/healthz'], verbs: ['get'] },
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
    ]);
  });

  test('of Kubernetes before 1.33 is not asked for what takes nodes/proxy there', () => {
    const { rules, env } = scraperOf({}, { platform: NodePlatform.standard({ kubernetes: '1.32' }) });
    expect(rules).toEqual([
      { apiGroups: [''], resources: ['nodes/metrics', 'nodes/stats'], verbs: ['get'] },
      { apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['get', 'list', 'watch'] },
    ]);
    expect(env).toMatchObject({ NRI_KUBERNETES_KUBELET_FETCHPODSFROMKUBESERVICE: 'true', NRI_KUBERNETES_TESTCONNECTIONENDPOINT: '/metrics' });
  });

  test('gives nodes/proxy where it is written, and that needs a reason too', () => {
    const options = { ...NOTHING_OF_THE_NODE, kubelet: { legacyKubeletAuthorization: true } };
    const props = { name: 'newrelic', platform: NodePlatform.standard({ kubernetes: '1.32' }) };
    expect(scraperOf(options, props).rules[0].resources).toEqual(['nodes/metrics', 'nodes/stats', 'nodes/proxy']);
    expect(errorsOf(options, props)).toEqual([expect.stringMatching(/^ND405 ServiceAccount 'newrelic' may use nodes\/proxy by ClusterRole /)]);
  });

  test('is left alone where it is told so', () => {
    const { containers, rules, files, pod } = newRelic({ scrapeKubelet: false });
    expect([Object.keys(containers), rules, Object.keys(files)]).toEqual([['newrelic-infra'], [], ['newrelic-infra.yml']]);
    expect(files['newrelic-infra.yml'].http_server_enabled).toBeUndefined();
    expect(pod.automountServiceAccountToken).toBe(false);
  });

  test('is asked by the container that is written', () => {
    const kubelet = { container: { name: 'scraper', image: 'registry.example.com/nri-kubernetes:4.5.0', resources: {} } };
    const { containers } = newRelic({ kubelet });
    expect(containers.scraper).toMatchObject({ image: 'registry.example.com/nri-kubernetes:4.5.0', volumeMounts: [{}, { mountPath: '/etc/newrelic-infra' }] });
  });
});

describe('with BARE', () => {
  const bare = { profile: DaemonProfile.BARE };

  test('it is the container as it is written, with key and cluster', () => {
    const { main, files, containers, rules } = newRelic({ container: { image: 'infra:1' } }, bare);
    expect(main).toEqual({
      name: 'newrelic-infra',
      image: 'infra:1',
      args: ['newrelic-infra', '-config', '/etc/newrelic/newrelic-infra.yml'],
      env: [
        { name: 'NRIA_LICENSE_KEY', valueFrom: { secretKeyRef: { name: 'newrelic', key: 'licenseKey' } } },
        { name: 'CLUSTER_NAME', value: 'production' },
        { name: 'NRIA_PASSTHROUGH_ENVIRONMENT', value: 'CLUSTER_NAME' },
      ],
      volumeMounts: [{ name: 'config', mountPath: '/etc/newrelic', readOnly: true }],
    });
    expect(files).toEqual({ 'newrelic-infra.yml': { custom_attributes: { clusterName: 'production' } } });
    expect([Object.keys(containers), rules]).toEqual([['newrelic-infra'], []]);
  });

  test('what is written brings its mounts, and no privileges', () => {
    const { hostPaths, main, containers } = newRelic({ hostMetrics: true, kubelet: {} }, bare);
    expect([hostPaths, main.securityContext, main.resources]).toEqual([['/ -> /host'], undefined, undefined]);
    expect(containers['nri-kubernetes'].securityContext).toBeUndefined();
  });
});

test('what was handed in changes nothing when it changes later', () => {
  const options = { licenseKey: LICENSE, clusterName: 'production', customAttributes: { team: 'a' }, kubelet: { namespaceLabels: { team: 'a' } } };
  const agent = MetricsAgent.newRelic(options);
  const before = exporter(agent, ACCEPTED);
  options.customAttributes.team = 'b';
  options.kubelet.namespaceLabels.team = 'b';
  expect(exporter(agent, ACCEPTED)).toEqual(before);
});

test.each<[string, () => unknown, string]>([
  ['the key among the settings', () => newRelic({ settings: { license_key: 'eu01xx0123456789' } }),
    "setting 'license_key' of New Relic must be left out, as settings stand in a ConfigMap, got '***': "
      + "give licenseKey, or container: { env: { NRIA_LICENSE_KEY: EnvValue.secret(SecretValue.key('…', '…')) } }"],
  ['the key itself', () => newRelic({ licenseKey: 'eu01xx0123456789' as any }),
    "licenseKey must be a reference to a Secret, got 'string': write SecretValue.key('newrelic', 'licenseKey')"],
  ['an empty name of the cluster', () => newRelic({ clusterName: '' }), "clusterName must be given, such as 'production', got ''"],
  ['no name of the cluster', () => newRelic({ clusterName: undefined }),
    "platform/metrics: clusterName must be given, here or as the cluster of the platform, got undefined: write clusterName: 'production'"],
  ['one name for all nodes', () => newRelic({ displayName: 'node' }),
    "displayName must be given with '$(NODE_NAME)' in it, such as 'production: $(NODE_NAME)', got 'node': else all nodes have one name"],
  ['one port for two listeners', () => newRelic({ statusPort: 8003 }),
    'statusPort must be another than 8003, on which the agent takes what was scraped, got 8003: give 18003, or another port'],
  ['a port beyond all', () => newRelic({ port: 80000 }), 'port must be a whole number from 1 to 65535, got 80000'],
  ['a rate that the agent raises in silence', () => newRelic({ sampleRates: { process: 5 } }), "sample rate 'process' must be at least 20 seconds, or -1 for never, got 5"],
  ['an interval with gaps', () => newRelic({ kubelet: { interval: '1m' } }), "interval of kubelet must be at most 40s, as New Relic shows gaps beyond, got '1m'"],
  ['an interval without a unit', () => newRelic({ kubelet: { interval: '15' } }), "interval of kubelet must be a duration of Go above 0, such as '10s' or '1m30s', got '15'"],
  ['half a retry', () => newRelic({ kubelet: { retries: 0.5 } }), 'retries of kubelet must be a whole number, got 0.5'],
  ['a kubelet that is not asked', () => newRelic({ scrapeKubelet: false, kubelet: {} }), 'kubelet must be left out where scrapeKubelet is false, got {}'],
  ['an integration that is no file', () => newRelic({ integrations: { redis: '' } }),
    "name of an integration must be a file name that ends in .yml, such as 'redis-config.yml', got 'redis'"],
  ['metrics of the node without the privileges', () => newRelic({ container: { securityContext: SecurityContext.of({ runAsUser: 1000 }) } }),
    "platform/metrics: securityContext of New Relic's agent must be privileged where it measures the node, got {\"runAsUser\":1000}: leave it out, or write hostMetrics: false"],
  ['a socket without metrics of the node', () => newRelic({ ...NOTHING_OF_THE_NODE, runtimeSocket: true }),
    'platform/metrics: runtimeSocket must be left out where the node is not measured, or its runtime is neither containerd nor Docker, '
    + 'got {"hostMetrics":false,"runtimeSocket":"/run/containerd/containerd.sock"}'],
  ['a socket that it does not know', () => newRelic({ runtimeSocket: true }, { platform: NodePlatform.openshift() }),
    'platform/metrics: runtimeSocket must be left out where the node is not measured, or its runtime is neither containerd nor Docker, '
    + 'got {"hostMetrics":true,"runtimeSocket":"/var/run/crio/crio.sock"}'],
  ['a monitor', () => newRelic({}, { monitor: Monitor.podMonitor() }),
    "platform/metrics: monitor of New Relic must be left out, as its agent sends what it measures and shows Prometheus nothing, got 'a monitor'"],
])('%s is an error', (_what, define, message) => {
  expect(define).toThrow(new Error(message));
});
