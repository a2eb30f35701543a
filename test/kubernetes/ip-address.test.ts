import type { FieldError } from '../../src/kubernetes/field-error';
import { FieldPath } from '../../src/kubernetes/field-path';
import { formatIp, parseIp, validateIp } from '../../src/kubernetes/ip-address';

function problems(text: string): string[] {
  const errors: FieldError[] = [];
  validateIp(text, FieldPath.root('ip'), errors);
  return errors.map(({ detail }) => detail);
}

describe('an IP address', () => {
  test.each(['10.0.0.1', '::', '::1', 'fe80::1', '2001:DB8::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:1.2.3.4'])('may be %s', (text) => expect(problems(text)).toEqual([]));
  test.each(['', 'localhost', '1.2.3', '1.2.3.256', '1.2.3.4.5', ':', ':::', '1::2::3', '12345::', 'fe80::1%eth0', '1:2:3:4:5:6:7', '::1.2.3'])(
    'may not be %j', (text) => expect(problems(text)).toEqual(['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']));
  test('has no leading zeros', () => expect(problems('010.0.0.1')).toEqual(['must not have leading 0s']));
  test('is not IPv4 in the guise of IPv6', () => expect(problems('::ffff:1.2.3.4')).toEqual(['must not be an IPv4-mapped IPv6 address']));
});

describe('the one spelling of an address', () => {
  test.each([
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'], ['0:0:0:0:0:0:0:0', '::'], ['1:0:0:2:0:0:0:3', '1:0:0:2::3'], ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['010.001.0.0', '10.1.0.0'], ['::ffff:1.2.3.4', '1.2.3.4'], ['1:0:0:0::', '1::'],
  ])('of %s is %s', (text, canonical) => expect(formatIp(parseIp(text)!)).toBe(canonical));
});
