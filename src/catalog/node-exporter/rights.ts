import { Collectors } from './collector-flags';
import { AgentContext } from '../../core/agent-config';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { SecurityContext } from '../../host/security-context';
import { SeccompProfile } from '../../host/security-profile';
import { hasAppArmorField, withoutAppArmor } from '../app-armor';

/** Collectors whose files only root may read; rapl is silent without it, and reads only where it was asked for. */
const OF_ROOT = ['perf', 'rapl', 'slabinfo'];
const OF_DBUS = ['logind', 'systemd'];

/** What the collectors that were asked for may do. */
export interface Rights {
  readonly hostPaths: readonly HostPath[];
  readonly securityContext: SecurityContext;
  /** Where Kubernetes has no field for it yet. */
  readonly podAnnotations?: { [name: string]: string };
}

/** The rights that collectors need beside reading what everybody may read. */
export function rightsOf({ asked }: Collectors, container: string, { platform }: AgentContext): Rights {
  const asksDbus = OF_DBUS.some(name => asked.has(name));
  const { profile, podAnnotations } = asksDbus ? withoutAppArmor(container, platform) : {};
  const fields = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'], add: asked.has('perf') ? ['PERFMON'] : undefined },
    seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
    appArmorProfile: profile,
    ...needsRoot(asked) ? { runAsUser: 0 } : { runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true },
  };
  return {
    securityContext: SecurityContext.of(fields),
    podAnnotations,
    hostPaths: asksDbus ? [HostPath.readOnly('/run/dbus/system_bus_socket', { mountPath: '/var/run/dbus/system_bus_socket', type: HostPathType.SOCKET, volumeName: 'dbus' })] : [],
  };
}

/** Refuses a security context under which a collector that was asked for would say nothing. */
export function assertRights({ asked }: Collectors, context: SecurityContext | undefined, { platform, options }: AgentContext): void {
  const { privileged, runAsUser, capabilities, appArmorProfile = options.podSecurityContext?.appArmorProfile?._toWire() } = context?._toWire() ?? {};
  if (context === undefined || privileged === true) {
    return;
  }
  const ofRoot = OF_ROOT.filter(name => asked.has(name));
  if (ofRoot.length > 0 && runAsUser !== 0) {
    throw invalid('securityContext of node_exporter', `root, whose files ${ofRoot.join(' and ')} read`, { runAsUser },
      'leave it out, or take the collectors out');
  }
  if (asked.has('perf') && !capabilities?.add?.some(name => ['PERFMON', 'SYS_ADMIN', 'ALL'].includes(name))) {
    throw invalid('securityContext of node_exporter', 'one with the capability PERFMON, with which perf counts', { add: capabilities?.add ?? [] },
      "give SecurityContext.root({ capabilities: ['PERFMON'] }), or leave it out");
  }
  const ofDbus = OF_DBUS.filter(name => asked.has(name));
  if (ofDbus.length > 0 && hasAppArmorField(platform) && !['Unconfined', 'Localhost'].includes(appArmorProfile?.type ?? '')) {
    throw invalid('securityContext of node_exporter', `one that says appArmorProfile, as the runtime's own keeps ${ofDbus.join(' and ')} from the D-Bus`, { appArmorProfile },
      'give SecurityContext.of({ appArmorProfile: AppArmorProfile.UNCONFINED, … }), which nodes without AppArmor overlook, or leave it out');
  }
}

function needsRoot(asked: ReadonlySet<string>): boolean {
  return OF_ROOT.some(name => asked.has(name));
}
