import { answer, Check } from '../check';
import { Severity } from '../severity';

/** Labels that say which release of a program or a chart it is. */
const OF_A_RELEASE = ['app.kubernetes.io/version', 'helm.sh/chart', 'chart', 'version'];

/** ND231 */
export const versionInSelector: Check = {
  id: 'ND231',
  severity: Severity.WARNING,
  title: 'The selector holds a version, so that the next release cannot be applied',
  text: 'No update changes the selector of a DaemonSet. With the version of the program or chart in it, an upgrade is refused until the DaemonSet is '
    + 'deleted: [kube-prometheus#478](https://github.com/prometheus-operator/kube-prometheus/issues/478).',
  acknowledgeable: true,
  judge({ defaulted: { spec: { selector } } }) {
    const versions = Object.entries(selector.matchLabels ?? {}).filter(([label, value]) => OF_A_RELEASE.includes(label) && /\d+\.\d+/.test(value));
    return answer(versions.map(([label, value]) => ({
      field: `spec.selector.matchLabels[${label}]`,
      message: `the selector asks for ${label}=${value}, which the next release changes and no update may: select by a name that stays`,
    })));
  },
};
