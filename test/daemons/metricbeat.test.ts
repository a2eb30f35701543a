import { Testing } from 'cdk8s';
import { exporter } from './agents';
import {
  DaemonProfile, EnvValue, HostPath, IpFamily, KubeletMetricset, MetricbeatModule, MetricbeatOptions, MetricbeatOutput, MetricsAgent, NodeExporter,
  NodePlatform, SecretValue, SystemMetricset,
} from '../../src';
import { chartOf } from '../core/testing';

const CONSOLE = MetricbeatOutput.console();
const ELASTICSEARCH = MetricbeatOutput.elasticsearch({
  hosts: ['https://elasticsearch.example.com:9200'], username: 'metricbeat', password: SecretValue.key('elasticsearch', 'password'), ca: SecretValue.key('elasticsearch', 'ca'),
});

const metricbeat = (options: Partial<MetricbeatOptions> = {}, props: Parameters<typeof exporter>[1] = {}) =>
  exporter(MetricsAgent.metricbeat({ output: CONSOLE, ...options }), props);
const system = (...metricsets: SystemMetricset[]) => metricbeat({ modules: [MetricbeatModule.system({ metricsets })] });
const settings = (options: Partial<MetricbeatOptions> = {}, props: Parameters<typeof exporter>[1] = {}) => metricbeat(options, props).files['metricbeat.yml'];

test('defaults', () => {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', { agent: MetricsAgent.metricbeat({ output: ELASTICSEARCH }) });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('what is mounted of the node', () => {
  test.each<[string, SystemMetricset[], string[]]>([
    ['cpu', [SystemMetricset.CPU], ['/proc -> /hostfs/proc']],
    ['process', [SystemMetricset.PROCESS], ['/proc -> /hostfs/proc', '/sys/fs/cgroup -> /hostfs/sys/fs/cgroup']],
    ['raid', [SystemMetricset.RAID, SystemMetricset.PROCESS], ['/proc -> /hostfs/proc', '/sys -> /hostfs/sys']],
    ['service', [SystemMetricset.SERVICE], ['/proc -> /hostfs/proc', '/run/dbus -> /hostfs/run/dbus']],
    ['users', [SystemMetricset.USERS], ['/proc -> /hostfs/proc', '/run/dbus -> /hostfs/run/dbus']],
    ['filesystem, which holds the others', [SystemMetricset.FILESYSTEM, SystemMetricset.PROCESS, SystemMetricset.USERS], ['/ -> /hostfs']],
    ['fsstat', [SystemMetricset.FSSTAT], ['/ -> /hostfs']],
  ])('follows from %s, and is read-only', (_what, metricsets, paths) => {
    expect(system(...metricsets).hostPaths).toEqual([...paths, '/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw']);
  });

  test('is nothing for the kubelet alone', () => {
    expect(metricbeat({ modules: [MetricbeatModule.kubelet()] }).hostPaths).toEqual(['/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw']);
  });

  test('shows what is mounted later', () => {
    expect(system(SystemMetricset.FILESYSTEM).main.volumeMounts[0]).toMatchObject({ mountPath: '/hostfs', mountPropagation: 'HostToContainer' });
  });

  test.each([SystemMetricset.SERVICE, SystemMetricset.USERS])('%s asks the D-Bus of the node, not that of its container', metricset => {
    expect(system(metricset).env.DBUS_SYSTEM_BUS_ADDRESS).toBe('unix:path=/hostfs/run/dbus/system_bus_socket');
    expect(system(metricset, SystemMetricset.FILESYSTEM).env.DBUS_SYSTEM_BUS_ADDRESS).toBe('unix:path=/hostfs/run/dbus/system_bus_socket');
    expect(system(metricset).main.securityContext.appArmorProfile).toEqual({ type: 'Unconfined' });
  });
});

