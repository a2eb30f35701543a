import { isCapability } from '../../kubernetes/linux-capabilities';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND219 */
export const unknownCapability: Check = {
  id: 'ND219',
  severity: Severity.WARNING,
  title: 'A capability is one that no kernel has',
  text: 'The API server takes any text. Runtimes put `CAP_` before it, refuse what they do not know, or drop it without a word, so that the '
    + 'container has not what it needs, or keeps what it should lose: '
    + '[capabilities](https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container).',
  acknowledgeable: true,
  judge({ containers }) {
    const named = containers.flatMap(({ container, field }) => (['add', 'drop'] as const).flatMap(list =>
      (container.securityContext?.capabilities?.[list] ?? [])
        .map((name, i) => ({ container: container.name, name, field: `${field}.securityContext.capabilities.${list}[${i}]` }))));
    return named.length === 0 ? 'does not apply' : answer(named.filter(({ name }) => !isCapability(name)).map(({ container, name, field }) => ({
      field,
      message: `container '${container}' has the capability '${name}', which no kernel has: ${repair(name)}`,
    })));
  },
};

function repair(name: string): string {
  const bare = name.replace(/^CAP_/i, '');
  return isCapability(bare) ? `write ${bare.toUpperCase()}` : 'correct its name; ALL stands for every one';
}
