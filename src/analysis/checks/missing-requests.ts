import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND502: requests are those of the pod, in which a limit is a request too. */
export const missingRequests: Check = {
  id: 'ND502',
  severity: Severity.WARNING,
  title: 'A container asks for no CPU or no memory',
  text: 'The scheduler counts it as nothing, so it fills nodes until the daemon has no room; without a CPU request it gets what others leave, and '
    + 'without a memory request its pod is among the first to be evicted: '
    + '[node-pressure eviction](https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/#pod-selection-for-kubelet-eviction). '
    + 'Containers that end before the others start are not meant.',
  acknowledgeable: true,
  judge({ containers, pod: { resources: ofPod } }) {
    return answer(containers.filter(({ isInit }) => !isInit).flatMap(({ container: { name, resources }, field }) => {
      const missing = ['cpu', 'memory'].filter(resource => [resources, ofPod].every(of => of?.requests?.[resource] === undefined && of?.limits?.[resource] === undefined));
      return missing.length === 0 ? [] : [{
        field: `${field}.resources.requests`,
        message: `container '${name}' asks for no ${missing.join(' and no ')}, so the scheduler gives its share of the node away: `
          + `set requests.${missing.join(' and requests.')} to what it uses on a busy node`,
      }];
    }));
  },
};
