import { isDaemonSet } from './daemon-of';
import { listAt, textAt, valueAt } from './loose';
import { nameOf } from './manifests';
import type { ObjectSet } from './object-set';

/** Where kinds have the template of their pods that have it elsewhere than in `spec.template`. */
const TEMPLATES: { readonly [kind: string]: readonly string[] } = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};

/** Kinds that every app has and that never have pods, so that nobody need look. */
const WITHOUT_PODS = new Set([
  'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'CustomResourceDefinition', 'Ingress', 'Namespace', 'NetworkPolicy', 'PersistentVolumeClaim',
  'PriorityClass', 'Role', 'RoleBinding', 'Secret', 'ServiceAccount',
]);

/** The pods of another workload as if a DaemonSet made them, so that checks of programs see them, and where the manifest has them. */
export interface WorkloadPods {
  readonly daemonSet: any;
  /** Path of the template; empty where the manifest is the pod. */
  readonly field: string;
}

/** A workload that is no DaemonSet, as far as it can be read. */
export interface Workload {
  /** How findings call it. */
  readonly name: string;
  readonly namespace: string;
  readonly manifest: unknown;
  /** What its pods are made from: their metadata and spec. */
  readonly template: unknown;
}

/** The pods of a workload of any kind; nothing of objects without any. */
export function podsOf(manifest: any): WorkloadPods | undefined {
  const path = templatePath(manifest);
  return path === undefined ? undefined : {
    daemonSet: {
      apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: manifest.metadata, spec: { selector: {}, template: { spec: valueAt(manifest, ...path, 'spec') } },
    },
    field: path.join('.'),
  };
}

/** The workloads beside daemons, of any kind. */
export function workloadsOf(objects: ObjectSet): readonly Workload[] {
  return objects.once(workloadsOf, () => [...objects.kinds].filter(kind => !WITHOUT_PODS.has(kind)).flatMap(kind =>
    objects.ofKind(kind).flatMap(({ manifest, namespace }) => {
      const path = isDaemonSet(manifest) ? undefined : templatePath(manifest);
      return path === undefined ? [] : [{ name: nameOf(manifest), namespace, manifest, template: path.length === 0 ? manifest : valueAt(manifest, ...path) }];
    })));
}

/** Where the template of the pods is; nothing where there are no pods. */
function templatePath(manifest: unknown): readonly string[] | undefined {
  const kind = textAt(manifest, 'kind') ?? '';
  const path = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : ['spec', 'template'];
  return listAt(manifest, ...path, 'spec', 'containers').length === 0 ? undefined : path;
}
