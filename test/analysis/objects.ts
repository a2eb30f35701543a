import { findingsOf } from './checks';

/** A DaemonSet around what a case is about: fields of its pods, of its first container, and of itself. */
export function daemonSet(pod: any = {}, container: any = {}, { name = 'agent', namespace = 'agents', labels = { app: name } as any, spec = {} as any } = {}): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { app: labels.app } },
      ...spec,
      template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'example.com/agent:1.0', ...container }], ...pod } },
    },
  };
}

/** A Service for the pods with the label `app: agent`. */
export function service(spec: any, name = 'agent', namespace = 'agents'): any {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector: { app: 'agent' }, ...spec } };
}

/** The fields of the pod and of its container for one path of the node. */
export function hostPath(path: string, mount: any = {}, type?: string): [any, any] {
  return [{ volumes: [{ name: 'host', hostPath: { path, type } }] }, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] }];
}

/** How often a check complains about manifests. */
export function complaints(id: string, ...manifests: any[]): number {
  return findingsOf(id, manifests).length;
}
