import { requestsTo } from '../../kubernetes/handlers';
import { programAt } from '../../kubernetes/node-programs';
import { answer, Check } from '../check';
import { Severity } from '../severity';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/i;

/** ND228 */
export const probeOfNodesLoopback: Check = {
  id: 'ND228',
  severity: Severity.ERROR,
  title: 'A probe asks the loopback address of the node, not of the pod',
  text: 'Probes and hooks are sent by the kubelet, from the network of the node. Without host networking `127.0.0.1` is the node itself, where the '
    + 'program of the pod does not listen: '
    + '[probes](https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes). '
    + 'The Pod Security level baseline refuses any host since Kubernetes 1.34.',
  acknowledgeable: true,
  judge({ pod, containers, outline: { hostPorts } }) {
    const asked = pod.hostNetwork ? [] : containers.flatMap(({ container, field }) => requestsTo(container)
      .filter(({ request }) => LOOPBACK.test(request.host ?? '')).map(one => ({ container, ...one, field: `${field}.${one.field}.host` })));
    const open = hostPorts.map(({ port }) => port);
    return asked.length === 0 ? 'does not apply' : answer(asked.flatMap(({ container, by, request: { host, port }, field }) => {
      const number = typeof port === 'number' ? port : container.ports?.find(({ name }) => name === port)?.containerPort;
      // Some networks answer host ports on the loopback address too, and a probe may mean the kubelet.
      const isOfTheNode = number === undefined || open.includes(number) || programAt(number) !== undefined
        || (pod.hostPID === true && container.securityContext?.privileged === true);
      return isOfTheNode ? [] : [{
        field,
        message: `the ${by} of container '${container.name}' asks '${host}' of the node, where the pod does not listen without host networking: leave host out`,
      }];
    }));
  },
};
