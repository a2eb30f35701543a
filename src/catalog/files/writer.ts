import { AgentContext } from '../../core/agent-config';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { SecurityContext } from '../../host/security-context';
import { SharedDirectory } from '../../host/shared-directory';

/** A process, as far as the manifest says. */
interface Writer {
  readonly user?: number;
  /** Undefined where the image has some of them. */
  readonly groups?: readonly number[];
  /** Whether owners and modes mean nothing to it. */
  readonly mayWriteAll: boolean;
}

/** The container as one that may write the directory, where nobody said as whom it runs. Refuses one that is known not to. */
export function writerOf(container: DaemonContainer, directory: SharedDirectory, context: AgentContext): DaemonContainer {
  const securityContext = asOwner(container.securityContext, directory, context);
  assertMayWrite(directory, processOf(securityContext, context));
  return { ...container, securityContext };
}

/** Without capabilities not even root may write what another user owns. */
function asOwner(written: SecurityContext | undefined, directory: SharedDirectory, context: AgentContext): SecurityContext | undefined {
  const { owner, group, mode } = directory._fields;
  const { user, groups, mayWriteAll } = processOf(written, context);
  if (!context.hardened || owner === undefined || owner === 0 || user !== undefined || mayWriteAll || writers(mode).others) {
    return written;
  }
  return (written ?? SecurityContext._least())._as(owner, groups === undefined ? group : undefined);
}

function processOf(securityContext: SecurityContext | undefined, { hardened, options }: AgentContext): Writer {
  const fields = (securityContext ?? (hardened ? SecurityContext._least() : undefined))?._toWire();
  const { runAsUser, runAsGroup, fsGroup, supplementalGroups = [] } = options.podSecurityContext ?? {};
  const user = fields?.runAsUser ?? runAsUser;
  const group = fields?.runAsGroup ?? runAsGroup;
  const { add = [], drop = [] } = fields?.capabilities ?? {};
  const has = (names: readonly string[]) => names.includes('ALL') || names.includes('DAC_OVERRIDE');
  return {
    user,
    groups: group === undefined ? undefined : [group, ...fsGroup === undefined ? [] : [fsGroup], ...supplementalGroups],
    // Container runtimes give root this capability where it is not taken.
    mayWriteAll: fields?.privileged === true || has(add) || (!has(drop) && (user ?? 0) === 0),
  };
}

function assertMayWrite({ path, _fields: { owner, group, mode } }: SharedDirectory, writer: Writer): void {
  const { user } = writer;
  if (user === undefined || owner === undefined || writer.mayWriteAll || mayWrite(writer, owner, group, mode)) {
    return;
  }
  const whose = `user ${owner}${group === undefined ? '' : ` and group ${group}`}`;
  throw invalid('user of the container', `one who may write '${path}', which is given to ${whose} with mode ${mode ?? '0755'}`, user,
    user === owner ? "give a mode with which its owner may write, such as '0750'" : `run it with runAsUser: ${owner}, or give the directory to its user with owner: ${user}`);
}

/** What the kernel asks: the first of owner, group and others that fits decides. */
function mayWrite({ user, groups }: Writer, owner: number, group: number | undefined, mode: string | undefined): boolean {
  const may = writers(mode);
  if (user === owner) {
    return may.owner;
  }
  if (groups === undefined || group === undefined) {
    return may.group || may.others;
  }
  return groups.includes(group) ? may.group : may.others;
}

/** Who may write, of a mode; that which the kubelet gives where there is none. */
function writers(mode = '0755'): { owner: boolean; group: boolean; others: boolean } {
  const [owner, group, others] = [...mode.slice(-3)].map(digit => '2367'.includes(digit));
  return { owner, group, others };
}
