import * as fc from 'fast-check';
import { Quantity } from '../../src/kubernetes/quantity';

const q = (text: string | number): Quantity => Quantity.parse(text);
const canonical = (text: string): string => q(text).add(Quantity.ZERO).toString();

describe('a quantity in its one spelling', () => {
  test.each([
    ['1', '1'], ['0.1', '100m'], ['0.5', '500m'], ['1.500', '1500m'], ['1000', '1k'], ['1000000', '1M'], ['1e3', '1e3'], ['1E3', '1e3'], ['12e6', '12e6'],
    ['1024Mi', '1Gi'], ['1.5Gi', '1536Mi'], ['0.5Ki', '512'], ['1Ki', '1Ki'], ['1.5Mi', '1536Ki'], ['0.5Mi', '512Ki'], ['100m', '100m'], ['1000m', '1'],
    ['0', '0'], ['0Gi', '0'], ['-1', '-1'], ['+1', '1'], ['.5', '500m'], ['5.', '5'], ['00010', '10'], ['1n', '1n'], ['1u', '1u'],
    ['0.0000000001', '1n'], ['1.0000000001', '1000000001n'], ['100Ki', '100Ki'], ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775808', '9223372036854775808'], ['16Ei', '9223372036854775807'],
  ])('%s is %s', (text, expected) => expect(canonical(text)).toBe(expected));
});

describe('no quantity', () => {
  test.each(['', '1.2.3', '1kk', '1 Gi', '1K', '1gi', '1e', '1e1.5', '1mi', 'x', '--1', '0x1', '1,5'])('is %j', (text) => {
    expect(typeof Quantity.read(text)).toBe('string');
  });
});

test('a text without digits is zero, as strange as it looks', () => expect(['.', 'k', '.m'].map((text) => q(text).isZero())).toEqual([true, true, true]));

test('blanks around a quantity in JSON do not count', () => expect(q(' 1Gi ').compare(q('1Gi'))).toBe(0));

test('the API server gives plain texts back as they came', () => {
  expect(['1024Mi', '0.5', '1000m', '1.5Gi', '1500m'].map((text) => q(text).toString())).toEqual(['1Gi', '500m', '1', '1536Mi', '1500m']);
});

test('amounts compare whatever their texts', () => {
  expect(q('1Gi').compare(q('1073741824'))).toBe(0);
  expect(q('1').compare(q('1001m'))).toBeLessThan(0);
  expect(q('1k').compare(q('1'))).toBeGreaterThan(0);
  expect(q('0').isZero()).toBe(true);
  expect(q('-1n').isNegative()).toBe(true);
});

test('a sum is written like its first part', () => {
  expect(q('1Gi').add(q('1')).toString()).toBe('1073741825');
  expect(q('1Gi').add(q('1Gi')).toString()).toBe('2Gi');
  expect(q('100m').add(q('1')).toString()).toBe('1100m');
});

test('values are rounded up', () => {
  expect([q('1m').value(), q('1500m').value(), q('1u').milliValue(), q('-1500m').value()]).toEqual([1n, 2n, 1n, -2n]);
  expect(q('1u').roundedToMilli().toString()).toBe('1m');
});

test('only whole amounts are integers', () => {
  expect(['1', '1k', '1000m', '0.5Ki', '1500m', '1u'].map((text) => q(text).isInteger())).toEqual([true, true, true, true, false, false]);
});

describe('for all quantities', () => {
  const texts = fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'Ki', 'Mi', 'Gi', 'Ti', 'e3', 'e-3')).map((parts) => parts.join(''));

  test('the one spelling means the same amount and is its own', () => {
    fc.assert(fc.property(texts, (text) => q(canonical(text)).compare(q(text)) === 0 && canonical(canonical(text)) === canonical(text)));
  });

  test('a sum does not depend on the order', () => {
    fc.assert(fc.property(texts, texts, (a, b) => q(a).add(q(b)).compare(q(b).add(q(a))) === 0));
  });

  test('comparison is an order', () => {
    fc.assert(fc.property(texts, texts, (a, b) => Math.sign(q(a).compare(q(b))) === -Math.sign(q(b).compare(q(a)))));
  });
});
