import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acknowledgedIn } from '../analysis/acknowledgements';
import { CHANGE_CHECKS } from '../analysis/changes/all';
import { CHECKS } from '../analysis/checks/all';
import { Acknowledgement } from '../host/acknowledgement';
import { invalid } from '../host/invalid';

/** Reasons by the id of the check. */
export type Reasons = ReadonlyMap<string, string>;

const IDS = new Set([...CHECKS, ...CHANGE_CHECKS].filter(({ acknowledgeable }) => acknowledgeable).map(({ id }) => id));
const NONE: Reasons = new Map();
const OF_SCOPES = new WeakMap<IConstruct, Map<string, string>>();

/** The reasons of acknowledgements; the later of two with one id counts. */
export function reasonsOf(acknowledged: readonly Acknowledgement[]): Reasons {
  for (const { id, reason } of acknowledged) {
    if (!IDS.has(id)) {
      throw invalid('id of an acknowledgement', 'that of a check that can be accepted', id, 'docs/checks.md lists them');
    }
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw invalid(`reason for accepting ${id}`, 'given', reason);
    }
  }
  return acknowledged.length === 0 ? NONE : new Map(acknowledged.map(({ id, reason }) => [id, reason]));
}

/** Remembers what was accepted for everything below a scope. */
export function acceptBelow(scope: IConstruct, reasons: Reasons): void {
  OF_SCOPES.set(scope, new Map([...OF_SCOPES.get(scope) ?? [], ...reasons]));
}

/** What was accepted for a construct, by itself and the scopes above it; the nearer one counts. */
export function acceptedFor(construct: IConstruct): Reasons {
  const { scope } = construct.node;
  return new Map([...scope === undefined ? [] : acceptedFor(scope), ...OF_SCOPES.get(construct) ?? []]);
}

/** The text of the annotation that tells every reader of the manifest what was accepted, and why. */
export function annotationText(reasons: Reasons): string {
  return JSON.stringify(Object.fromEntries([...reasons].sort(([a], [b]) => a < b ? -1 : 1)));
}

/** Whether a daemon, or a scope above it, accepted what a check finds. */
export function accepts({ metadata }: ApiObject, id: string): boolean {
  return id in acknowledgedIn({ metadata: metadata.toJson() });
}
