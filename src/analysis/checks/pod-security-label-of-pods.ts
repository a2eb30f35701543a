import { answer, Check } from '../check';
import { Severity } from '../severity';

const LABEL = /^pod-security\.kubernetes\.io\/(enforce|audit|warn)(-version)?$/;

/** ND807 */
export const podSecurityLabelOfPods: Check = {
  id: 'ND807',
  severity: Severity.WARNING,
  title: 'A Pod Security label stands on pods, where nobody reads it',
  text: 'The level is that of the namespace: `pod-security.kubernetes.io/enforce` on a DaemonSet or its pods changes nothing, and the pods are refused as '
    + 'before: [prometheus-community/helm-charts#4837](https://github.com/prometheus-community/helm-charts/issues/4837), '
    + '[labels of namespaces](https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces).',
  acknowledgeable: true,
  judge({ defaulted: { metadata, spec } }) {
    const labels = [['metadata.labels', metadata?.labels], ['spec.template.metadata.labels', spec.template.metadata?.labels]] as const;
    return answer(labels.flatMap(([field, map = {}]) => Object.keys(map).filter(label => LABEL.test(label)).map(label => ({
      field, message: `the label '${label}' does nothing on ${field === 'metadata.labels' ? 'a DaemonSet' : 'pods'}: give it to the namespace`,
    }))));
  },
};
