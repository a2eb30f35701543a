import { ACKNOWLEDGED } from '../analysis/acknowledgements';
import { CHECKS } from '../analysis/checks/all';
import { Acknowledgement } from '../host/acknowledgement';
import { invalid } from '../host/invalid';

/** Ids of the checks that may be accepted. */
const IDS: ReadonlySet<string> = new Set(CHECKS.filter(({ acknowledgeable }) => acknowledgeable).map(({ id }) => id));

/** The annotation that tells every reader of the manifest what was accepted, and why. */
export function acknowledgedAnnotation(acknowledged: readonly Acknowledgement[]): { [name: string]: string } {
  for (const { id, reason } of acknowledged) {
    if (!IDS.has(id)) {
      throw invalid('id of an acknowledgement', 'that of a check that can be accepted', id, 'docs/checks.md lists them');
    }
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw invalid(`reason for accepting ${id}`, 'given', reason);
    }
  }
  const reasons = Object.fromEntries(acknowledged.map(({ id, reason }) => [id, reason]));
  return acknowledged.length === 0 ? {} : { [ACKNOWLEDGED]: JSON.stringify(reasons) };
}
