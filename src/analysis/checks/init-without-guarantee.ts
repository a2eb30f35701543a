import { Quantity } from '../../kubernetes/quantity';
import type { Container } from '../../kubernetes/wire/container';
import { answer, Check } from '../check';
import { Severity } from '../severity';

const RESOURCES = ['cpu', 'memory'];

/** ND246: limits of the pod as a whole decide alone. */
export const initWithoutGuarantee: Check = {
  id: 'ND246',
  severity: Severity.WARNING,
  title: 'A container that only starts the pod takes its Guaranteed class away',
  text: 'A pod is Guaranteed when *every* container, those that end before the others start included, has a CPU and a memory limit and requests as much. '
    + 'Otherwise it is Burstable, which is killed earlier when the node runs out of memory and gets no CPUs of its own: '
    + '[quality of service](https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#guaranteed), '
    + '[multus-cni#1093](https://github.com/k8snetworkplumbingwg/multus-cni/issues/1093).',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const lasting = containers.filter(({ isInit }) => !isInit);
    if (pod.resources !== undefined || lasting.length === 0 || !lasting.every(({ container }) => isGuaranteed(container))) {
      return 'does not apply';
    }
    return answer(containers.filter(({ container, isInit }) => isInit && !isGuaranteed(container)).map(({ container, field }) => ({
      field: `${field}.resources`,
      message: `init container '${container.name}' makes the pod Burstable, while all others request what they are limited to: give it limits for cpu and memory`,
    })));
  },
};

function isGuaranteed({ resources: { limits = {}, requests = {} } = {} }: Container): boolean {
  return RESOURCES.every(name => {
    const [limit, request] = [limits[name], requests[name] ?? limits[name]].map(amount => amount === undefined ? undefined : Quantity.parse(amount));
    return limit !== undefined && !limit.isZero() && request!.compare(limit) === 0;
  });
}
