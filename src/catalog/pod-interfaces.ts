/**
 * Interfaces of a node that lead to its pods: those of most networks, Calico's, Cilium's, those of EKS, GKE and AKS, and Docker's old names.
 * The text is one of POSIX, Go and JavaScript alike.
 */
export const POD_INTERFACES = '^(veth.*|cali[a-f0-9]{11}|lxc(_health|[a-f0-9]{12})|(eni|gke|azv)[a-f0-9]{11}|[a-f0-9]{15})$';
