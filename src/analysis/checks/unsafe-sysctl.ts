import { isSafeSysctl } from '../../kubernetes/safe-sysctls';
import { normalizeSysctl } from '../../kubernetes/sysctl';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND205 */
export const unsafeSysctl: Check = {
  id: 'ND205',
  severity: Severity.WARNING,
  title: 'A kernel parameter is one that kubelets refuse unless they were told to allow it',
  text: 'A kubelet without `--allowed-unsafe-sysctls` for it rejects each pod with `SysctlForbidden`, and the controller makes the next one: '
    + '[sysctls](https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#enabling-unsafe-sysctls).',
  acknowledgeable: true,
  judge({ pod, context: { kubernetesMinor } }) {
    const sysctls = pod.securityContext?.sysctls ?? [];
    const isSafe = (name: string) => isSafeSysctl(normalizeSysctl(name), kubernetesMinor);
    return sysctls.length === 0 ? 'does not apply' : answer(sysctls.flatMap(({ name }, position) => isSafe(name) ? [] : [{
      field: `spec.template.spec.securityContext.sysctls[${position}].name`,
      message: `a kubelet refuses pods with the kernel parameter '${name}' unless it was started with --allowed-unsafe-sysctls for it: `
        + 'leave it out, allow it on the nodes, or set it from a privileged init container',
    }]));
  },
};
