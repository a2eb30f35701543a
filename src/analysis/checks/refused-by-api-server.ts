import { renderError } from '../../kubernetes/field-error';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND101 */
export const refusedByApiServer: Check = {
  id: 'ND101',
  severity: Severity.ERROR,
  title: 'The API server refuses the DaemonSet',
  text: 'Nothing is created: `kubectl apply` prints this message, and a GitOps tool keeps failing to sync. The rules are those of '
    + 'Kubernetes\' own validation; a refusal cannot be accepted, only repaired.',
  acknowledgeable: false,
  judge({ problems, errors }) {
    if (problems.length > 0) {
      return problems.map(({ field, detail }) => ({ field, message: `the API server cannot read ${field}: ${detail}` }));
    }
    return errors.length === 0 ? 'holds' : errors.map(error => ({ field: error.field, message: `the API server refuses ${renderError(error)}` }));
  },
};
