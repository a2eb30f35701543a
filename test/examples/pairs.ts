import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { manifests } from './example';
import { ROWS } from './rows';
import { digestOf } from '../kubernetes/verdicts/verdict';

/** Two DaemonSets that the judge compares. */
export interface Pair { readonly row: string; readonly a: unknown; readonly b: unknown }

/** What it says of them: equal after defaulting; whether one would replace the pods of the other. */
export interface Comparison { readonly row: string; readonly pair: string; readonly identical: boolean; readonly rollout: boolean }

export const COMPARISONS = join(__dirname, '__verdicts__', 'pairs.yaml');

/** What tutorial-rows.test.ts compares: each row with its tutorial, and row L3 with itself after the change. */
export function pairs(): Pair[] {
  const of = (example: string, file: string): unknown => manifests(example, `${file}.k8s.yaml`)[0];
  return [
    ...ROWS.map(([row, example, file, tutorial]) => ({ row, a: asDaemonSet(of(example, file)), b: asDaemonSet(tutorial) })),
    { row: 'L3 before and after', a: of('l3-rollout', 'tutorial-before'), b: of('l3-rollout', 'tutorial-after') },
  ];
}

/** A client with its pods and selector under the kind that is compared: Kubernetes takes the pods of a Deployment and of a DaemonSet in the same way. */
export function asDaemonSet(manifest: any): any {
  const { kind, spec: { selector, template } } = manifest;
  return kind === 'Deployment' ? { ...manifest, kind: 'DaemonSet', spec: { selector, template } } : manifest;
}

/** Names a pair by its content. */
export function pairOf(a: unknown, b: unknown): string {
  return digestOf([a, b]);
}

/** The judge's answer as it is kept, found by content. */
export function comparisonOf(a: unknown, b: unknown): Comparison {
  const all = existsSync(COMPARISONS) ? parse(readFileSync(COMPARISONS, 'utf8')) as Comparison[] : [];
  const found = all.find(({ pair }) => pair === pairOf(a, b));
  if (found === undefined) { throw new Error('nobody asked Kubernetes whether these are identical:\n  npm run judge:update'); }
  return found;
}
