import type { Finding, Look } from './check';
import { finding } from './check';
import type { SecuredPod } from './secured-pod';

/** The kernel parameters that other pods do not feel, with the policy that was the first to know them. */
const SAFE = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
  ['net.ipv4.tcp_slow_start_after_idle', 37],
  ['net.ipv4.tcp_notsent_lowat', 37],
]);

/** Sets only kernel parameters that the policy of a minor version knows to be safe. Names count as they are written, with dots. */
export function sysctlsOf(minor: number): Look {
  return ({ spec }: SecuredPod): Finding | undefined => {
    const offences = (spec.securityContext?.sysctls ?? []).flatMap(({ name }, i) =>
      (SAFE.get(name) ?? Infinity) <= minor ? [] : [{ field: `spec.securityContext.sysctls[${i}].name`, value: name }]);
    return finding(offences, 'forbidden sysctls', () => offences.map(({ value }) => value).join(', '));
  };
}
