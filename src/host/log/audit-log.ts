/** Where kubeadm's documentation puts the audit log: https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/ */
export const AUDIT_LOG = '/var/log/kubernetes/audit/audit.log';