describe('where the node is', () => {
  test('is said by each system module, as the flag is deprecated', () => {
    const { main, files } = metricbeat();
    expect(main.args).toEqual(['-c', '/etc/metricbeat/metricbeat.yml', '-e']);
    expect(files['metricbeat.yml']['metricbeat.modules'].map(({ hostfs }: any) => hostfs)).toEqual(['/hostfs', '/hostfs']);
  });

  test.each(['docker.elastic.co/beats/metricbeat:7.17.29', 'metricbeat:7.17.29@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'])(
    'is said by the flag for version 7: %s', image => {
      const { main, files } = metricbeat({ container: { image } });
      expect(main.args).toEqual(['-c', '/etc/metricbeat/metricbeat.yml', '-e', '--system.hostfs=/hostfs']);
      expect(files['metricbeat.yml']['metricbeat.modules'].map(({ hostfs }: any) => hostfs)).toEqual([undefined, undefined]);
    });

  test('is version 8 or later for a tag that only looks like 7', () => {
    expect(metricbeat({ container: { image: 'registry.example.com:7000/metricbeat:9.7.0' } }).main.args).toHaveLength(3);
  });
});

describe('the network of the node', () => {
  test.each([SystemMetricset.NETWORK, SystemMetricset.NETWORK_SUMMARY, SystemMetricset.SOCKET, SystemMetricset.SOCKET_SUMMARY])(
    'is shared for %s, or it would measure the pod', metricset => {
      expect(system(metricset).pod).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
    });

  test('is left alone where nothing needs it', () => {
    expect(system(SystemMetricset.CPU).pod.hostNetwork).toBeUndefined();
    expect(metricbeat({ modules: [MetricbeatModule.kubelet()] }).pod.hostNetwork).toBeUndefined();
  });

  test('is not measured by default where its props refuse it', () => {
    const { pod, files } = metricbeat({}, { hostNamespaces: { network: false } });
    expect(pod.hostNetwork).toBeFalsy();
    expect(files['metricbeat.yml']['metricbeat.modules'][0].metricsets).toEqual(['cpu', 'load', 'memory', 'process', 'process_summary', 'uptime']);
  });

  test('is no place for a port that tells everybody how it is', () => {
    const { main, files } = metricbeat();
    expect(files['metricbeat.yml']).toMatchObject({ 'http.host': '127.0.0.1', 'http.port': 5066 });
    expect(main.livenessProbe.httpGet).toEqual({ path: '/', port: 5066, host: '127.0.0.1' });
  });
});

test('one port is the listener, the probes and what is declared', () => {
  const { main, files } = metricbeat({ httpPort: 15066, modules: [MetricbeatModule.kubelet()] });
  expect(files['metricbeat.yml']).toMatchObject({ 'http.enabled': true, 'http.host': '0.0.0.0', 'http.port': 15066 });
  expect([main.livenessProbe.httpGet, main.readinessProbe.httpGet]).toEqual([{ path: '/', port: 15066 }, { path: '/', port: 15066 }]);
  expect(main.ports).toEqual([{ name: 'http', containerPort: 15066 }]);
});

