import { ApiObject, Chart } from 'cdk8s';
import { DaemonProfile, FileSystemDaemon, HostPathType, NodeAddress, NodeLocalExposure, NodePlacement, SharedDirectory, TcpNodeDaemon } from '../../src';
import { chartOf } from '../core/testing';

const acknowledge = [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }];

/** The daemon that keeps what it is sent, and the pods that send greetings. */
export function logd(): readonly any[] {
  const chart = chartOf('default');
  const daemon = new TcpNodeDaemon(chart, 'logd', {
    name: 'logd',
    profile: DaemonProfile.BARE,
    podMetadata: { labels: { name: 'logd' } },
    container: { image: 'alpine', args: ['/bin/sh', '-c', 'nc -lk -p 6666 -e sh -c "cat >> /var/node_log"'] },
    port: 6666,
    exposure: NodeLocalExposure.hostPort(),
  });
  const client = clients(chart, 'client', 'while true; do echo "$(date) - Greetings from $HOSTNAME" | nc $HOST_IP 6666; sleep 15; done');
  daemon.connect(client, { HOST_IP: NodeAddress.host() });
  return chart.toJson();
}

/** The daemon that packs the logs of its node, and the pods that write them. */
export function logcd(placement?: NodePlacement): readonly any[] {
  const chart = chartOf('default');
  const daemon = new FileSystemDaemon(chart, 'logcd', {
    name: 'logcd',
    profile: DaemonProfile.BARE,
    acknowledge,
    podMetadata: { labels: { name: 'logcd' } },
    container: { image: 'alpine', args: ['/bin/sh', '-c', 'while true; do tar czf /var/log/all-logs-$(date +%F-%H-%M-%S).tar.gz /var/log/*.log; sleep 60; done'] },
    directory: SharedDirectory.foreign('/var/log', { readOnly: false, type: HostPathType.UNCHECKED }),
    placement,
  });
  const client = clients(chart, 'client2', 'while true; do echo "$(date) - Greetings from $HOSTNAME" >> /var/log/$HOSTNAME.log; sleep 15; done');
  daemon.mountInto(client, '/var/log', { readOnly: false, type: HostPathType.UNCHECKED });
  return chart.toJson();
}

function clients(chart: Chart, name: string, script: string): ApiObject {
  return new ApiObject(chart, name, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 7,
      selector: { matchLabels: { name } },
      template: { metadata: { labels: { name } }, spec: { containers: [{ name, image: 'alpine', args: ['/bin/sh', '-c', script] }] } },
    },
  });
}
