import { isWithin, placeOf } from './host-path';
import { COMMON_DIRECTORIES, NODE_DIRECTORIES, SYSTEM_DIRECTORIES } from './node-directories';

/** Who may write one of these has the node, or reads all of it. */
const PROTECTED = [
  '/etc', '/var/log', '/run', '/var/lib', '/var/lib/kubelet', '/opt', '/usr', '/boot', '/root', '/home', '/proc', '/sys',
  // Pods of root on the node itself come from here.
  '/etc/kubernetes/manifests', '/etc/kubernetes/static-pods', '/var/lib/rancher/k3s/agent/pod-manifests', '/var/lib/rancher/rke2/agent/pod-manifests',
  // Container runtimes listen here.
  '/run/containerd', '/run/crio', '/run/docker', '/run/k3s/containerd', '/run/k0s',
];

/** Directories of which all that is in them belongs to the kernel, the image of the node, the kubelet or a container runtime. */
const CLOSED = [
  '/bin', '/lib', '/lib64', '/sbin', '/usr/bin', '/usr/lib', '/usr/sbin', '/proc', '/sys', '/etc/kubernetes/manifests', '/opt/cni/bin', '/run/containerd',
  '/var/lib/containerd', '/var/lib/containers', '/var/lib/docker', '/var/lib/etcd', '/var/lib/kubelet/device-plugins', '/var/lib/kubelet/pods',
  '/var/lib/kubelet/plugins_registry', '/var/log/containers', '/var/log/pods',
];

const OF_THE_NODE = [...NODE_DIRECTORIES, ...COMMON_DIRECTORIES, ...SYSTEM_DIRECTORIES, ...PROTECTED, ...CLOSED, '/etc/cni/net.d'].map(placeOf);

/**
 * Whether a directory belongs to the whole node, or has one in it that does; what lies below one belongs to one program more often than not.
 *
 * @param path without doubled slashes and without one at the end
 */
export function isProtectedDirectory(path: string): boolean {
  const place = placeOf(path);
  return PROTECTED.some(directory => isWithin(directory, place));
}

/**
 * Whether a directory can be no program's own: it is one of the node, has one in it, or lies where all is the node's.
 *
 * @param path without doubled slashes and without one at the end
 * @param others more directories of the node
 */
export function isOfTheNode(path: string, others: readonly string[] = []): boolean {
  const place = placeOf(path);
  return [...OF_THE_NODE, ...others.map(placeOf)].some(directory => isWithin(directory, place)) || CLOSED.some(directory => isWithin(place, directory));
}
