import { findingsOf } from './checks';

/** A DaemonSet of one container, whatever else its pod has. */
export function daemonSet(container: object, pod: object = {}, annotations: object = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'agents' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: {
        metadata: { labels: { app: 'agent' }, annotations },
        spec: { ...pod, containers: [{ name: 'agent', image: 'example.com/agent:1.0', ...container }] },
      },
    },
  };
}

/** A hostPath volume and its mount, read-only. */
export function mounting(...paths: [path: string, mountPath: string][]): [container: object, pod: object] {
  return [
    { volumeMounts: paths.map(([, mountPath], position) => ({ name: `v${position}`, mountPath, readOnly: true })) },
    { volumes: paths.map(([path], position) => ({ name: `v${position}`, hostPath: { path, type: 'Directory' } })) },
  ];
}

/** Whether a check finds something wrong. */
export function fails(id: string, ...manifests: any[]): boolean {
  return findingsOf(id, manifests).length > 0;
}
