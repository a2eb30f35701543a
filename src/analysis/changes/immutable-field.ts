import { ChangeCheck } from './change-check';
import { Problem } from '../check';
import { valueAt } from '../loose';
import { Severity } from '../severity';

/** Fields that no update changes, by kind. The server keeps what one of the manifests leaves out where `isKept`, and fills in `otherwise`. */
const FIXED: Readonly<Record<string, readonly { readonly path: readonly string[]; readonly isKept?: boolean; readonly otherwise?: unknown }[]>> = {
  CSIDriver: [{ path: ['spec', 'attachRequired'], otherwise: true }, { path: ['spec', 'volumeLifecycleModes'], otherwise: ['Persistent'] }],
  DaemonSet: [{ path: ['spec', 'selector'] }],
  RoleBinding: [{ path: ['roleRef'] }],
  ClusterRoleBinding: [{ path: ['roleRef'] }],
  Service: [{ path: ['spec', 'clusterIP'], isKept: true }],
};

/** ND701 */
export const immutableField: ChangeCheck = {
  id: 'ND701',
  severity: Severity.ERROR,
  title: 'A field changed that no update may change',
  text: '`kubectl apply` is refused, and a GitOps tool keeps failing to sync, until the old object is deleted. Give the new object another name, or delete '
    + 'the old one first: `kubectl delete daemonset NAME --cascade=orphan` leaves its pods, and the next DaemonSet adopts those that its selector matches.',
  acknowledgeable: true,
  judge(before, after) {
    const problems: Problem[] = (FIXED[after.kind] ?? [])
      .filter(({ path, isKept, otherwise }) => {
        const [old, now] = [before, after].map(manifest => valueAt(manifest, ...path) ?? otherwise);
        return !(isKept && (!old || !now)) && !isSame(old, now);
      })
      .map(({ path }) => ({ field: path.join('.'), message: `${path.join('.')} of a ${after.kind} cannot change: keep it, or give the new object another name` }));
    return [...problems, ...frozen(before, after)];
  },
};

/** A ConfigMap or Secret that said that it is immutable. */
function frozen(before: any, after: any): Problem[] {
  if (!['ConfigMap', 'Secret'].includes(after.kind) || before.immutable !== true) {
    return [];
  }
  return ['data', 'binaryData', 'stringData', 'immutable'].filter(field => !isSame(before[field], after[field])).map(field => ({
    field, message: `${field} of an immutable ${after.kind} cannot change: give the new object another name, and use that in the pods`,
  }));
}

function isSame(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => typeof member === 'object' && member !== null && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).filter(([, one]) => one !== null).sort(([a], [b]) => a < b ? -1 : 1))
    : member) ?? '';
}
