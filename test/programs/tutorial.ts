import { ApiObject } from 'cdk8s';
import { ContainerPort, DaemonProfile, HostPath, NodeDaemon, NodeDaemonProps, NodePlacement } from '../../src';
import { chartOf } from '../core/testing';

const bare = (props: NodeDaemonProps): NodeDaemonProps => ({ profile: DaemonProfile.BARE, ...props });

/** The daemon that keeps what it is sent, and the pods that send greetings. */
export function logd(): readonly any[] {
  const chart = chartOf('default');
  new NodeDaemon(chart, 'logd', bare({
    name: 'logd',
    podMetadata: { labels: { name: 'logd' } },
    container: {
      image: 'alpine',
      args: ['/bin/sh', '-c', 'nc -lk -p 6666 -e sh -c "cat >> /var/node_log"'],
      ports: [ContainerPort.tcp(6666, { hostPort: 6666 })],
    },
  }));
  new ApiObject(chart, 'client', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'client' },
    spec: {
      replicas: 7,
      selector: { matchLabels: { name: 'client' } },
      template: {
        metadata: { labels: { name: 'client' } },
        spec: {
          containers: [{
            name: 'client',
            image: 'alpine',
            args: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" | nc $HOST_IP 6666; sleep 15; done'],
            env: [{ name: 'HOST_IP', valueFrom: { fieldRef: { fieldPath: 'status.hostIP' } } }],
          }],
        },
      },
    },
  });
  return chart.toJson();
}

/** The daemon that packs the logs of its node, and the pods that write them. */
export function logcd(placement?: NodePlacement): readonly any[] {
  const chart = chartOf('default');
  new NodeDaemon(chart, 'logcd', bare({
    name: 'logcd',
    acknowledge: [{ id: 'ND402', reason: 'a tutorial, kept as it was printed' }],
    podMetadata: { labels: { name: 'logcd' } },
    container: {
      image: 'alpine',
      args: ['/bin/sh', '-c', 'while true; do tar czf /var/log/all-logs-$(date +%F-%H-%M-%S).tar.gz /var/log/*.log; sleep 60; done'],
      hostPaths: [HostPath.readWrite('/var/log')],
    },
    placement,
  }));
  new ApiObject(chart, 'client2', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'client2' },
    spec: {
      replicas: 7,
      selector: { matchLabels: { app: 'client2' } },
      template: {
        metadata: { labels: { app: 'client2' } },
        spec: {
          volumes: [{ name: 'log', hostPath: { path: '/var/log' } }],
          containers: [{
            name: 'client2',
            image: 'alpine',
            args: ['/bin/sh', '-c', 'while true; do echo "$(date) - Greetings from $HOSTNAME" >> /var/log/$HOSTNAME.log; sleep 15; done'],
            volumeMounts: [{ name: 'log', mountPath: '/var/log' }],
          }],
        },
      },
    },
  });
  return chart.toJson();
}

/** A daemon that tells on which node it is, and which pod. */
export function answerer(port: number, { container = {}, pod = {}, updateStrategy = {} }: Partial<Record<'container' | 'pod' | 'updateStrategy', object>> = {}): readonly any[] {
  return [{
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'answerer', namespace: 'default' },
    spec: {
      updateStrategy,
      selector: { matchLabels: { name: 'answerer' } },
      template: {
        metadata: { labels: { name: 'answerer' } },
        spec: {
          containers: [{
            name: 'answerer',
            image: 'alpine',
            command: ['tcp', 'serve', `:${port}`, '$(NODE_NAME) $(POD_NAME)'],
            env: [
              { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
              { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
            ],
            ...container,
          }],
          ...pod,
        },
      },
    },
  }];
}

/** A Service in front of it. */
export function serviceOf(name: string, port: number, spec: object): any {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'default' }, spec: { selector: { name: 'answerer' }, ports: [{ name: 'tcp', port }], ...spec } };
}

/** Pods that wait for what they are asked to do. */
export function client(replicas: number): readonly any[] {
  const containers = [{ name: 'client', image: 'alpine', command: ['busybox', 'sleep', '3600'] }];
  return [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'client', namespace: 'default' }, spec: { replicas, template: { spec: { containers } } } }];
}
