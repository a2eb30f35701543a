import { App, Chart } from 'cdk8s';
import { DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector, SecretValue } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it, but in apps/v1: the selector is made from the labels of the pods.
new LogCollector(new Chart(app, 'tutorial', { namespace: 'default' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  podMetadata: { name: 'fluentd', labels: { app: 'logging', id: 'fluentd' } },
  agent: LogAgent.fluentd({
    container: {
      name: 'fluentd-es',
      image: 'gcr.io/google_containers/fluentd-elasticsearch:1.3',
      env: { FLUENTD_ARGS: EnvValue.text('-qq') },
      hostPaths: [
        HostPath.readWrite('/var/lib/docker/containers', { volumeName: 'containers' }),
        HostPath.readWrite('/var/log', { mountPath: '/varlog', volumeName: 'varlog' }),
      ],
    },
  }),
});

// As it should be: an image that is still built, credentials by reference, nothing writable but its own state.
new LogCollector(new Chart(app, 'hardened', { namespace: 'logging' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd({
    container: {
      image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1',
      name: 'fluentd-es',
      env: {
        FLUENT_ELASTICSEARCH_HOST: EnvValue.text('elasticsearch.logging.svc'),
        FLUENT_ELASTICSEARCH_PORT: EnvValue.text('9200'),
        FLUENT_ELASTICSEARCH_USER: EnvValue.text('node-logs'),
        FLUENT_ELASTICSEARCH_PASSWORD: EnvValue.secret(SecretValue.key('elasticsearch', 'password')),
      },
    },
  }),
});

app.synth();
