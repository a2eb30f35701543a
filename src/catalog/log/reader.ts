import { LogPipeline } from './pipeline';
import { NodePlatform } from '../../host/node-platform';
import { SecurityContext } from '../../host/security-context';
import { SeccompProfile } from '../../host/security-profile';

/**
 * Who reads the logs of a node: root, without any capability where the runtime wrote them. Files of other programs belong to their users,
 * as those of rsyslog and nginx on Debian do, and root without DAC_READ_SEARCH is one user among others.
 *
 * Where SELinux is enforcing, a container reads no files of the node unless it has the type `spc_t`.
 */
export function reader({ sources }: LogPipeline, platform: NodePlatform): SecurityContext {
  const capabilities = sources.some(({ kind }) => kind === 'files') ? ['DAC_READ_SEARCH'] : undefined;
  return platform.name !== 'openshift' ? SecurityContext.root({ capabilities, readOnlyRootFilesystem: true }) : SecurityContext.of({
    readOnlyRootFilesystem: true,
    allowPrivilegeEscalation: false,
    seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
    runAsUser: 0,
    capabilities: { drop: ['ALL'], add: capabilities },
    seLinuxOptions: { type: 'spc_t' },
  });
}