describe('privileges', () => {
  test('are those of root without any capability', () => {
    expect(metricbeat().main.securityContext).toMatchObject({
      runAsUser: 0, capabilities: { drop: ['ALL'] }, allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(metricbeat().main.securityContext.capabilities.add).toBeUndefined();
  });

  test('are two capabilities more for the sockets of other users', () => {
    expect(system(SystemMetricset.SOCKET).main.securityContext.capabilities.add).toEqual(['SYS_PTRACE', 'DAC_READ_SEARCH']);
  });

  test('hold no token without the kubelet', () => {
    expect(metricbeat().pod.automountServiceAccountToken).toBe(false);
    expect(metricbeat().rules).toEqual([]);
  });
});

describe('its state', () => {
  test('survives a restart, in a directory that is named after the daemon', () => {
    const { pod, hostPaths } = metricbeat({}, { name: 'edge' });
    expect(hostPaths).toContain('/var/lib/edge-data -> /usr/share/metricbeat/data rw');
    expect(pod.volumes).toContainEqual({ name: 'data', hostPath: { path: '/var/lib/edge-data', type: 'DirectoryOrCreate' } });
  });

  test('stands where it is told', () => {
    expect(metricbeat({ stateDirectory: '/mnt/state' }).hostPaths).toContain('/mnt/state -> /usr/share/metricbeat/data rw');
  });
});

describe('metricbeat.yml', () => {
  test('belongs to root and only root may write it, which Metricbeat insists on', () => {
    const { pod } = metricbeat();
    const { configMap } = pod.volumes.find(({ name }: any) => name === 'config');
    expect([configMap.defaultMode, configMap.items[0].mode]).toEqual([undefined, undefined]);
    expect(pod.securityContext?.fsGroup).toBeUndefined();
  });

  test('is mounted as a directory, so that it is no stale copy', () => {
    expect(metricbeat().main.volumeMounts.filter(({ subPath }: any) => subPath !== undefined)).toEqual([]);
  });

  test('rolls the pods when it changes', () => {
    const hashOf = (options: Partial<MetricbeatOptions>) => {
      const chart = chartOf();
      new NodeExporter(chart, 'metrics', { agent: MetricsAgent.metricbeat({ output: CONSOLE, ...options }) });
      return Testing.synth(chart).find(({ kind }: any) => kind === 'DaemonSet').spec.template.metadata.annotations['cdk8s-node-daemons/config-hash'];
    };
    expect(hashOf({})).not.toBe(hashOf({ settings: { tags: ['a'] } }));
  });

  test('calls each node by its name', () => {
    expect(settings().name).toBe('${NODE_NAME}');
    expect(metricbeat().env.NODE_NAME).toEqual({ fieldRef: { fieldPath: 'spec.nodeName' } });
  });

  test('asks for file systems once a minute, and for none of pods', () => {
    const [often, seldom] = settings({}, { platform: NodePlatform.of({ kubeletRoot: '/data/kubelet' }) })['metricbeat.modules'];
    expect([often.period, seldom.period]).toEqual(['10s', '1m']);
    const excluded = new RegExp(seldom.processors[0].drop_event.when.regexp['system.filesystem.mount_point']);
    expect(['/hostfs/data/kubelet/pods/a/volumes', '/hostfs/proc', '/etc/hosts', '/usr/share/metricbeat/data'].filter(path => !excluded.test(path))).toEqual([]);
    expect(['/hostfs', '/hostfs/data', '/hostfs/var', '/hostfs/boot/efi', '/hostfs/home'].filter(path => excluded.test(path))).toEqual([]);
  });

  test('reports the processes that use most', () => {
    expect(settings()['metricbeat.modules'][0]['process.include_top_n']).toEqual({ by_cpu: 5, by_memory: 5 });
    const module = MetricbeatModule.system({ metricsets: [SystemMetricset.PROCESS], processTopByCpu: 20, processes: ['^kube'], processCgroups: false });
    expect(settings({ modules: [module] })['metricbeat.modules'][0]).toMatchObject({
      'process.include_top_n': { by_cpu: 20 }, 'processes': ['^kube'], 'process.cgroups.enabled': false,
    });
  });

  test('has the options of the metricsets', () => {
    const module = MetricbeatModule.system({
      metricsets: [SystemMetricset.FILESYSTEM, SystemMetricset.DISKIO, SystemMetricset.SERVICE],
      period: '1m30s',
      ignoreFilesystemTypes: ['nfs'],
      excludeMountPoints: '^/hostfs/mnt',
      diskDevices: ['sda'],
      serviceStates: ['active'],
      servicePatterns: ['kube*'],
    });
    expect(settings({ modules: [module] })['metricbeat.modules'][0]).toMatchObject({
      'period': '1m30s',
      'filesystem.ignore_types': ['nfs'],
      'diskio.include_devices': ['sda'],
      'service.state_filter': ['active'],
      'service.pattern_filter': ['kube*'],
      'processors': [{ drop_event: { when: { regexp: { 'system.filesystem.mount_point': '^/hostfs/mnt' } } } }],
    });
  });

  test('has what is written of it', () => {
    const modules = [MetricbeatModule.of({ module: 'linux', metricsets: ['pressure'], hostfs: '/hostfs' })];
    expect(settings({ modules, settings: { 'processors': [{ add_cloud_metadata: {} }], 'http.port': 9 } })).toMatchObject({
      'metricbeat.modules': [{ module: 'linux', metricsets: ['pressure'], hostfs: '/hostfs' }], 'processors': [{ add_cloud_metadata: {} }], 'http.port': 9,
    });
  });
});

describe('the kubelet', () => {
  const kubelet = (options = {}, props = {}) => metricbeat({ modules: [MetricbeatModule.kubelet(options)] }, props);

  test('is asked at the address of the node, with the token of its account', () => {
    expect(kubelet().files['metricbeat.yml']['metricbeat.modules']).toEqual([{
      'module': 'kubernetes',
      'metricsets': ['container', 'node', 'pod', 'system', 'volume'],
      'period': '10s',
      'hosts': ['https://${NODE_IP}:10250'],
      'bearer_token_file': '/var/run/secrets/kubernetes.io/serviceaccount/token',
      'ssl.verification_mode': 'none',
      'node': '${NODE_NAME}',
      'add_metadata': true,
      'add_resource_metadata': { deployment: false, cronjob: false },
      'use_kubeadm': false,
    }]);
    expect(kubelet().env.NODE_IP).toEqual({ fieldRef: { fieldPath: 'status.hostIP' } });
    expect(kubelet().pod.automountServiceAccountToken).toBe(true);
  });

  test('is asked in brackets where nodes have addresses of IPv6', () => {
    const { files } = kubelet({}, { platform: NodePlatform.of({ ipFamily: IpFamily.IPV6 }) });
    expect(files['metricbeat.yml']['metricbeat.modules'][0].hosts).toEqual(['https://[${NODE_IP}]:10250']);
  });

  test('is believed by its certificate where the authority is given', () => {
    const [module] = kubelet({ caFile: '/etc/kubelet/ca.crt', port: 10251, metricsets: [KubeletMetricset.POD] }).files['metricbeat.yml']['metricbeat.modules'];
    expect(module).toMatchObject({ 'ssl.certificate_authorities': ['/etc/kubelet/ca.crt'], 'hosts': ['https://${NODE_IP}:10251'], 'metricsets': ['pod'] });
    expect(module['ssl.verification_mode']).toBeUndefined();
  });

  test('needs three kinds of objects, and never nodes/proxy', () => {
    expect(kubelet().rules).toEqual([
      { apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] },
      { apiGroups: [''], resources: ['nodes', 'namespaces', 'pods'], verbs: ['get', 'list', 'watch'] },
    ]);
  });

  test('needs less without metadata, and more with the names of workloads', () => {
    expect(kubelet({ addMetadata: false }).rules).toEqual([{ apiGroups: [''], resources: ['nodes/stats'], verbs: ['get'] }]);
    expect(kubelet({ addWorkloads: true }).rules.slice(2)).toEqual([
      { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'list', 'watch'] },
    ]);
  });

  test('elects no leader and reads no ConfigMap of kubeadm', () => {
    const chart = chartOf();
    new NodeExporter(chart, 'metrics', { agent: MetricsAgent.metricbeat({ output: CONSOLE, modules: [MetricbeatModule.kubelet()] }) });
    expect(Testing.synth(chart).filter(({ kind }: any) => kind === 'Role')).toEqual([]);
  });

  test('knows its node by another name in version 7', () => {
    const { files } = metricbeat({ modules: [MetricbeatModule.kubelet()], container: { image: 'metricbeat:7.17.0' } });
    expect(files['metricbeat.yml']['metricbeat.modules'][0]).toMatchObject({ host: '${NODE_NAME}' });
  });
});

