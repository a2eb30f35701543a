import { isWithin } from '../kubernetes/host-path';

/** Directories that many programs have something of their own in. */
const COMMON = new Set([
  '/', '/boot', '/etc', '/home', '/media', '/mnt', '/opt', '/root', '/run', '/srv', '/usr', '/usr/local', '/var', '/var/cache', '/var/lib', '/var/log',
  '/var/spool', '/etc/kubernetes', '/opt/bin', '/run/lock', '/usr/local/bin', '/run/xtables.lock',
]);

/** Places of the system, the kubelet and the container runtimes, with all that is in them. */
const OF_THE_NODE = [
  '/dev', '/lib', '/lib64', '/proc', '/sys', '/tmp', '/usr/lib', '/usr/src', '/var/tmp',
  '/etc/cni', '/etc/containerd', '/etc/crio', '/etc/docker', '/etc/pki', '/etc/ssl', '/etc/systemd', '/opt/cni', '/var/lib/cni',
  '/run/containerd', '/run/crio', '/run/dbus', '/run/docker', '/run/k3s', '/run/log', '/run/mount', '/run/netns', '/run/systemd', '/run/udev', '/run/user',
  '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/k0s', '/var/lib/kubelet', '/var/lib/rancher',
  '/var/log/containers', '/var/log/journal', '/var/log/pods', '/var/snap',
];

/** Types that name one thing which is there already: programs talk through it, or read it. */
const SHARED_TYPES = new Set(['Socket', 'CharDevice', 'BlockDevice', 'File']);

const SYSTEM_FILE = /^\/etc\/(group|hostname|hosts|localtime|machine-id|nsswitch\.conf|os-release|passwd|resolv\.conf|timezone)$/;

/** Whether it is normal that several programs of a node write a place, or only seem to because they forgot to mount it read-only. */
export function isShared(place: string, type: string): boolean {
  return SHARED_TYPES.has(type) || COMMON.has(place) || /\.sock(et)?$/.test(place) || /\/kubelet(\/|$)/.test(place)
    || SYSTEM_FILE.test(place)
    || OF_THE_NODE.some(directory => isWithin(place, directory));
}
