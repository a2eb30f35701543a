import { readFileSync } from 'fs';
import { join } from 'path';

/** One row of the judge's list of fields. */
export interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly since: string;
  readonly gate?: string;
  readonly enabled?: string;
  readonly list?: string;
}

/** The judge's list of fields. */
export interface FieldTable { readonly kubernetes: string; readonly kinds: Readonly<Record<string, readonly FieldRow[]>> }

/** The rows of every kind, by names such as `apps/v1 DaemonSet`. */
export function fieldRows(): Record<string, FieldRow[]> {
  return read<{ kinds: Record<string, FieldRow[]> }>('judge/fields.json').kinds;
}

/** The Go structs by name: field → type, `always` when it is written even as zero. */
export function goTypes(): Record<string, Record<string, string>> {
  return read<{ types: Record<string, Record<string, string>> }>('go-types.json').types;
}

/** The kinds that the library decodes, and the Go struct of each. */
export const KINDS: Record<string, string> = {
  'apps/v1 DaemonSet': 'DaemonSet',
  'v1 ConfigMap': 'ConfigMap',
  'v1 ServiceAccount': 'ServiceAccount',
  'v1 Service': 'Service',
  'v1 Namespace': 'Namespace',
  'rbac.authorization.k8s.io/v1 Role': 'Role',
  'rbac.authorization.k8s.io/v1 ClusterRole': 'ClusterRole',
  'rbac.authorization.k8s.io/v1 RoleBinding': 'RoleBinding',
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': 'ClusterRoleBinding',
  'networking.k8s.io/v1 NetworkPolicy': 'NetworkPolicy',
};

/** What the server alone writes; the list of fields leaves it out. */
export function isServers(path: string): boolean {
  return path === 'status' || path.endsWith('metadata.managedFields') || path.includes('metadata.managedFields[');
}

/** Every path of a Go struct with the name that the list of fields gives its type. */
export function goPaths(name: string, types = goTypes()): Map<string, string> {
  const paths = new Map<string, string>();
  walk(name, '', types, paths);
  return paths;
}

const NAMES: Record<string, string> = { Quantity: 'quantity', IntOrString: 'intOrString', Time: 'time' };

function walk(name: string, prefix: string, types: Record<string, Record<string, string>>, paths: Map<string, string>): void {
  for (const [field, text] of Object.entries(types[name])) {
    const path = prefix === '' ? field : `${prefix}.${field}`;
    let type = text.replace(/ always$/, '').replace(/^\*/, '');
    let at = path;
    for (const [mark, suffix, kind] of [['[]', '[]', 'list'], ['{}', '{}', 'map']]) {
      if (type.startsWith(mark)) {
        paths.set(path, kind);
        at += suffix;
        type = type.slice(2);
      }
    }
    if (types[type] === undefined) {
      paths.set(at, NAMES[type] ?? type);
    } else {
      if (at === path) { paths.set(path, 'object'); }
      walk(type, at, types, paths);
    }
  }
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;
}

/** The release that the list of fields describes. */
export function kubernetesVersion(): string {
  return read<{ kubernetes: string }>('judge/fields.json').kubernetes;
}
