import { Check, Problem } from '../check';
import { Severity } from '../severity';

/** ND202 */
export const conflictingHostPathTypes: Check = {
  id: 'ND202',
  severity: Severity.ERROR,
  title: 'One path of the node is mounted with two types',
  text: 'The kubelet checks each volume by itself, so of two types for one path one fails, or creates what the other should have found '
    + 'missing.',
  acknowledgeable: true,
  judge({ pod }) {
    const first = new Map<string, { name: string; type: string }>();
    const problems: Problem[] = [];
    (pod.volumes ?? []).forEach(({ name, hostPath }, position) => {
      if (hostPath === undefined) {
        return;
      }
      const path = hostPath.path.replace(/(.)\/+$/, '$1');
      const type = hostPath.type ?? '';
      const before = first.get(path);
      if (before === undefined) {
        first.set(path, { name, type });
      } else if (before.type !== type) {
        problems.push({
          field: `spec.template.spec.volumes[${position}].hostPath.type`,
          message: `volumes '${before.name}' and '${name}' mount '${path}' with the types '${before.type}' and '${type}', `
            + 'of which one is a mistake: mount it once, or give both the same type',
        });
      }
    });
    return first.size === 0 ? 'does not apply' : problems.length === 0 ? 'holds' : problems;
  },
};
