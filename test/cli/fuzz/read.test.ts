import * as fc from 'fast-check';
import { assertReads, damagedFiles } from './read';

test('any damaged file is read, or refused in one line', () => {
  fc.assert(fc.property(damagedFiles(), assertReads), { numRuns: 300, seed: 1, endOnFailure: true });
});
