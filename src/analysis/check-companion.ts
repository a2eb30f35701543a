import { textAt } from './loose';
import { Severity } from './severity';
import { admitCompanion } from '../kubernetes/companion-admission';
import type { Companion } from '../kubernetes/decode';
import { renderError } from '../kubernetes/field-error';

/** The kinds beside a DaemonSet that can be judged, and their API. */
const COMPANIONS: { readonly [kind in Companion]: string } = {
  ConfigMap: 'v1',
  Namespace: 'v1',
  Service: 'v1',
  ServiceAccount: 'v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
};

/** What the API server refuses of another object. */
export interface CompanionFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly acknowledgeable: boolean;
  readonly message: string;
  readonly field: string;
}

/** What the API server refuses of an object beside daemons; nothing of kinds that are not judged. */
export function checkCompanion(manifest: any): CompanionFinding[] {
  const kind = manifest?.kind as Companion;
  if (!Object.hasOwn(COMPANIONS, kind) || manifest.apiVersion !== COMPANIONS[kind]) {
    return [];
  }
  const { problems, errors } = admitCompanion(kind, manifest, { allowUnknown: true });
  const object = `${kind} '${textAt(manifest, 'metadata', 'name') ?? ''}'`;
  const finding = (field: string, message: string) => ({ id: 'ND101', severity: Severity.ERROR, acknowledgeable: false, field, message });
  return [
    ...problems.map(({ field, detail }) => finding(field, `the API server cannot read ${field} of ${object}: ${detail}`)),
    ...errors.map(error => finding(error.field, `the API server refuses ${object}: ${renderError(error)}`)),
  ];
}
