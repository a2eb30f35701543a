import { App, Chart } from 'cdk8s';
import {
  DaemonContainer, DaemonNamespace, HostPath, NetworkPeer, NodeAddress, NodeLocalExposure, NodePriority, TcpNodeDaemon, TcpNodeDaemonProps,
  UpdateStrategy,
} from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
const namespace = new DaemonNamespace(new Chart(app, 'namespace'), 'namespace', { name: 'logd' });

const container: DaemonContainer = {
  name: 'logd',
  image: 'docker.io/library/alpine:3.23.0',
  args: ['/bin/sh', '-c', 'exec nc -lk -p 6666 -e sh -c "cat >> /var/node_log/log"'],
  // The log stays on the node when the pod is replaced, and is all of the node that it may write.
  hostPaths: [HostPath.readWrite('/var/lib/logd', { mountPath: '/var/node_log' })],
  resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } },
};
const logd: Omit<TcpNodeDaemonProps, 'exposure'> = {
  name: 'logd',
  priority: NodePriority.custom('node-agents'),
  // nc is the first process of its container, which no signal ends but the last one: waiting longer for it is in vain.
  terminationGracePeriodSeconds: 15,
  container,
  port: 6666,
};

// Through a Service that stays on the node: closed for everybody but the shop, open for it while the program is updated.
const behindService = new TcpNodeDaemon(new Chart(app, 'local-service', { namespace: namespace.name }), 'logd', {
  ...logd,
  exposure: NodeLocalExposure.localService(),
  // Both copies only append to the file, so that the new one may start before the old one ends.
  updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '10%' }),
  allowedClients: [NetworkPeer.namespaces({ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } })],
});

const client = new kplus.Deployment(new Chart(app, 'client', { namespace: 'shop' }), 'client', {
  replicas: 7,
  containers: [{
    name: 'client',
    image: 'docker.io/library/alpine:3.23.0',
    // After a crash there is no logd on the node for a while, so that a greeting is sent again until it arrives.
    command: ['/bin/sh', '-c', [
      'while true; do',
      '  greeting="$(date) - Greetings from $HOSTNAME"',
      '  until echo "$greeting" | nc -w 5 "$LOGD_HOST" "$LOGD_PORT"; do sleep 1; done',
      '  sleep 15',
      'done',
    ].join('\n')],
    securityContext: { user: 65534, group: 65534 },
  }],
});
behindService.connect(client, { LOGD_HOST: NodeAddress.host(), LOGD_PORT: NodeAddress.port() });

// At a port of the node, for those that no Service reaches: the machine's own programs.
new TcpNodeDaemon(new Chart(app, 'host-port', { namespace: namespace.name }), 'logd', {
  ...logd,
  name: 'logd-of-machines',
  container: { ...container, hostPaths: [HostPath.readWrite('/var/lib/logd-of-machines', { mountPath: '/var/node_log' })] },
  exposure: NodeLocalExposure.hostPort(),
  acknowledge: [
    { id: 'ND218', reason: 'the firewall of the machines lets nobody from outside to port 6666' },
    { id: 'ND902', reason: 'the programs of the machine try again' },
  ],
});

app.synth();
