import { findingsOf } from './checks';

/** A DaemonSet around what a case is about: fields of its pods, of its first container, and of itself. */
export function daemonSet(pod: any = {}, container: any = {}, more: {
  readonly name?: string; readonly namespace?: string; readonly labels?: any; readonly annotations?: any; readonly spec?: any;
} = {}): any {
  const { name = 'agent', namespace = 'agents', labels = { app: name }, annotations, spec } = more;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: { app: labels.app } },
      ...spec,
      template: { metadata: { labels, annotations }, spec: { containers: [{ name: 'agent', image: 'example.com/agent:1.0', ...container }], ...pod } },
    },
  };
}

/** A Service for the pods with the label `app: agent`. */
export function service(spec: any, name = 'agent', namespace = 'agents'): any {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { selector: { app: 'agent' }, ...spec } };
}

/** A ConfigMap beside them. */
export function configMap(data: any, name = 'agent', namespace = 'agents'): any {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data };
}

/** The fields of the pod and of its container for one path of the node. */
export function hostPath(path: string, mount: any = {}, type?: string): [any, any] {
  return [{ volumes: [{ name: 'host', hostPath: { path, type } }] }, { volumeMounts: [{ name: 'host', mountPath: '/host', ...mount }] }];
}

/** The same for several paths, which are there and are only read. */
export function mounting(...paths: [path: string, mountPath: string][]): [any, any] {
  return [
    { volumes: paths.map(([path], position) => ({ name: `v${position}`, hostPath: { path, type: 'Directory' } })) },
    { volumeMounts: paths.map(([, mountPath], position) => ({ name: `v${position}`, mountPath, readOnly: true })) },
  ];
}

/** How often a check complains about manifests. */
export function complaints(id: string, ...manifests: any[]): number {
  return findingsOf(id, manifests).length;
}

/** Those of some checks that complain about manifests, in the order of the checks. */
export function findingIds(ids: readonly string[], ...manifests: any[]): string[] {
  return ids.filter(id => fails(id, ...manifests));
}

/** Whether it complains at all. */
export function fails(id: string, ...manifests: any[]): boolean {
  return complaints(id, ...manifests) > 0;
}
