import { isEmpty } from '../../kubernetes/node-set';
import { isEvaluable } from '../../kubernetes/requirement';
import type { NodeSelectorTerm } from '../../kubernetes/wire/affinity';
import { Check } from '../check';
import { Severity } from '../severity';

const TERMS = 'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

/** ND203 */
export const noNodeMatches: Check = {
  id: 'ND203',
  severity: Severity.ERROR,
  title: 'No node whatsoever fulfils the node affinity',
  text: 'The API server takes it, `kubectl get daemonset` shows DESIRED 0, and no event says why. An empty term chooses no node, and neither does a '
    + 'term of which one condition cannot be evaluated, such as `Gt` with a value that is no integer: '
    + '[node affinity](https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity).',
  acknowledgeable: true,
  judge(daemon) {
    const required = daemon.pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
    if (daemon.isRefused || required === undefined) {
      return 'does not apply';
    }
    return !isEmpty(daemon.outline.placement) ? 'holds' : [{
      field: TERMS,
      message: `no node can match, so there will be no pods and nothing says so: ${required.nodeSelectorTerms.map(faultOf).join('; ')}; `
        + 'correct the terms, of which one must hold',
    }];
  },
};

function faultOf({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm, position: number): string {
  const term = `nodeSelectorTerms[${position}]`;
  if (matchExpressions.length + matchFields.length === 0) {
    return `${term} is empty, and an empty term matches no node`;
  }
  const broken = matchExpressions.find(expression => !isEvaluable(expression));
  return broken === undefined
    ? `the conditions of ${term} contradict each other or the nodeSelector`
    : `${term} compares '${broken.key}' by ${broken.operator} with '${broken.values?.join(', ')}', which is no integer`;
}
