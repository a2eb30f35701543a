import * as fc from 'fast-check';

/** Texts that a user might type where a name belongs: right ones, nearly right ones, and anything. */
export const word = fc.oneof(
  fc.constantFrom('agent', 'node-1', 'example.com/name', 'a.b', 'Agent_1', '', '-a', 'a-', 'a--b', 'x'.repeat(63), 'x'.repeat(64), 'x'.repeat(254), 'ä'),
  fc.stringMatching(/^[a-zA-Z0-9._/-]{0,20}$/),
  fc.string({ maxLength: 12 }),
);

/** Texts that a user might type where a path belongs. */
export const path = fc.oneof(
  fc.constantFrom('/', '/var/log', '/var/log/', 'var/log', '', '/a/../b', '..', '/a..b', '/run/a.sock', '/with:colon', '/etc/machine-id', '/dev/kmsg'),
  fc.array(fc.stringMatching(/^[a-zA-Z0-9._-]{1,30}$/), { minLength: 1, maxLength: 5 }).map(parts => `/${parts.join('/')}`),
  fc.string({ maxLength: 12 }),
);

/** Numbers around every bound. */
export const number = fc.oneof(
  fc.constantFrom(-1, 0, 1, 100, 101, 255, 256, 600, 65535, 65536, 70000, 2147483647, 2147483648, 0.5, NaN, 0o777, 0o1000),
  fc.integer({ min: -10, max: 70000 }),
);

/** Quantities, right and wrong. */
export const quantity = fc.oneof(
  fc.constantFrom('100m', '1', '1Gi', '0.5', '1e3', '-1', '', '1 Gi', '1GB', 'abc', '1k', '100u'),
  fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.constantFrom('', 'm', 'k', 'Mi', 'Gi', 'x')).map(([n, unit]) => `${n}${unit}`),
);

/** Leaves a field out, or not. */
export function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
