import { userOf } from '../../kubernetes/container-user';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND212 */
export const nonRootWithRootUser: Check = {
  id: 'ND212',
  severity: Severity.ERROR,
  title: 'A container must not run as root, and is told to',
  text: 'The kubelet never starts it: `container\'s runAsUser breaks non-root policy`. A container has from the pod what it does not state itself, '
    + 'so one of the two often stands there: '
    + '[security context](https://kubernetes.io/docs/tasks/configure-pod-container/security-context/).',
  acknowledgeable: true,
  judge: ({ pod, containers }) => answer(containers.flatMap(({ container, field }) => {
    const { user, isNonRoot } = userOf(pod, container);
    return user !== 0 || !isNonRoot ? [] : [{
      field: container.securityContext?.runAsUser === undefined ? 'spec.template.spec.securityContext.runAsUser' : `${field}.securityContext.runAsUser`,
      message: `container '${container.name}' has runAsNonRoot: true and runAsUser: 0, so it never starts: give it another user, or runAsNonRoot: false`,
    }];
  })),
};
