import { ApiObject } from 'cdk8s';
import { EnvValue, NodeAddress, NodeLocalExposure, TcpNodeDaemon, TcpNodeDaemonProps } from '../../src';
import { chartOf } from '../core/testing';

/** A daemon that tells on which node it is, and which pod, and a client that asks so many times at the address that it is told. */
export function answerer(exposure: NodeLocalExposure, { name = 'answerer', port = 7000, container, ...options }: Partial<TcpNodeDaemonProps> = {}, count = 60): readonly any[] {
  const chart = chartOf('default');
  const daemon = new TcpNodeDaemon(chart, name, {
    name,
    port,
    exposure,
    container: {
      image: 'example.com/answerer:1',
      command: ['tcp', 'serve', `:${port}`, '$(NODE_NAME) $(POD_NAME)'],
      env: { NODE_NAME: EnvValue.NODE_NAME, POD_NAME: EnvValue.POD_NAME },
      ...container,
    },
    ...options,
  });
  const client = new ApiObject(chart, 'client', deployment(`${name}-client`, ['tcp', 'ask', '$(ADDRESS)', '5', String(count)]));
  daemon.connect(client, { ADDRESS: NodeAddress.hostPort() });
  return chart.toJson();
}

/** Pods that wait for what they are asked to do. */
export function idlers(replicas: number): readonly any[] {
  return [deployment('idler', ['busybox', 'sleep', '3600'], replicas)];
}

/** A Service in front of a daemon, with this in its spec. */
export function serviceOf(name: string, manifests: readonly any[], spec: object): any {
  const { spec: { selector, template } } = manifests.find(({ kind }) => kind === 'DaemonSet');
  const [{ containerPort }] = template.spec.containers[0].ports;
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'default' }, spec: { selector: selector.matchLabels, ports: [{ port: containerPort }], ...spec } };
}

function deployment(name: string, command: readonly string[], replicas = 3) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { name } },
      template: { metadata: { labels: { name } }, spec: { containers: [{ name: 'client', image: 'example.com/client:1', command }] } },
    },
  };
}