describe('the output', () => {
  test('has its password from a Secret, and its authority from a file', () => {
    const { main, env, pod, files } = metricbeat({ output: ELASTICSEARCH });
    expect(files['metricbeat.yml']['output.elasticsearch']).toEqual({
      hosts: ['https://elasticsearch.example.com:9200'], username: 'metricbeat', password: '${QUOTED_ELASTICSEARCH_PASSWORD}', ssl: { certificate_authorities: ['/etc/metricbeat-ca/ca.crt'] },
    });
    expect(env.ELASTICSEARCH_PASSWORD).toEqual({ secretKeyRef: { name: 'elasticsearch', key: 'password' } });
    expect(env.QUOTED_ELASTICSEARCH_PASSWORD).toBe("'$(ELASTICSEARCH_PASSWORD)'");
    expect(main.volumeMounts).toContainEqual({ name: 'output-ca', mountPath: '/etc/metricbeat-ca', readOnly: true });
    expect(pod.volumes).toContainEqual({ name: 'output-ca', secret: { secretName: 'elasticsearch', items: [{ key: 'ca', path: 'ca.crt' }] } });
  });

  test('may be an API key of Elasticsearch', () => {
    const output = MetricbeatOutput.elasticsearch({ hosts: ['http://es:9200'], apiKey: SecretValue.key('es', 'key') });
    expect(settings({ output })['output.elasticsearch']).toEqual({ hosts: ['http://es:9200'], api_key: '${QUOTED_ELASTICSEARCH_API_KEY}' });
  });

  test('may be Logstash, with a certificate of its own', () => {
    const output = MetricbeatOutput.logstash({
      hosts: ['logstash.example.com:5044'], ca: SecretValue.key('tls', 'ca'), cert: SecretValue.key('tls', 'cert'), key: SecretValue.key('tls', 'key'),
    });
    expect(settings({ output })['output.logstash']).toEqual({
      hosts: ['logstash.example.com:5044'],
      ssl: { certificate_authorities: ['/etc/metricbeat-ca/ca.crt'], certificate: '/etc/metricbeat-certificate/certificate.crt', key: '/etc/metricbeat-key/key.crt' },
    });
  });

  test('may be Kafka', () => {
    const output = MetricbeatOutput.kafka({ hosts: ['kafka:9093'], topic: 'metrics', username: 'a', password: SecretValue.key('kafka', 'password'), tls: true });
    expect(settings({ output })['output.kafka']).toEqual({ hosts: ['kafka:9093'], topic: 'metrics', username: 'a', password: '${QUOTED_KAFKA_PASSWORD}', ssl: { enabled: true } });
  });
});

