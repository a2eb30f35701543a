import type { Container } from '../../kubernetes/wire/container';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND401 */
export const privilegedContainer: Check = {
  id: 'ND401',
  severity: Severity.ERROR,
  title: 'A container is privileged',
  text: 'A [privileged container](https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/#privileged-containers) has every '
    + 'capability and every device, and no seccomp or AppArmor profile: whoever takes it over has the node. Some daemons need it, such as CSI '
    + 'node plugins, which mount for others; most need a few capabilities or devices. Give those, or accept this with the reason.',
  acknowledgeable: true,
  isDecision: true,
  judge: ({ containers }) => answer(containers.filter(({ container }) => container.securityContext?.privileged === true).map(({ container, field }) => ({
    field: `${field}.securityContext.privileged`,
    message: `container '${container.name}' is privileged, so whoever takes it over has the node: `
      + repair(container),
  }))),
};

/** New Relic's agent measures nodes in no other way, and has a variant that does not measure them. */
function repair({ env = [] }: Container): string {
  return env.some(({ name }) => name === 'NRIA_LICENSE_KEY')
    ? 'say why its metrics of the node are worth it, or run it without them: hostMetrics: false in MetricsAgent.newRelic, privileged: false in its Helm chart'
    : 'give it the capabilities and the devices that it needs instead';
}
