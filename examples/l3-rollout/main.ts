import { App, Chart } from 'cdk8s';
import { DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector, UpdateStrategy } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it: node by node. The second is the rollout of a new image; applying the first again goes back.
const tutorial = (id: string, image: string) => new LogCollector(new Chart(app, `tutorial-${id}`, { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  selector: { matchLabels: { name: 'fluentd' } },
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '1' }),
  terminationGracePeriodSeconds: 30,
  agent: LogAgent.fluentd({
    container: {
      name: 'fluentd',
      image,
      resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
      hostPaths: [
        HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
        HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
      ],
    },
  }),
});
tutorial('before', 'fluent/fluentd:v1.4.2-2');
tutorial('after', 'fluent/fluentd:v1.5.0');

// As it should be: a share of the nodes at a time, each ready for a while before the next ones start.
const hardened = (id: string, image: string) => new LogCollector(new Chart(app, `hardened-${id}`, { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
  minReadySeconds: 15,
  agent: LogAgent.fluentd({
    container: {
      image,
      name: 'fluentd',
      env: { FLUENT_FORWARD_HOST: EnvValue.text('aggregator.logging.svc'), FLUENT_FORWARD_PORT: EnvValue.text('24224') },
    },
  }),
});
hardened('before', 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.0');
hardened('after', 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1');

app.synth();
