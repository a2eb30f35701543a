import { renderError } from '../../kubernetes/field-error';
import { validateDaemonPods } from '../../kubernetes/validation/daemon-pods';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND102: the DaemonSet exists then, and only events tell why there are no pods. */
export const refusedPod: Check = {
  id: 'ND102',
  severity: Severity.ERROR,
  title: 'The API server takes the DaemonSet and refuses each of its pods',
  text: '`kubectl apply` succeeds, and the controller fails to create every pod; only `FailedCreate` events of the DaemonSet tell. The '
    + 'API server completes and validates pods by rules that templates escape.',
  acknowledgeable: false,
  judge(daemon) {
    if (daemon.isRefused) {
      return 'does not apply';
    }
    const errors = validateDaemonPods(daemon.defaulted);
    return errors.length === 0 ? 'holds' : errors.map(error => ({
      field: error.field,
      message: `the API server takes the DaemonSet and refuses its pods: ${renderError(error)}`,
    }));
  },
};
