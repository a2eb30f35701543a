import { CHECK_IDS } from '../analysis/check-ids';
import { Acknowledgement } from '../host/acknowledgement';
import { invalid } from '../host/invalid';

/** The annotation that tells every reader of the manifest what was accepted, and why. */
export function acknowledgedAnnotation(acknowledged: readonly Acknowledgement[]): { [name: string]: string } {
  for (const { id, reason } of acknowledged) {
    if (!CHECK_IDS.has(id)) {
      throw invalid('id of an acknowledgement', `one of ${[...CHECK_IDS].join(', ')}`, id);
    }
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw invalid(`reason for accepting ${id}`, 'given', reason);
    }
  }
  const reasons = Object.fromEntries(acknowledged.map(({ id, reason }) => [id, reason]));
  return acknowledged.length === 0 ? {} : { 'cdk8s-node-daemons/acknowledged': JSON.stringify(reasons) };
}
