import { LocatedFinding } from '../check/report';

/** What makes a finding the same one when lines have moved. */
export function fingerprint({ id, object, field, message, file }: LocatedFinding): string {
  // Loading it takes as long as a check, and most formats need none.
  return process.getBuiltinModule('crypto').createHash('sha256').update(JSON.stringify([id, object, field, message, file])).digest('hex').slice(0, 32);
}
