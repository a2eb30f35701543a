import { createHash } from 'crypto';
import { LocatedFinding } from '../check/report';

/** What makes a finding the same one when lines have moved. */
export function fingerprint({ id, object, field, message, file }: LocatedFinding): string {
  return createHash('sha256').update(JSON.stringify([id, object, field, message, file])).digest('hex').slice(0, 32);
}