describe('with BARE', () => {
  const bare = { profile: DaemonProfile.BARE };

  test('it is the container as it is written, with the output', () => {
    const { main, files, pod } = metricbeat({ container: { image: 'metricbeat:9.0.0' } }, bare);
    expect(main).toEqual({
      name: 'metricbeat',
      image: 'metricbeat:9.0.0',
      args: ['-c', '/etc/metricbeat/metricbeat.yml', '-e'],
      volumeMounts: [{ name: 'config', mountPath: '/etc/metricbeat', readOnly: true }],
    });
    expect(files).toEqual({ 'metricbeat.yml': { 'output.console': { pretty: true } } });
    expect(pod.hostNetwork).toBeUndefined();
  });

  test('what is written brings what it needs', () => {
    const modules = [MetricbeatModule.system({ metricsets: [SystemMetricset.CPU] }), MetricbeatModule.kubelet({ addMetadata: false })];
    const { main, files, hostPaths, rules } = metricbeat({ modules, httpPort: 5067, stateDirectory: '/var/lib/beat' }, bare);
    expect(hostPaths).toEqual(['/proc -> /hostfs/proc', '/var/lib/beat -> /usr/share/metricbeat/data rw']);
    expect(files['metricbeat.yml']).toMatchObject({ 'metricbeat.modules': [{ module: 'system', metricsets: ['cpu'], hostfs: '/hostfs' }, { module: 'kubernetes' }], 'http.port': 5067 });
    expect(rules).toHaveLength(1);
    expect([main.securityContext, main.livenessProbe, main.resources]).toEqual([undefined, undefined, undefined]);
  });
});

test('what is written of the container wins, and adds', () => {
  const { main, hostPaths, env } = metricbeat({
    container: { env: { MORE: EnvValue.text('1') }, hostPaths: [HostPath.readOnly('/srv/proc', { mountPath: '/hostfs' })], resources: { requests: { cpu: '1' } } },
  });
  expect(hostPaths).toEqual(['/var/lib/metricbeat-data -> /usr/share/metricbeat/data rw', '/srv/proc -> /hostfs']);
  expect([env.MORE, main.resources]).toEqual(['1', { requests: { cpu: '1' } }]);
});

test('what was handed in changes nothing when it changes later', () => {
  const metricsets = [SystemMetricset.CPU];
  const hosts = ['http://a:9200'];
  const options = { output: MetricbeatOutput.elasticsearch({ hosts }), modules: [MetricbeatModule.system({ metricsets })], settings: { tags: ['a'] } };
  const agent = MetricsAgent.metricbeat(options);
  const before = exporter(agent);
  metricsets.push(SystemMetricset.NETWORK);
  hosts.push('http://b:9200');
  options.modules.push(MetricbeatModule.kubelet());
  options.settings.tags.push('b');
  expect(exporter(agent)).toEqual(before);
});
