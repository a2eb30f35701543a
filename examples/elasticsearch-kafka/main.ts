import { ApiObject, App, Chart } from 'cdk8s';
import {
  DaemonDefaults, DaemonNamespace, KafkaCompression, LogBuffer, LogCollector, LogField, LogFilter, LogSink, LogSource, Monitor, Multiline, NodePlatform,
  SecretValue,
} from 'cdk8s-node-daemons';

const app = new App();
DaemonDefaults.on(app, { platform: NodePlatform.standard({ kubernetes: '1.36' }) });
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'logging' });

// Where the lines go: objects for the operators of Elastic (ECK) and of Kafka (Strimzi). The Secrets that they make are named below.
const stores = new Chart(app, 'stores', { namespace: namespace.name });
new ApiObject(stores, 'elasticsearch', {
  apiVersion: 'elasticsearch.k8s.elastic.co/v1',
  kind: 'Elasticsearch',
  metadata: { name: 'logs' },
  spec: {
    version: '9.2.1',
    auth: { fileRealm: [{ secretName: 'node-logs' }] },
    nodeSets: [{ name: 'default', count: 3, config: { 'node.store.allow_mmap': false } }],
  },
});
new ApiObject(stores, 'kibana', {
  apiVersion: 'kibana.k8s.elastic.co/v1',
  kind: 'Kibana',
  metadata: { name: 'logs' },
  spec: { version: '9.2.1', count: 1, elasticsearchRef: { name: 'logs' } },
});
new ApiObject(stores, 'kafka', {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'Kafka',
  metadata: { name: 'events' },
  spec: {
    kafka: { listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'scram-sha-512' } }], authorization: { type: 'simple' } },
    entityOperator: { topicOperator: {}, userOperator: {} },
  },
});
new ApiObject(stores, 'brokers', {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaNodePool',
  metadata: { name: 'brokers', labels: { 'strimzi.io/cluster': 'events' } },
  spec: { replicas: 3, roles: ['controller', 'broker'], storage: { type: 'persistent-claim', size: '50Gi' } },
});
new ApiObject(stores, 'topic', {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name: 'shop-logs', labels: { 'strimzi.io/cluster': 'events' } },
  spec: { partitions: 12, replicas: 3, config: { 'retention.ms': 86400000 } },
});
new ApiObject(stores, 'producer', {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaUser',
  metadata: { name: 'node-logs-producer', labels: { 'strimzi.io/cluster': 'events' } },
  spec: {
    authentication: { type: 'scram-sha-512' },
    authorization: { type: 'simple', acls: [{ resource: { type: 'topic', name: 'shop-logs' }, operations: ['Write', 'Describe'] }] },
  },
});

// Every line to Elasticsearch, where Kibana finds it; those of the shop, with their stack traces in one piece, to Kafka as well.
new LogCollector(new Chart(app, 'platform', { namespace: namespace.name }), 'logs', {
  name: 'node-logs',
  sources: [
    LogSource.containers({ excludeNamespaces: ['shop-*'] }),
    LogSource.containers({ id: 'shop', namespaces: ['shop-*'], multiline: [Multiline.java()] }),
    LogSource.journal({ units: ['kubelet', 'containerd'] }),
  ],
  filters: [
    LogFilter.drop(LogField.MESSAGE, 'GET /(healthz|readyz)', { sources: ['shop'] }),
    LogFilter.addFields({ cluster: 'production' }),
  ],
  sinks: [
    LogSink.elasticsearch({
      host: 'logs-es-http.logging.svc',
      tls: { ca: SecretValue.key('logs-es-http-certs-public', 'ca.crt') },
      username: 'node-logs',
      password: SecretValue.key('node-logs', 'password'),
      index: 'node-logs',
    }),
    LogSink.kafka({
      sources: ['shop'],
      brokers: ['events-kafka-bootstrap.logging.svc:9093'],
      topic: 'shop-logs',
      tls: { ca: SecretValue.key('events-cluster-ca-cert', 'ca.crt') },
      username: 'node-logs-producer',
      password: SecretValue.key('node-logs-producer', 'password'),
      compression: KafkaCompression.ZSTD,
    }),
  ],
  buffer: LogBuffer.disk({ maxSize: '2Gi' }),
  monitor: Monitor.podMonitor({ interval: '30s' }),
});

app.synth();
