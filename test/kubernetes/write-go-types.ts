/**
 * Writes go-types.json: the Go struct behind every object of fields.json, and what each of its fields becomes in JSON
 * when it is zero. That is what fields.json does not tell, and what decides whether `false` and absence are the same.
 *
 * `npx tsx test/kubernetes/write-go-types.ts`, when Kubernetes changes. Needs the Go module cache.
 */
import { execFileSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

interface GoField { name: string; type: string; always: boolean }

const ROOTS = [
  'apps/v1 DaemonSet', 'core/v1 ConfigMap', 'core/v1 ServiceAccount', 'core/v1 Service', 'core/v1 Namespace',
  'rbac/v1 Role', 'rbac/v1 ClusterRole', 'rbac/v1 RoleBinding', 'rbac/v1 ClusterRoleBinding', 'networking/v1 NetworkPolicy',
];
const SCALARS: Record<string, string> = {
  'string': 'string',
  'bool': 'bool',
  'int32': 'int32',
  'int64': 'int64',
  'byte': 'byte',
  'resource.Quantity': 'Quantity',
  'intstr.IntOrString': 'IntOrString',
  'metav1.Time': 'Time',
  'Time': 'Time',
  'types.UID': 'string',
  'ManagedFieldsEntry': 'any',
};
const PACKAGES: Record<string, string> = { v1: 'core/v1', metav1: 'meta/v1' };

const here = __dirname;
const { kubernetes } = JSON.parse(readFileSync(join(here, 'judge/fields.json'), 'utf8')) as { kubernetes: string };
const version = `v0.${kubernetes.split('.').slice(1).join('.')}`;
const modules = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();

const sources = new Map<string, string>();
function source(pkg: string): string {
  const path = pkg === 'meta/v1' ? `k8s.io/apimachinery@${version}/pkg/apis/meta/v1` : `k8s.io/api@${version}/${pkg}`;
  if (!sources.has(pkg)) { sources.set(pkg, readFileSync(join(modules, path, 'types.go'), 'utf8')); }
  return sources.get(pkg)!;
}

/** The text after `type Name`, up to the end of the struct. */
function declaration(pkg: string, name: string): string | undefined {
  const found = new RegExp(`^type ${name} (struct \\{[^]*?^\\}|.*$)`, 'm').exec(source(pkg));
  return found?.[1];
}

const types: Record<string, Record<string, string>> = {};
const packageOf = new Map<string, string>();

/** Resolves a Go type expression: scalars by their own name, structs by theirs. */
function resolve(pkg: string, expression: string): string {
  if (expression.startsWith('*')) { return `*${resolve(pkg, expression.slice(1))}`; }
  if (expression === '[]byte') { return 'bytes'; }
  if (expression.startsWith('[]')) { return `[]${resolve(pkg, expression.slice(2))}`; }
  const map = /^map\[\w+\](.*)$/.exec(expression);
  if (map) { return `{}${resolve(pkg, map[1])}`; }
  if (SCALARS[expression]) { return SCALARS[expression]; }
  const [, alias, name] = /^(?:(\w+)\.)?(\w+)$/.exec(expression)!;
  const home = alias ? PACKAGES[alias] : pkg;
  const declared = declaration(home, name);
  if (declared === undefined) { throw new Error(`no ${expression} in ${home}`); }
  if (!declared.startsWith('struct')) { return resolve(home, declared.replace(/^=\s*/, '').trim()); }
  if (packageOf.get(name) !== undefined && packageOf.get(name) !== home) { throw new Error(`two types named ${name}`); }
  if (!packageOf.has(name)) {
    packageOf.set(name, home);
    types[name] = {};
    for (const field of fields(home, declared)) { types[name][field.name] = `${field.type}${field.always ? ' always' : ''}`; }
  }
  return name;
}

function fields(pkg: string, struct: string): GoField[] {
  const all: GoField[] = [];
  for (const line of struct.split('\n')) {
    const match = /^\t(?:(\w+)\s+)?([\w.*[\]]+)\s+`json:"([^"]*)"/.exec(line);
    if (!match) { continue; }
    const [, , expression, tag] = match;
    const [name, ...options] = tag.split(',');
    if (name === '') {
      const [alias, inner] = expression.includes('.') ? expression.split('.') : [undefined, expression];
      const home = alias ? PACKAGES[alias] : pkg;
      all.push(...fields(home, declaration(home, inner)!));
    } else if (name === 'status') {
      all.push({ name, type: 'any', always: false });
    } else {
      all.push({ name, type: resolve(pkg, expression), always: !options.includes('omitempty') && !options.includes('omitzero') });
    }
  }
  return all;
}

for (const root of ROOTS) {
  const [pkg, name] = root.split(' ');
  resolve(pkg, name);
}
const lines = Object.entries(types).sort(([a], [b]) => a < b ? -1 : 1)
  .map(([name, members]) => `${JSON.stringify(name)}: ${JSON.stringify(members)}`);
writeFileSync(join(here, 'go-types.json'), `{\n"kubernetes": "${kubernetes}",\n"types": {\n${lines.join(',\n')}\n}\n}\n`);
