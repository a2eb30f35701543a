import { App, Chart } from 'cdk8s';
import {
  DaemonProfile, EnvValue, HostPath, ImagePullPolicy, LogAgent, LogCollector, LogSink, LogSource, Multiline, SecretValue,
} from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it, but in apps/v1: the selector is made from the labels of the pods.
new LogCollector(new Chart(app, 'tutorial', { namespace: 'default' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  podMetadata: { labels: { app: 'fluentd' } },
  agent: LogAgent.fluentd({
    container: {
      name: 'fluentd',
      image: 'fluentd:v0.1.0',
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      env: { ES_HOST: EnvValue.text('http://elasticsearch'), ES_PORT: EnvValue.text('9200') },
      hostPaths: [HostPath.readWrite('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' })],
    },
  }),
});

// As it should be: stack traces of the shop's Java programs in one piece, shipped by the fluentd image for Elasticsearch.
new LogCollector(new Chart(app, 'elasticsearch', { namespace: 'logging' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd(),
  sources: [LogSource.containers({ multiline: [Multiline.java({ namespaces: ['shop-*'] })] })],
  sinks: [LogSink.elasticsearch({ host: 'elasticsearch.logging.svc', password: SecretValue.key('elasticsearch', 'password') })],
});

// Or to a topic of Kafka, from which others take them.
new LogCollector(new Chart(app, 'kafka', { namespace: 'logging' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd(),
  sources: [LogSource.containers({ namespaces: ['shop-*'], multiline: [Multiline.java()] })],
  sinks: [LogSink.kafka({ brokers: ['kafka.logging.svc:9092'], topic: 'shop-logs', tls: { enabled: false } })],
});

app.synth();
