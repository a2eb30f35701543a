import { renderError } from '../../kubernetes/field-error';
import type { LimitViolation } from '../../kubernetes/limits/limit-violations';
import { answer, Check } from '../check';
import { limitedPodOf, limitsFor } from '../namespace-limits';
import { Severity } from '../severity';

/** ND804 */
export const refusedByLimitRange: Check = {
  id: 'ND804',
  severity: Severity.ERROR,
  title: 'A LimitRange of the namespace refuses the pods',
  text: '`kubectl apply` succeeds, and the controller fails to create every pod; only `FailedCreate` events of the DaemonSet tell. A '
    + '[LimitRange](https://kubernetes.io/docs/concepts/policy/limit-range/) gives containers the requests and limits that they leave out, and then '
    + 'refuses what is outside its bounds; a default limit below a request that the container states is refused too. Several LimitRanges are '
    + 'judged as if they gave their defaults in the order of the manifests, which the API server does not promise.',
  acknowledgeable: true,
  judge(daemon, objects) {
    if (daemon.isRefused || limitsFor(daemon, objects).ranges.length === 0) {
      return 'does not apply';
    }
    return answer(limitedPodOf(daemon, objects).refusals.flatMap(({ range: { name }, errors, violations }) => [
      ...errors.map(error => ({
        field: `spec.template.${error.field}`,
        message: `with the defaults of LimitRange '${name}' the API server refuses the pods: ${renderError(error)}: state the amount in the container, `
          + 'or change the default',
      })),
      ...violations.map(violation => ({
        field: violation.at === undefined ? 'spec.template.spec' : `spec.template.spec.${violation.at}.resources`,
        message: `LimitRange '${name}' refuses the pods: ${inWords(violation)}, or change the LimitRange`,
      })),
    ]));
  },
};

function inWords({ rule, resource, allowed, kind, got, ratio, container }: LimitViolation): string {
  const who = container === undefined ? 'the pod' : `container '${container}'`;
  const each = container === undefined ? 'pod' : 'container';
  const has = got === undefined
    ? `${who} has no ${resource} ${kind === 'requests' ? 'request' : 'limit'}`
    : `the ${resource} ${kind === 'requests' ? 'request' : 'limit'} of ${who} is ${got.toString()}`;
  switch (rule) {
    case 'min': return `${has}, and no ${each} may ${kind === 'requests' ? 'request' : 'be limited to'} less than ${allowed.toString()}: `
      + (got === undefined ? 'request as much' : `raise the ${kind === 'requests' ? 'request' : 'limit'}`);
    case 'max': return `${has}, and no ${each} may ${kind === 'requests' ? 'request' : 'use'} more than ${allowed.toString()}: `
      + (got === undefined ? 'limit every container' : `lower the ${kind === 'requests' ? 'request' : 'limit'}`);
    case 'maxLimitRequestRatio': return kind === undefined
      ? `the ${resource} limit of ${who} is ${Number(ratio!.toFixed(3))} times its request, and ${allowed.toString()} times is the most: bring them closer together`
      : `${has}, and the limit must be there and at most ${allowed.toString()} times the request: state both`;
  }
}
