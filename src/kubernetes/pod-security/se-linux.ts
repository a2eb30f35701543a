import type { Finding, Look } from './check';
import { finding, plural, quoted, settersOf, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';

const CONTAINERS = ['container_t', 'container_init_t', 'container_kvm_t'];

/** Takes an SELinux type made for containers, and no user or role. */
export const seLinuxOptions = withTypes(CONTAINERS);

/** The same with the type of containers that run containers. */
export const seLinuxOptionsWithEngines = withTypes([...CONTAINERS, 'container_engine_t']);

function withTypes(types: readonly string[]): Look {
  return ({ contexts }: SecuredPod): Finding | undefined => {
    const offences = contexts.flatMap(({ context, container, at }) => {
      const { type = '', user = '', role = '' } = context.seLinuxOptions ?? {};
      const set = { type: types.includes(type) ? '' : type, user, role };
      return (['type', 'user', 'role'] as const).filter((option) => set[option] !== '')
        .map((option) => ({ container, option, field: `${at}.seLinuxOptions.${option}`, value: set[option] }));
    });
    return finding(offences, 'seLinuxOptions', () => {
      const badTypes = valuesOf(offences.filter(({ option }) => option === 'type'));
      const wrong = [
        ...(badTypes.length > 0 ? [`${plural('type', badTypes)} ${quoted(badTypes)}`] : []),
        ...(['user', 'role'] as const).filter((option) => offences.some((offence) => offence.option === option)).map((option) => `${option} may not be set`),
      ];
      return `${settersOf(offences)} set forbidden securityContext.seLinuxOptions: ${wrong.join('; ')}`;
    });
  };
}
