import { shellTokens } from '../../src/analysis/shell-tokens';

const words = (script: string) => shellTokens(script).map(({ text }) => text);

test.each<[string, string[]]>([
  ['echo "a b"  \'c d\' e\\ f', ['echo', 'a b', 'c d', 'e f']],
  ['a>>b 2>/dev/null', ['a', '>>', 'b', '>', '/dev/null']],
  ['echo x >> \\ /var/log/x', ['echo', 'x', '>>', ' /var/log/x']],
  ['a \\\n  b # comment > c\nd', ['a', 'b', '\n', 'd']],
  ['echo "\\$a" \'>\' ">"', ['echo', '$a', '>', '>']],
  ['a && b || c; d | e &', ['a', '&&', 'b', '||', 'c', ';', 'd', '|', 'e', '&']],
  ['[[ $a > 5 ]] && (( a > 5 ))', ['&&']],
  ['echo $((a > 5)) $(b > c) `b > c` ${d:->}', ['echo', '', '', '', '']],
  ['cat <<EOF > /a\nx > y\nEOF\nb', ['cat', '<<', 'EOF', '>', '/a', '\n', '\n', 'b']],
  ['a\u00a0"unclosed', ['a', '"unclosed']],
])('%j', (script, expected) => {
  expect(words(script)).toEqual(expected);
});

test('of a word is known what stands before a variable', () => {
  expect(shellTokens('/var/log/$HOSTNAME.log "/a/${b}c" /d').map(({ text, isLiteral }) => [text, isLiteral])).toEqual([
    ['/var/log/', false], ['/a/', false], ['/d', true],
  ]);
});
