import { AgentContext } from '../../core/agent-config';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { SeLinuxSharing } from '../../host/se-linux-sharing';
import { SharedDirectory } from '../../host/shared-directory';
import { UNCONFINED } from '../unconfined';

/** What is done where SELinux is enforcing: what was written, or what is likely, unless the labels of the program are the user's own. */
export function sharingOf({ _fields: { seLinux }, isOwned }: SharedDirectory, { securityContext }: DaemonContainer, context: AgentContext): SeLinuxSharing {
  const { hardened, platform, options } = context;
  const labels = securityContext?._toWire().seLinuxOptions ?? options.podSecurityContext?.seLinuxOptions;
  if (seLinux === undefined) {
    const isLikely = hardened && platform.name === 'openshift' && labels === undefined;
    return !isLikely ? SeLinuxSharing.NONE : isOwned ? SeLinuxSharing.RELABEL : SeLinuxSharing.UNCONFINED;
  }
  if (seLinux === SeLinuxSharing.RELABEL && platform.name === 'bottlerocket') {
    throw invalid('seLinux', "SeLinuxSharing.NONE or .UNCONFINED on the platform 'bottlerocket', whose nodes keep their labels", seLinux, 'write one of those, or leave it out');
  }
  if (seLinux !== SeLinuxSharing.NONE && labels !== undefined && !(labels.type === UNCONFINED.type && labels.level === UNCONFINED.level)) {
    throw invalid('seLinuxOptions', `{ type: '${UNCONFINED.type}', level: '${UNCONFINED.level}' } with SeLinuxSharing.${seLinux.toUpperCase()}`, labels, 'leave one of the two out');
  }
  return seLinux;
}
