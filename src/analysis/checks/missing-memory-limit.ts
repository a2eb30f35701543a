import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND506 */
export const missingMemoryLimit: Check = {
  id: 'ND506',
  severity: Severity.WARNING,
  title: 'A container has no memory limit',
  text: 'When it leaks or meets a burst, the memory of the whole node is its limit, and the kernel kills what it finds, on every node at once. '
    + 'Containers that end before the others start are not meant, and a limit of the pod as a whole is one.',
  acknowledgeable: true,
  judge: ({ containers, pod }) => answer(containers.filter(({ isInit }) => !isInit)
    .filter(({ container }) => container.resources?.limits?.memory === undefined && pod.resources?.limits?.memory === undefined)
    .map(({ container, field }) => ({
      field: `${field}.resources.limits.memory`,
      message: `container '${container.name}' has no memory limit, so all pods of the node pay when it leaks: set limits.memory well above what it uses`,
    }))),
};
