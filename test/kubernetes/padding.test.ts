import { isPadded, withoutBlanks } from '../../src/kubernetes/padding';

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test('white space is what Unicode calls separators, and the line controls', () => {
  expect(characters.filter((character) => isPadded(`${character}a`))).toEqual(characters.filter((character) => /[\t-\r\u0085\p{Z}]/u.test(character)));
  expect(isPadded('a\u3000')).toBe(true);
  expect(isPadded('a b')).toBe(false);
});

test('blanks are the same but for tabs and line breaks', () => {
  expect(characters.filter((character) => withoutBlanks(`${character}a${character}`) === 'a')).toEqual(characters.filter((character) => /[\u0085\p{Z}]/u.test(character)));
  expect(withoutBlanks(' \u20001 Gi \u3000')).toBe('1 Gi');
});
