/** Where the kinds of Kubernetes have what describes their pods; the pod's spec is below it. */
const TEMPLATES: { readonly [type: string]: readonly string[] } = {
  'Pod': [],
  'PodTemplate': ['template'],
  'ReplicationController': ['spec', 'template'],
  'apps Deployment': ['spec', 'template'],
  'apps StatefulSet': ['spec', 'template'],
  'apps DaemonSet': ['spec', 'template'],
  'apps ReplicaSet': ['spec', 'template'],
  'extensions Deployment': ['spec', 'template'],
  'extensions DaemonSet': ['spec', 'template'],
  'extensions ReplicaSet': ['spec', 'template'],
  'batch Job': ['spec', 'template'],
  'batch CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Where kinds that Kubernetes does not know keep theirs, if they keep it as its own do. */
const USUAL = [['spec', 'template'], ['spec', 'jobTemplate', 'spec', 'template'], ['spec', 'jobTargetRef', 'template']];

/** Path of what describes the pods that an object of a type makes; nothing where Kubernetes has no such kind, or one without pods. */
export function podTemplatePath(apiVersion: string, kind: string): readonly string[] | undefined {
  const [group, version] = apiVersion.split('/');
  const type = version === undefined ? kind : `${group} ${kind}`;
  return Object.hasOwn(TEMPLATES, type) ? TEMPLATES[type] : undefined;
}

/** The same of a manifest, of any kind that keeps its pods as those of Kubernetes do. */
export function podTemplatePathOf(manifest: any): readonly string[] | undefined {
  return podTemplatePath(manifest?.apiVersion ?? '', manifest?.kind ?? '')
    ?? USUAL.find(path => Array.isArray(at(manifest, [...path, 'spec'])?.containers));
}

function at(value: any, path: readonly string[]): any {
  return path.reduce((parent, key) => parent?.[key], value);
}
