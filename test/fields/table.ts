import { CONTAINER_SPECIMENS } from './container-specimens';
import { DAEMON_SPECIMENS } from './daemon-specimens';
import { reasonFor } from './exceptions';
import { PLACEMENT_SPECIMENS } from './placement-specimens';
import { pathsIn, Specimen, specOf } from './specimen';
import { VOLUME_SPECIMENS } from './volume-specimens';
import { FieldRow, fieldRows, kubernetesVersion } from '../kubernetes/schema-source';

/** A field of a DaemonSet, and what of the library writes it. */
export interface TypedField {
  readonly row: FieldRow;
  /** The public name that writes it. */
  readonly api?: string;
  /** Why there is none. */
  readonly reason?: string;
}

export const SPECIMENS: readonly Specimen[] = [...DAEMON_SPECIMENS, ...CONTAINER_SPECIMENS, ...PLACEMENT_SPECIMENS, ...VOLUME_SPECIMENS];

/** Every field of a DaemonSet's spec, in the order of Kubernetes. What a specimen writes is typed; nothing else is. */
export function typedFields(): TypedField[] {
  const rows = fieldRows()['apps/v1 DaemonSet'].filter(({ path }) => path.startsWith('spec.'));
  const known = new Set(rows.map(({ path }) => path));
  const written = new Map<string, string>();
  for (const specimen of SPECIMENS) {
    for (const path of pathsIn(specOf(specimen), known, 'spec')) {
      if (!written.has(path)) {
        written.set(path, specimen.api);
      }
    }
  }
  return rows.map(row => ({ row, api: written.get(row.path), reason: reasonFor(row.path) }));
}

/** docs/fields.md */
export function fieldsPage(): string {
  const fields = typedFields();
  const typed = fields.filter(({ api }) => api !== undefined);
  const excepted = fields.filter(({ api, reason }) => api === undefined && reason !== undefined);
  return `# Fields

Every field of a DaemonSet of Kubernetes ${kubernetesVersion()}, from its Go types: which typed prop writes it, or why none does.
The page is written by \`npm run docs\` from programs that use each prop; a test compares it with what they write.
Patches, maps of anything and \`VolumeSource.raw\` do not count. Init containers have the same fields as containers.

| | fields |
|---|---|
| of \`DaemonSetSpec\`, at every depth | ${fields.length} |
| written by a typed prop | ${typed.length} |
| by no prop, with the reason | ${excepted.length} |
| by no prop, without a reason | ${fields.length - typed.length - excepted.length} |

## By no prop

| Field | Reason |
|---|---|
${merged(excepted).map(({ path, reason }) => `| \`${path}\` | ${reason} |`).join('\n')}

## By a typed prop

"Since" is the first minor version that has the field by default, where that is later than 1.28.

| Field | Since | Written by |
|---|---|---|
${typed.filter(({ row }) => !/\binitContainers\[\]/.test(row.path)).map(({ row, api }) => `| \`${shortened(row.path)}\` | ${sinceOf(row)} | \`${api}\` |`).join('\n')}
`;
}

/** Rows below a row with the same reason say nothing new. */
function merged(fields: readonly TypedField[]): { path: string; reason: string }[] {
  const rows: { path: string; reason: string }[] = [];
  for (const { row, reason } of fields) {
    if (!rows.some(above => above.reason === reason && ['.', '[', '{'].some(next => row.path.startsWith(above.path + next)))) {
      rows.push({ path: row.path, reason: reason! });
    }
  }
  return rows.filter(({ path }) => !/\binitContainers\[\]/.test(path)).map(({ path, reason }) => ({ path: shortened(path), reason }));
}

function shortened(path: string): string {
  return path.replace(/^spec\.template\.spec\./, '').replace(/^spec\.template\./, 'template.');
}

function sinceOf({ since, enabled, gate }: FieldRow): string {
  const release = gate === undefined ? since : enabled;
  return release === undefined || Number(release.split('.')[1]) <= 28 ? '' : release;
}
