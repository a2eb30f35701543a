import { App, Chart } from 'cdk8s';
import { ContainerResources, DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it, with the limits of two of them: nothing is added.
const tutorial = (id: string, resources: ContainerResources) => new LogCollector(new Chart(app, id, { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  selector: { matchLabels: { name: 'fluentd' } },
  terminationGracePeriodSeconds: 30,
  agent: LogAgent.fluentd({
    container: {
      name: 'fluentd',
      image: 'fluent/fluentd:v1.4.2-2',
      resources,
      hostPaths: [
        HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
        HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
      ],
    },
  }),
});
tutorial('tutorial', { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } });
tutorial('tutorial-limits', { requests: { cpu: '100m', memory: '100Mi' }, limits: { cpu: '200m', memory: '200Mi' } });

// As it should be: the logs are read-only, positions survive a restart, and it may do nothing that it does not need.
new LogCollector(new Chart(app, 'hardened', { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd({
    container: {
      image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1',
      name: 'fluentd',
      env: { FLUENT_FORWARD_HOST: EnvValue.text('aggregator.logging.svc'), FLUENT_FORWARD_PORT: EnvValue.text('24224') },
    },
  }),
});

app.synth();
