// One daemon as three users would write it, and the objects that it comes to.

const labels = name => ({
  'app.kubernetes.io/component': 'node-daemon',
  'app.kubernetes.io/instance': name,
  'app.kubernetes.io/managed-by': 'cdk8s-node-daemons',
  'app.kubernetes.io/name': 'agent',
});

/** The DaemonSet as somebody writes it who knows Kubernetes by heart. */
function manifest(name) {
  const { 'app.kubernetes.io/name': app, 'app.kubernetes.io/instance': instance } = labels(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, labels: labels(name) },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': app, 'app.kubernetes.io/instance': instance } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
      template: {
        metadata: { labels: labels(name) },
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [{
                  matchExpressions: [
                    { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
                    { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
                    { key: 'type', operator: 'NotIn', values: ['virtual-kubelet'] },
                  ],
                }],
              },
            },
          },
          automountServiceAccountToken: false,
          containers: [{
            name: 'agent',
            image: 'registry.example.com/agent:1.4.0',
            args: ['--config=/etc/agent/agent.yaml', '--verbose'],
            env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }, { name: 'LEVEL', value: 'info' }],
            ports: [{ name: 'metrics', containerPort: 9100 }],
            volumeMounts: [
              { name: 'host-var-log', mountPath: '/var/log', readOnly: true },
              { name: 'host-var-lib-agent', mountPath: '/var/lib/agent' },
              { name: 'agent-tmp', mountPath: '/tmp' },
            ],
            resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
            securityContext: {
              readOnlyRootFilesystem: true,
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
              seccompProfile: { type: 'RuntimeDefault' },
            },
            readinessProbe: { httpGet: { path: '/ready', port: 'metrics' }, periodSeconds: 5 },
          }],
          priorityClassName: 'system-node-critical',
          tolerations: [{ operator: 'Exists' }],
          volumes: [
            { name: 'host-var-log', hostPath: { path: '/var/log', type: 'Directory' } },
            { name: 'host-var-lib-agent', hostPath: { path: '/var/lib/agent', type: 'DirectoryOrCreate' } },
            { name: 'agent-tmp', emptyDir: {} },
          ],
        },
      },
    },
  };
}

/** How each user defines daemon number `i` in a chart. A user is a function, so that nothing is loaded that is not used. */
const USERS = {
  bare() {
    const { ApiObject } = require('cdk8s');
    return (chart, i) => new ApiObject(chart, `d${i}`, manifest(`agent-${i}`));
  },

  typed() {
    const { ContainerPort, EnvValue, HostPath, NodeDaemon, NodePriority, Probe } = require('..');
    return (chart, i) => new NodeDaemon(chart, `d${i}`, {
      name: `agent-${i}`,
      priority: NodePriority.SYSTEM_NODE_CRITICAL,
      container: {
        name: 'agent',
        image: 'registry.example.com/agent:1.4.0',
        args: ['--config=/etc/agent/agent.yaml', '--verbose'],
        env: { NODE_NAME: EnvValue.NODE_NAME, LEVEL: EnvValue.text('info') },
        ports: [ContainerPort.tcp(9100, { name: 'metrics' })],
        hostPaths: [HostPath.readOnly('/var/log'), HostPath.readWrite('/var/lib/agent')],
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        readinessProbe: Probe.httpGet('/ready', { portName: 'metrics', periodSeconds: 5 }),
      },
    });
  },

  kplus() {
    const { Duration } = require('cdk8s');
    const kplus = require('cdk8s-plus-28');
    return (chart, i) => {
      const daemon = new kplus.DaemonSet(chart, `d${i}`, {
        metadata: { name: `agent-${i}` },
        containers: [{
          name: 'agent',
          image: 'registry.example.com/agent:1.4.0',
          args: ['--config=/etc/agent/agent.yaml', '--verbose'],
          envVariables: { NODE_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.NODE_NAME), LEVEL: kplus.EnvValue.fromValue('info') },
          ports: [{ number: 9100, name: 'metrics' }],
          resources: { cpu: { request: kplus.Cpu.millis(50) } },
          readiness: kplus.Probe.fromHttpGet('/ready', { port: 9100, periodSeconds: Duration.seconds(5) }),
        }],
      });
      daemon.containers[0].mount('/var/log', kplus.Volume.fromHostPath(chart, `v${i}`, 'host-var-log', { path: '/var/log' }), { readOnly: true });
      daemon.containers[0].mount('/var/lib/agent', kplus.Volume.fromHostPath(chart, `w${i}`, 'host-var-lib-agent', { path: '/var/lib/agent' }));
      daemon.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.any()));
      return daemon;
    };
  },
};

module.exports = { manifest, USERS };
