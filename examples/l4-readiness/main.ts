import { App, Chart } from 'cdk8s';
import { DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector, Probe } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it: nothing in the manifest listens on the port that the probe asks.
new LogCollector(new Chart(app, 'tutorial', { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  selector: { matchLabels: { name: 'fluentd' } },
  terminationGracePeriodSeconds: 30,
  agent: LogAgent.fluentd({
    container: {
      name: 'fluentd',
      image: 'fluent/fluentd:v1.4.2-2',
      resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
      hostPaths: [
        HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
        HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
      ],
      readinessProbe: Probe.httpGet('/health', {
        port: 24231, initialDelaySeconds: 10, periodSeconds: 5, successThreshold: 1, failureThreshold: 3,
      }),
    },
  }),
});

// As it should be: the port is declared, and the probe asks for what the image serves there.
new LogCollector(new Chart(app, 'hardened', { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd({
    container: {
      image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1',
      name: 'fluentd',
      env: { FLUENT_FORWARD_HOST: EnvValue.text('aggregator.logging.svc'), FLUENT_FORWARD_PORT: EnvValue.text('24224') },
      readinessProbe: Probe.httpGet('/metrics', { portName: 'metrics', initialDelaySeconds: 10, periodSeconds: 5 }),
    },
  }),
});

app.synth();
