import { readTimestamp } from '../../src/kubernetes/timestamp';

describe('a time', () => {
  test.each([
    ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
    ['2024-01-01T02:00:00.5+02:00', '2024-01-01T00:00:00Z'],
    ['2024-02-29T23:59:59-01:30', '2024-03-01T01:29:59Z'],
  ])('%s comes back as %s', (text, utc) => expect(readTimestamp(text)).toBe(utc));
  test.each(['', '2024-01-01', '2023-02-29T00:00:00Z', '2024-13-01T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01T00:00:60Z', '2024-01-01 00:00:00Z'])(
    'is not %j', (text) => expect(readTimestamp(text)).toBeUndefined());
});
