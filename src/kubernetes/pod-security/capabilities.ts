import type { Finding } from './check';
import { containersOf, finding, quoted, valuesOf } from './check';
import type { SecuredContainer, SecuredPod } from './secured-pod';

/** What a container runtime gives to a container that asks for nothing, without NET_RAW. */
const BASELINE = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
];
const RESTRICTED = ['NET_BIND_SERVICE'];

/** Adds no capability beyond the usual ones. */
export function capabilitiesBaseline({ containers }: SecuredPod): Finding | undefined {
  const added = containers.flatMap((container) => addedBeyond(BASELINE, container));
  return finding(added, 'non-default capabilities', () => mustNotAdd(added));
}

/** Drops all capabilities and adds one at most. */
export function capabilitiesRestricted({ containers }: SecuredPod): Finding | undefined {
  const kept = containers.filter(({ context }) => !context.capabilities?.drop?.includes('ALL'))
    .map(({ name, contextAt }) => ({ container: name, field: `${contextAt}.capabilities.drop` }));
  const added = containers.flatMap((container) => addedBeyond(RESTRICTED, container));
  return finding([...kept, ...added], 'unrestricted capabilities', () => [
    ...(kept.length > 0 ? [`${containersOf(kept)} must set securityContext.capabilities.drop=["ALL"]`] : []),
    ...(added.length > 0 ? [mustNotAdd(added)] : []),
  ].join('; '));
}

/** Names count as they are written: the runtime takes `CAP_CHOWN` for `CHOWN`, Pod Security does not. */
function addedBeyond(allowed: readonly string[], { name, context, contextAt }: SecuredContainer) {
  return (context.capabilities?.add ?? []).flatMap((value, i) =>
    allowed.includes(value) ? [] : [{ container: name, field: `${contextAt}.capabilities.add[${i}]`, value }]);
}

function mustNotAdd(added: ReturnType<typeof addedBeyond>): string {
  return `${containersOf(added)} must not include ${quoted(valuesOf(added))} in securityContext.capabilities.add`;
}
