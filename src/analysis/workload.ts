import { listAt, valueAt } from './loose';

/** Where the kinds other than DaemonSet have the template of their pods. */
const TEMPLATES: { readonly [kind: string]: readonly string[] } = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};

/** The pods of another workload as if a DaemonSet made them, so that checks of programs see them, and where the manifest has them. */
export interface WorkloadPods {
  readonly daemonSet: any;
  /** Path of the template; empty where the manifest is the pod. */
  readonly field: string;
}

/** The pods of a workload that is no DaemonSet; nothing of other kinds, or where there are none. */
export function podsOf(manifest: any): WorkloadPods | undefined {
  const path = Object.hasOwn(TEMPLATES, manifest.kind) ? TEMPLATES[manifest.kind] : undefined;
  const template = path && valueAt(manifest, ...path);
  return template === undefined || path === undefined || listAt(template, 'spec', 'containers').length === 0 ? undefined : {
    daemonSet: { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: manifest.metadata, spec: { selector: {}, template: { spec: valueAt(template, 'spec') } } },
    field: path.join('.'),
  };
}
