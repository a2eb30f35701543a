/** Prints how two tables of fields differ: `npx tsx test/kubernetes/field-difference.ts OLD NEW`, see judge/move. */
import { readFileSync } from 'fs';
import type { FieldTable } from './schema-source';

/** A line for each field that one table has and the other has not, or has otherwise. */
export function fieldDifference(before: FieldTable, after: FieldTable): string[] {
  const kinds = new Set([...Object.keys(before.kinds), ...Object.keys(after.kinds)]);
  return [...kinds].flatMap(kind => {
    const [old, now] = [before, after].map(table => new Map((table.kinds[kind] ?? []).map(({ path, ...traits }) => [path, traits])));
    return [
      ...[...now].filter(([path]) => !old.has(path)).map(([path, traits]) => `+ ${kind} ${path} ${JSON.stringify(traits)}`),
      ...[...old.keys()].filter(path => !now.has(path)).map(path => `- ${kind} ${path}`),
      ...[...now].filter(([path, traits]) => old.has(path) && JSON.stringify(old.get(path)) !== JSON.stringify(traits))
        .map(([path, traits]) => `~ ${kind} ${path} ${JSON.stringify(old.get(path))} -> ${JSON.stringify(traits)}`),
    ];
  });
}

if (require.main === module) {
  const [before, after] = process.argv.slice(2).map(path => JSON.parse(readFileSync(path, 'utf8')) as FieldTable);
  const lines = fieldDifference(before, after);
  console.log([`Kubernetes ${before.kubernetes} -> ${after.kubernetes}: ${lines.length} fields differ`, ...lines].join('\n'));
}
