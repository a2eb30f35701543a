import type { Json } from './valid-object';

/** What makes a generated object of a type agree with itself. */
export const REPAIRS: Record<string, (object: Json) => Json> = {
  Container: (container) => ({
    ...container,
    ...(container.restartPolicyRules ? { restartPolicy: container.restartPolicy ?? 'Never' } : {}),
    ...(container.readinessProbe ? { readinessProbe: without(container.readinessProbe as Json, 'terminationGracePeriodSeconds') } : {}),
    ...(container.resizePolicy ? { resizePolicy: (container.resizePolicy as Json[]).slice(0, 1) } : {}),
  }),
  Toleration: (toleration) => {
    const { key, operator, value, ...rest } = toleration;
    const exists = !key || operator === 'Exists';
    return {
      ...rest,
      ...(key ? { key } : {}),
      ...(exists ? { operator: 'Exists' } : { operator, value }),
      ...(rest.tolerationSeconds === undefined ? {} : { effect: 'NoExecute' }),
    };
  },
  LabelSelectorRequirement: withFittingValues,
  NodeSelectorRequirement: withFittingValues,
  NodeSelectorTerm: (term) => ({
    ...term,
    ...(term.matchFields ? { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-1'] }] } : {}),
  }),
  SeccompProfile: withProfile,
  AppArmorProfile: withProfile,
  TopologySpreadConstraint: (constraint) => ({
    ...constraint,
    ...(constraint.minDomains ? { whenUnsatisfiable: 'DoNotSchedule' } : {}),
    ...(constraint.matchLabelKeys ? { matchLabelKeys: ['revision'], labelSelector: constraint.labelSelector ?? {} } : {}),
  }),
  PodAffinityTerm: (term) => ({
    ...term,
    ...(term.matchLabelKeys || term.mismatchLabelKeys ? {
      matchLabelKeys: term.matchLabelKeys && ['revision'],
      mismatchLabelKeys: term.mismatchLabelKeys && ['color'],
      labelSelector: term.labelSelector ?? {},
    } : {}),
  }),
  PersistentVolumeClaimSpec: (spec) => ({
    ...without(spec, 'dataSource'),
    accessModes: (spec.accessModes as string[]).slice(0, 1),
    resources: { requests: { storage: '1Gi' }, ...spec.resources as Json },
  }),
  PersistentVolumeClaimTemplate: ({ metadata, spec }) => ({
    metadata: { labels: (metadata as Json).labels, annotations: (metadata as Json).annotations },
    spec,
  }),
  VolumeResourceRequirements: ({ limits }) => ({ limits, requests: { storage: '1Gi' } }),
  WindowsSecurityContextOptions: (options) => without(options, 'hostProcess'),
  PodCertificateProjection: ({ userAnnotations, ...certificate }) => ({
    ...certificate,
    ...(userAnnotations ? { userAnnotations: { 'example.com/a': 'b' } } : {}),
  }),
  ClusterTrustBundleProjection: (bundle) => bundle.name === undefined ? bundle : without(bundle, 'labelSelector'),
  SecurityContext: (context) => context.allowPrivilegeEscalation === false ? without(context, 'privileged', 'capabilities') : context,
};

/** The object without some of its fields. */
export function without(object: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

function withFittingValues({ key, operator, values }: Json): Json {
  if (operator === 'Exists' || operator === 'DoesNotExist') { return { key, operator }; }
  if (operator === 'Gt' || operator === 'Lt') { return { key, operator, values: ['5'] }; }
  return { key, operator, values: values ?? ['a'] };
}

function withProfile(profile: Json): Json {
  return profile.type === 'Localhost' ? { localhostProfile: 'profiles/a.json', ...profile } : { type: profile.type };
}
