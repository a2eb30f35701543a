/** Directories that every Linux node has. */
export const NODE_DIRECTORIES: ReadonlySet<string> = new Set([
  '/', '/bin', '/boot', '/dev', '/dev/shm', '/etc', '/home', '/lib', '/opt', '/proc', '/root', '/run', '/sbin', '/sys', '/tmp', '/usr', '/usr/bin', '/usr/lib',
  '/usr/local', '/usr/sbin', '/usr/share', '/var', '/var/lib', '/var/log', '/var/run', '/var/tmp',
  // Of the kubelet, which made them before it started a pod.
  '/var/lib/kubelet', '/var/lib/kubelet/pods', '/var/lib/kubelet/plugins', '/var/lib/kubelet/plugins_registry', '/var/lib/kubelet/device-plugins', '/var/log/pods',
]);

/** Directories that many programs have something of their own in. */
export const COMMON_DIRECTORIES: readonly string[] = [
  '/', '/boot', '/etc', '/home', '/media', '/mnt', '/opt', '/root', '/run', '/srv', '/usr', '/usr/local', '/var', '/var/cache', '/var/lib', '/var/log',
  '/var/spool', '/etc/kubernetes', '/opt/bin', '/run/lock', '/usr/local/bin', '/run/xtables.lock',
];

/** Places of the system, the kubelet and the container runtimes, with all that is in them. */
export const SYSTEM_DIRECTORIES: readonly string[] = [
  '/dev', '/lib', '/lib64', '/proc', '/sys', '/tmp', '/usr/lib', '/usr/src', '/var/tmp',
  '/etc/cni', '/etc/containerd', '/etc/crio', '/etc/docker', '/etc/pki', '/etc/ssl', '/etc/systemd', '/opt/cni', '/var/lib/cni',
  '/run/containerd', '/run/crio', '/run/dbus', '/run/docker', '/run/k3s', '/run/log', '/run/mount', '/run/netns', '/run/systemd', '/run/udev', '/run/user',
  '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/k0s', '/var/lib/kubelet', '/var/lib/rancher',
  '/var/log/containers', '/var/log/journal', '/var/log/pods', '/var/snap',
];
