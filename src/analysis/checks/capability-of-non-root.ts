import { userOf } from '../../kubernetes/container-user';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND245 */
export const capabilityOfNonRoot: Check = {
  id: 'ND245',
  severity: Severity.INFO,
  title: 'A capability reaches a program that is not root only where its file has it too',
  text: 'When a user other than root starts a program, the kernel takes away all capabilities but those that the file of the program was given in its '
    + 'image (`setcap`). Images such as ingress-nginx are made so; with others `capabilities.add` does nothing: '
    + '[kubernetes#56374](https://github.com/kubernetes/kubernetes/issues/56374).',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const given = containers.flatMap(({ container, field }) => {
      const added = container.securityContext?.privileged ? [] : container.securityContext?.capabilities?.add ?? [];
      const { user, isNonRoot } = userOf(pod, container);
      return added.length === 0 ? [] : [{ name: container.name, added, who: user ? `user ${user}` : user === undefined && isNonRoot ? 'a user other than root' : undefined, field }];
    });
    return given.length === 0 ? 'does not apply' : answer(given.filter(({ who }) => who !== undefined).map(({ name, added, who, field }) => ({
      field: `${field}.securityContext.capabilities.add`,
      message: `container '${name}' runs as ${who} and has ${added.join(', ')} only where its image gives that to the program's file: see that it does, or run it as root`,
    })));
  },
};
