import { CHECKS } from '../../src/analysis/checks/all';
import { NAME } from '../about';
import { didYouMean } from '../nearest';

/** The check of an id, or why there is none. */
export function checkOf(id: string) {
  const check = CHECKS.find(known => known.id === id);
  return check ?? `there is no check '${id}'${didYouMean(id, CHECKS.map(known => known.id)) || `: '${NAME} explain' lists them`}`;
}
