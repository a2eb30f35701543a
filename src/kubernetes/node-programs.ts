/** A program of Kubernetes that takes a port of its node. */
export interface NodeProgram {
  readonly program: string;
  /** Whether it runs on control plane nodes only. */
  readonly isControlPlane: boolean;
}

const ON_NODES: Readonly<Record<number, string>> = { 10248: 'kubelet', 10249: 'kube-proxy', 10250: 'kubelet', 10255: 'kubelet', 10256: 'kube-proxy' };
const ON_CONTROL_PLANE: Readonly<Record<number, string>> = {
  2379: 'etcd', 2380: 'etcd', 6443: 'kube-apiserver', 10257: 'kube-controller-manager', 10259: 'kube-scheduler',
};

/** The labels of control plane nodes, and the keys of the taints that keep pods off them; the second one until Kubernetes 1.24. */
export const CONTROL_PLANE_ROLES: readonly string[] = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/** The taint that keeps pods off control plane nodes. */
export const CONTROL_PLANE_TAINT = { key: CONTROL_PLANE_ROLES[0], effect: 'NoSchedule' };

/**
 * The program of Kubernetes that has a TCP port of the node.
 *
 * @see https://kubernetes.io/docs/reference/networking/ports-and-protocols/
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/cluster/ports/ports.go
 */
export function programAt(port: number): NodeProgram | undefined {
  const program = ON_NODES[port] ?? ON_CONTROL_PLANE[port];
  return program === undefined ? undefined : { program, isControlPlane: ON_NODES[port] === undefined };
}

/**
 * Whether a port is in the range that Services of type NodePort get theirs from, unless the cluster was told another.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
 */
export function isNodePort(port: number): boolean {
  return port >= 30000 && port <= 32767;
}
