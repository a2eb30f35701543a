/** Directories that every Linux node has. */
export const NODE_DIRECTORIES: ReadonlySet<string> = new Set([
  '/', '/bin', '/boot', '/dev', '/dev/shm', '/etc', '/home', '/lib', '/opt', '/proc', '/root', '/run', '/sbin', '/sys', '/tmp', '/usr', '/usr/bin', '/usr/lib',
  '/usr/local', '/usr/sbin', '/usr/share', '/var', '/var/lib', '/var/log', '/var/run', '/var/tmp',
  // Of the kubelet, which made them before it started a pod.
  '/var/lib/kubelet', '/var/lib/kubelet/pods', '/var/lib/kubelet/plugins', '/var/lib/kubelet/plugins_registry', '/var/lib/kubelet/device-plugins', '/var/log/pods',
]);
