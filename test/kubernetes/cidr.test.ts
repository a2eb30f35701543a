import { isStrictlyWithin, validateCidr } from '../../src/kubernetes/cidr';
import type { FieldError } from '../../src/kubernetes/field-error';
import { FieldPath } from '../../src/kubernetes/field-path';

describe('a range of addresses', () => {
  test.each([
    ['10.0.0.0/8', []],
    ['0.0.0.0/0', []],
    ['2001:db8::/64', []],
    ['10.0.0.0', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
    ['10.0.0.0/33', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
    ['::/129', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
    ['10.0.0.0/08', ['must not have leading 0s in IP or prefix length']],
    ['010.0.0.0/8', ['must not have leading 0s in IP or prefix length']],
    ['::ffff:10.0.0.0/104', ['must not have an IPv4-mapped IPv6 address']],
    ['10.0.0.1/8', ['must not have bits set beyond the prefix length']],
  ])('%s', (text, messages) => {
    const errors: FieldError[] = [];
    validateCidr(text, FieldPath.root('range'), errors);
    expect(errors.map(({ detail }) => detail)).toEqual(messages);
  });
});

test.each<[string, string, boolean]>([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['2001:db8:1::/48', '2001:db8::/32', true],
  ['10.0.0.0/8', '::/0', false],
  ['::1/128', '0.0.0.0/0', false],
  ['::ffff:10.1.0.0/112', '10.0.0.0/8', true],
  ['a', '10.0.0.0/8', false],
])('%s within %s: %s', (inner, outer, expected) => expect(isStrictlyWithin(inner, outer)).toBe(expected));
