/** Writes src/kubernetes/release-table.ts from fields.json: `npx tsx test/kubernetes/write-releases.ts`. */
import { writeFileSync } from 'fs';
import { join } from 'path';
import { FieldRow, fieldRows } from './schema-source';

/** The oldest release that the library speaks of. */
const OLDEST = 28;

/** Where one gate stands for two meanings of a field: a container other than a sidecar has the field since it has rules. */
const CORRECTIONS: { readonly [path: string]: number } = { 'spec.template.spec.containers[].restartPolicy': 35 };

/** The text of src/kubernetes/release-table.ts. */
export function releaseModule(): string {
  const listed: { path: string; minor: number }[] = [];
  for (const row of fieldRows()['apps/v1 DaemonSet']) {
    const minor = CORRECTIONS[row.path] ?? minorOf(row);
    const above = listed.find(({ path }) => [`${path}.`, `${path}[`, `${path}{`].some(start => row.path.startsWith(start)));
    if (minor > Math.max(OLDEST, above?.minor ?? 0) && !row.path.includes('ephemeralContainers')) {
      listed.push({ path: row.path, minor });
    }
  }
  const rows = listed.filter(({ minor }) => Number.isFinite(minor)).map(({ path, minor }) => `  ['${path}', ${minor}],`);
  return `// Written by test/kubernetes/write-releases.ts.

/** Fields of a DaemonSet that a cluster of Kubernetes 1.${OLDEST} does not have, and the minor version that has them by default. */
export const RELEASE_TABLE: readonly (readonly [path: string, minor: number])[] = [
${rows.join('\n')}
];
`;
}

/** Infinity where no release has the field by default: it is not newer than a cluster, no cluster has it. */
function minorOf({ since, gate, enabled }: FieldRow): number {
  const release = gate === undefined ? since : enabled;
  return release === undefined ? Infinity : Number(release.split('.')[1]);
}

if (require.main === module) {
  writeFileSync(join(__dirname, '../../src/kubernetes/release-table.ts'), releaseModule());
}
