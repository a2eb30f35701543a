import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Analysis } from '../../src/analysis/analysis';
import type { AnalysisOptions } from '../../src/analysis/analysis-options';
import { CHANGE_CHECKS } from '../../src/analysis/changes/all';
import type { CheckInfo } from '../../src/analysis/check';
import { CHECKS } from '../../src/analysis/checks/all';
import type { Finding } from '../../src/analysis/finding';

/** Every check, in the order of their ids. */
export const ALL_CHECKS: readonly CheckInfo[] = [...CHECKS, ...CHANGE_CHECKS].sort((a, b) => a.id < b.id ? -1 : 1);

/** Manifests that a check fails on, what it says of them, and the manifests that are right. */
export interface CheckExample {
  readonly fails: any[];
  readonly messages: string[];
  readonly holds: any[];
  readonly options?: AnalysisOptions;
}

/** The example of a check, from `checks/<id>.yaml`; nothing where there is none. */
export function exampleOf(id: string): CheckExample | undefined {
  const file = join(__dirname, 'checks', `${id}.yaml`);
  return existsSync(file) ? parse(readFileSync(file, 'utf8'), { maxAliasCount: -1, merge: true }) as CheckExample : undefined;
}

/** The findings of one check about manifests. */
export function findingsOf(id: string, manifests: any[], options?: AnalysisOptions): Finding[] {
  return Analysis.of(manifests, options).findings.filter(finding => finding.id === id);
}
