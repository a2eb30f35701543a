import { CHANGE_CHECKS } from '../../src/analysis/changes/all';
import { CheckInfo } from '../../src/analysis/check';
import { CHECKS } from '../../src/analysis/checks/all';
import { Severity } from '../../src/analysis/severity';
import { NAME } from '../about';
import { didYouMean } from '../nearest';

/** Every check that may find something, in the order of their ids, with the severity that it has in manifests. */
export const ALL_CHECKS: readonly CheckInfo[] = [
  ...CHECKS.map(check => check.isDecision ? { ...check, severity: Severity.WARNING } : check),
  ...CHANGE_CHECKS,
].sort((a, b) => a.id < b.id ? -1 : 1);

/** The check of an id, or why there is none. */
export function checkOf(id: string): CheckInfo | string {
  const check = ALL_CHECKS.find(known => known.id === id);
  return check ?? `there is no check '${id}'${didYouMean(id, ALL_CHECKS.map(known => known.id)) || `: '${NAME} explain' lists them`}`;
}
