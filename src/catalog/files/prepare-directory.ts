import { AgentContext } from '../../core/agent-config';
import { DaemonContainer } from '../../host/daemon-container';
import { SeLinuxSharing } from '../../host/se-linux-sharing';
import { SecurityContext } from '../../host/security-context';
import { SeccompProfile } from '../../host/security-profile';
import { SharedDirectory } from '../../host/shared-directory';
import { IMAGES } from '../images';
import { UNCONFINED } from '../unconfined';

/** Where the init container sees the directory, so that no path of the user stands in a command. */
const MOUNTED = '/shared';

/** What pods may read and write, whatever their categories. */
const LABEL = 'system_u:object_r:container_file_t:s0';

/** One thing that is done to the directory, and what root must be allowed for it. */
interface Step {
  readonly command: readonly string[];
  readonly capabilities: readonly string[];
}

/** The init container that gives the directory its owner, mode and label; none where it stays as it is. */
export function prepareDirectory(directory: SharedDirectory, sharing: SeLinuxSharing, { hardened }: AgentContext): DaemonContainer[] {
  const steps = [...owned(directory), ...moded(directory), ...labelled(sharing)];
  const amounts = { cpu: '10m', memory: '16Mi' };
  return steps.length === 0 ? [] : [{
    name: 'prepare-directory',
    image: directory._fields.image ?? IMAGES.busybox,
    command: commandOf(steps),
    hostPaths: [directory._mountedAt(MOUNTED)],
    securityContext: SecurityContext.of({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'], add: [...new Set(steps.flatMap(({ capabilities }) => capabilities))] },
      readOnlyRootFilesystem: true,
      // The pod may say otherwise, and only root gives directories away.
      runAsNonRoot: false,
      runAsUser: 0,
      seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
      seLinuxOptions: sharing === SeLinuxSharing.NONE ? undefined : UNCONFINED,
    }),
    ...hardened ? { resources: { requests: amounts, limits: amounts } } : {},
  }];
}

function owned({ _fields: { owner, group } }: SharedDirectory): Step[] {
  const who = `${owner ?? ''}${group === undefined ? '' : `:${group}`}`;
  return who === '' ? [] : [{ command: ['chown', who, MOUNTED], capabilities: ['CHOWN'] }];
}

/** Since the last start the directory belongs to another user, of whose group root is not. */
function moded({ _fields: { mode } }: SharedDirectory): Step[] {
  const setsGroup = mode !== undefined && /^[2367]...$/.test(mode);
  return mode === undefined ? [] : [{ command: ['chmod', mode, MOUNTED], capabilities: ['FOWNER', ...setsGroup ? ['FSETID'] : []] }];
}

/** BusyBox has no chcon unless it was built for SELinux. */
function labelled(sharing: SeLinuxSharing): Step[] {
  return sharing !== SeLinuxSharing.RELABEL ? []
    : [{ command: ['setfattr', '-n', 'security.selinux', '-v', LABEL, MOUNTED], capabilities: ['FOWNER'] }];
}

/** No word of a step means anything to a shell. */
function commandOf(steps: readonly Step[]): string[] {
  return steps.length === 1 ? [...steps[0].command] : ['sh', '-c', steps.map(({ command }) => command.join(' ')).join(' && ')];
}
