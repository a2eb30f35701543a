/** The kernel parameters that other pods do not feel, with the minor version that was the first to know them. */
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

/**
 * Whether a kubelet sets a kernel parameter without being told to allow it, and the Pod Security policy of its version takes it.
 *
 * @param sysctl its name, with dots between its parts
 * @param minor version of Kubernetes; the newest where it is not known
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/kubelet/sysctl/safe_sysctls.go
 */
export function isSafeSysctl(sysctl: string, minor = Infinity): boolean {
  return (SAFE.get(sysctl) ?? NaN) <= minor;
}
