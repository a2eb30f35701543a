import { decode } from '../../kubernetes/decode';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND104: a construct's users may patch in what only a later Kubernetes knows. */
export const unknownField: Check = {
  id: 'ND104',
  severity: Severity.ERROR,
  title: 'A field is none that Kubernetes knows',
  text: 'A misspelt field, such as `nodeselector` for `nodeSelector`, is refused by `kubectl apply`, and dropped without a word by tools that do not '
    + 'ask for strict validation: the daemon then runs on every node.',
  acknowledgeable: true,
  judge({ manifest, context }) {
    if (context.isConstruct) {
      return 'does not apply';
    }
    const unknown = decode('DaemonSet', manifest).problems.filter(({ kind }) => kind === 'unknown');
    return answer(unknown.map(({ field }) => ({ field, message: `Kubernetes has no field ${field}: correct its name, or take it out` })));
  },
};
