import type { Finding } from './check';
import { finding } from './check';
import type { SecuredPod } from './secured-pod';

/** Shares no namespace with the node. */
export function hostNamespaces({ spec }: SecuredPod): Finding | undefined {
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field]);
  return finding(shared.map((field) => ({ field: `spec.${field}` })), 'host namespaces', () => shared.map((field) => `${field}=true`).join(', '));
}
