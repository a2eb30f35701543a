import { Testing } from 'cdk8s';
import { CONSOLE, ELASTICSEARCH, metricbeat, settings } from './rendered-metricbeat';
import {
  IpFamily, KubeletMetricset, MetricbeatModule, MetricbeatOptions, MetricbeatOutput, MetricsAgent, NodeExporter, NodePlatform, SecretValue, SystemMetricset,
} from '../../src';
import { chartOf } from '../core/testing';

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
