import { labelValue, qualifiedName } from '../../src/kubernetes/label-format';

describe('a label key', () => {
  test.each(['a', 'A.b_c-d', 'example.com/a', '1', `${'a'.repeat(253)}/b`])('may be %s', (key) => expect(qualifiedName(key)).toEqual([]));
  test('has a name', () => expect(qualifiedName('example.com/')).toContain('name part must be non-empty'));
  test('has a prefix if it has a slash', () => expect(qualifiedName('/a')).toContain('prefix part must be non-empty'));
  test('has one slash at most', () => expect(qualifiedName('a/b/c')).toHaveLength(1));
  test('has a name of 63 bytes at most', () => expect(qualifiedName('a'.repeat(64))).toEqual(['name part must be no more than 63 bytes']));
  test('has a DNS name for a prefix', () => expect(qualifiedName('A/b')).toHaveLength(1));
});

describe('a label value', () => {
  test.each(['', 'a', 'A.b_c', '1'])('may be %j', (value) => expect(labelValue(value)).toEqual([]));
  test.each(['-', 'a-', 'a b', 'ä', '/'])('may not be %s', (value) => expect(labelValue(value)).toHaveLength(1));
  test('has 63 bytes at most', () => expect(labelValue('a'.repeat(64))).toEqual(['must be no more than 63 bytes']));
});
