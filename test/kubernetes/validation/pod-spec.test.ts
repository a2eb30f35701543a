import { DNS_SUBDOMAIN, LABEL_VALUE, NAME_PART, refuses, takes, withPod } from '../refusals';

describe('pod spec', () => {
  refuses('no containers', withPod({ containers: [] }), [
    'FieldValueRequired spec.template.spec.containers',
  ]);
  refuses('an unknown DNS policy', withPod({ dnsPolicy: 'Mine' }), [
    'FieldValueNotSupported spec.template.spec.dnsPolicy: supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
  ]);
  refuses('a node name that is no DNS name', withPod({ nodeName: 'A' }), [
    `FieldValueInvalid spec.template.spec.nodeName: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a service account that is no DNS name', withPod({ serviceAccountName: 'A' }), [
    `FieldValueInvalid spec.template.spec.serviceAccountName: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a bad node selector', withPod({ nodeSelector: { 'a b': 'x', 'a': '-' } }), [
    `FieldValueInvalid spec.template.spec.nodeSelector: ${NAME_PART}`,
    `FieldValueInvalid spec.template.spec.nodeSelector: ${LABEL_VALUE}`,
  ]);
  takes('a negative grace period', withPod({ terminationGracePeriodSeconds: -1 }));
  refuses('a priority class that is no DNS name', withPod({ priorityClassName: 'A' }), [
    `FieldValueInvalid spec.template.spec.priorityClassName: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('a runtime class that is no DNS name', withPod({ runtimeClassName: 'A' }), [
    `FieldValueInvalid spec.template.spec.runtimeClassName: ${DNS_SUBDOMAIN}`,
  ]);
  refuses('an unknown preemption policy', withPod({ preemptionPolicy: 'Always' }), [
    'FieldValueNotSupported spec.template.spec.preemptionPolicy: supported values: "PreemptLowerPriority", "Never"',
  ]);
  refuses('a readiness gate without a qualified name', withPod({ readinessGates: [{ conditionType: 'a b' }] }), [
    `FieldValueInvalid spec.template.spec.readinessGates[0].conditionType: ${NAME_PART}`,
  ]);
  refuses('two scheduling gates of one name', withPod({ schedulingGates: [{ name: 'a' }, { name: 'a' }] }), [
    'FieldValueDuplicate spec.template.spec.schedulingGates[1]',
  ]);
  takes('a scheduling gate on a template with a node', withPod({ schedulingGates: [{ name: 'a' }], nodeName: 'n' }));
  refuses('an overhead of unknown resources', withPod({ overhead: { 'a b': '1' } }), [
    `FieldValueInvalid spec.template.spec.overhead.limits[a b]: ${NAME_PART}`,
    'FieldValueInvalid spec.template.spec.overhead.limits[a b]: must be a standard resource for containers',
  ]);
  takes('a pull secret without a name', withPod({ imagePullSecrets: [{ name: '' }] }));
});
