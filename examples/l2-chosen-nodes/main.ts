import { App, Chart } from 'cdk8s';
import {
  DaemonContainer, DaemonProfile, EnvValue, HostPath, LogAgent, LogCollector, NodeExpression, NodePlacement, NodeTerm, TaintEffect, Toleration,
} from 'cdk8s-node-daemons';

const app = new App();

// As the tutorials have it: one collector, on nodes that are chosen in three ways.
const container: DaemonContainer = {
  name: 'fluentd',
  image: 'fluent/fluentd:v1.4.2-2',
  resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { memory: '200Mi' } },
  hostPaths: [
    HostPath.readWrite('/var/log', { volumeName: 'varlog' }),
    HostPath.readOnly('/var/lib/docker/containers', { volumeName: 'varlibdockercontainers' }),
  ],
};
const tutorial = (id: string, placement: NodePlacement) => new LogCollector(new Chart(app, `tutorial-${id}`, { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  profile: DaemonProfile.BARE,
  acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
  selector: { matchLabels: { name: 'fluentd' } },
  terminationGracePeriodSeconds: 30,
  agent: LogAgent.fluentd({ container }),
  placement,
});
tutorial('node-selector', NodePlacement.exactly({ nodeSelector: { disktype: 'ssd' } }));
tutorial('node-affinity', NodePlacement.exactly({
  required: [NodeTerm.all(NodeExpression.in('kubernetes.io/e2e-az-name', 'e2e-az1', 'e2e-az2'))],
}));
tutorial('toleration', NodePlacement.exactly({
  tolerations: [Toleration.of({ key: 'node-role.kubernetes.io/master', effect: TaintEffect.NO_SCHEDULE })],
}));

// As it should be: every condition is one more on the machines that can run a daemon at all.
const hardened = (id: string, placement: NodePlacement) => new LogCollector(new Chart(app, `hardened-${id}`, { namespace: 'kube-system' }), 'fluentd', {
  name: 'fluentd',
  agent: LogAgent.fluentd({
    container: {
      image: 'fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1',
      name: 'fluentd',
      env: { FLUENT_FORWARD_HOST: EnvValue.text('aggregator.logging.svc'), FLUENT_FORWARD_PORT: EnvValue.text('24224') },
    },
  }),
  placement,
});
hardened('node-selector', NodePlacement.everyNode({ nodeSelector: { disktype: 'ssd' } }));
hardened('node-affinity', NodePlacement.everyNode({
  required: [NodeTerm.all(NodeExpression.in('topology.kubernetes.io/zone', 'eu-central-1a', 'eu-central-1b'))],
}));
hardened('toleration', NodePlacement.everyNode({
  tolerations: [
    Toleration.exists('node-role.kubernetes.io/control-plane', { effect: TaintEffect.NO_SCHEDULE }),
    Toleration.exists('node-role.kubernetes.io/master', { effect: TaintEffect.NO_SCHEDULE }),
  ],
}));

app.synth();
