import { appArmorProfile } from './app-armor';
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities';
import type { Check, Look } from './check';
import { hostNamespaces } from './host-namespaces';
import { hostPorts } from './host-ports';
import { hostProbesAndHostLifecycle } from './host-probes';
import { allowPrivilegeEscalation } from './privilege-escalation';
import { privileged } from './privileged';
import { procMount, procMountOfHostUsers } from './proc-mount';
import { runAsNonRoot, runAsNonRootOfHostUsers } from './run-as-non-root';
import { runAsUser, runAsUserOfHostUsers } from './run-as-user';
import { seLinuxOptions, seLinuxOptionsWithEngines } from './se-linux';
import { seccompBaseline, seccompRestricted } from './seccomp';
import { seccompAnnotations } from './seccomp-annotations';
import { isForWindows } from './secured-pod';
import { sysctlsOf } from './sysctls';
import { hostPathVolumes, restrictedVolumes } from './volumes';
import { windowsHostProcess } from './windows-host-process';

/**
 * Every check of Pod Security with what each policy version made of it, in the order in which the API server lists them.
 *
 * @see https://pkg.go.dev/k8s.io/pod-security-admission@v0.37.1/policy#DefaultChecks
 */
export const CHECKS: readonly Check[] = [
  { level: 'baseline', id: 'appArmorProfile', variants: [[0, appArmorProfile]] },
  { level: 'baseline', id: 'capabilities_baseline', variants: [[0, capabilitiesBaseline]] },
  { level: 'baseline', id: 'hostNamespaces', variants: [[0, hostNamespaces]] },
  { level: 'baseline', id: 'hostPathVolumes', variants: [[0, hostPathVolumes]] },
  { level: 'baseline', id: 'hostPorts', variants: [[0, hostPorts]] },
  { level: 'baseline', id: 'hostProbesAndHostLifecycle', variants: [[34, hostProbesAndHostLifecycle]] },
  { level: 'baseline', id: 'privileged', variants: [[0, privileged]] },
  { level: 'baseline', id: 'procMount', variants: [[0, procMount], [35, procMountOfHostUsers]] },
  { level: 'baseline', id: 'seLinuxOptions', variants: [[0, seLinuxOptions], [31, seLinuxOptionsWithEngines]] },
  { level: 'baseline', id: 'seccompProfile_baseline', variants: [[0, seccompAnnotations], [19, seccompBaseline]] },
  { level: 'baseline', id: 'sysctls', variants: [[0, sysctlsOf(0)], [27, sysctlsOf(27)], [29, sysctlsOf(29)], [32, sysctlsOf(32)], [37, sysctlsOf(37)]] },
  { level: 'baseline', id: 'windowsHostProcess', variants: [[0, windowsHostProcess]] },
  { level: 'restricted', id: 'allowPrivilegeEscalation', variants: [[8, allowPrivilegeEscalation], [25, notOnWindows(allowPrivilegeEscalation)]] },
  {
    level: 'restricted',
    id: 'capabilities_restricted',
    replaces: 'capabilities_baseline',
    variants: [[22, capabilitiesRestricted], [25, notOnWindows(capabilitiesRestricted)]],
  },
  { level: 'restricted', id: 'procMount_restricted', replaces: 'procMount', variants: [[35, procMount]] },
  { level: 'restricted', id: 'restrictedVolumes', replaces: 'hostPathVolumes', variants: [[0, restrictedVolumes]] },
  { level: 'restricted', id: 'runAsNonRoot', variants: [[0, runAsNonRoot], [35, runAsNonRootOfHostUsers]] },
  { level: 'restricted', id: 'runAsUser', variants: [[23, runAsUser], [35, runAsUserOfHostUsers]] },
  {
    level: 'restricted',
    id: 'seccompProfile_restricted',
    replaces: 'seccompProfile_baseline',
    variants: [[19, seccompRestricted], [25, notOnWindows(seccompRestricted)]],
  },
];

function notOnWindows(look: Look): Look {
  return (pod) => isForWindows(pod) ? undefined : look(pod);
}

/** The variant of a check that a policy version has; nothing before there was one. */
export function lookOf({ variants }: Check, minor: number): Look | undefined {
  return variants.filter(([since]) => since <= minor).at(-1)?.[1];
}
