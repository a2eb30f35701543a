import * as fc from 'fast-check';

export const NUMBERS = [
  '0', '-0', '+0', '1', '010', '-010', '08', '0o10', '0O7', '0o8', '0x1F', '-0x1f', '0X_1f', '0x', '0b101', '-0b11', '0B1', '0b2', '0b-1', '0b+1', '1_000', '_1', '1__0', '1_',
  '9007199254740993', '9223372036854775807', '9223372036854775808', '-9223372036854775809', '18446744073709551615', '18446744073709551616', '+9223372036854775808',
  '0xFFFFFFFFFFFFFFFFF', '1e3', '1E+3', '1e-7', '1e400', '1.', '1.5', '.5', '-.5', '+.5', '.', '._5', '.5_0', '.5e3', '1_0.5', '1.0', '1e6', '1234567.0', '0.00001', '1e21', '-0.0',
];
export const WORDS = [
  'y', 'Y', 'n', 'N', 'yes', 'Yes', 'YES', 'yEs', 'no', 'on', 'Off', 'true', 'True', 'TRUE', 'tRUE', 'false', '~', 'null', 'Null', 'NULL', 'nUll', '.nan', '.NaN', '.inf', '-.inf', '+.Inf', '.Infinity',
  'NaN', '2001-12-14', '2001-12-14T21:59:43Z', '2001-12-14 21:59:43.10 -5', '1:30', '190:20:30', '22:22', '12e03', '1.2.3', '10%', '100m', '1Gi', '<<', '=', '-', '--x', '-x', '?x', ':x', 'a:b', 'a#b',
  'a: b', 'a #b', '@a', '`a', '%a', '!a', '&a', '*a', '|', '>', 'x,y', 'x]', '{', '}', '[', '', 'é', '日本', 'a  b', 'a\tb', '...', '---', '- a', '? a', '"', '\'', 'a:', ':a', 'a?b', '/x/*', '$(A)', '{{ x }}',
];
export const QUOTED = [
  '""', '\'\'', '"a"', '\'a\'', '"010"', '\'yes\'', '"a\\nb"', '"\\u00e9\\x41\\t\\\\"', '"\\/"', '"\\q"', '\'it\'\'s\'', '"a" b', '"a"#c', '"a" #c', '"\\ud83d\\ude00"', '"\\U0001F600"',
  '\'a\\n\'', '"# no"', '"a: b"', '\'- a\'', '"\\e\\0\\N\\_\\L"', '"unclosed', '\'unclosed', '"\\"', '"a\\\tb"',
];
export const TAGS = ['!!str ', '!!int ', '!!float ', '!!bool ', '!!null ', '!!binary ', '!!timestamp ', '!!map ', '!!seq ', '!!set ', '! ', '!own ', '!!own ', '!<tag:yaml.org,2002:str> ', '&a ', '&b ', '&a !!str ', '!!merge '];
export const KEYS = ['a', 'b', 'c', 'kind', 'app.kubernetes.io/name', 'y', 'no', '1', '010', '1.5', '1e6', '~', '"a"', '\'b\'', '? a', '<<', '*a ', '2001-01-01', '[a]', '{a: b}', '', 'a b', '-a', '"<<"', '.inf', '0x10', '!!str 1'];
const BLOCKS = ['|', '|-', '|+', '>', '>-', '>+', '|2', '|1-', '>1', '| # c', '|x', '|0'];
const ENDS = ['', '', '', '', ' ', ' # comment', '\t', ' #', '#x'];

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

function scalars(): fc.Arbitrary<string> {
  const numeric = fc.array(fc.constantFrom(...'0011789._+-eExob:_'), { minLength: 1, maxLength: 7 }).map((list) => list.join(''));
  return fc.tuple(
    fc.oneof(often(8, fc.constant('')), often(1, fc.constantFrom(...TAGS))),
    fc.oneof(often(3, fc.constantFrom(...NUMBERS)), often(3, fc.constantFrom(...WORDS)), often(2, fc.constantFrom(...QUOTED)), often(2, numeric), often(2, fc.constantFrom('a', 'word', 'x-y'))),
  ).map((parts) => parts.join(''));
}

function flows(): fc.Arbitrary<string> {
  const { flow } = fc.letrec<{ flow: string; item: string }>((tie) => ({
    item: fc.oneof(often(4, scalars()), often(1, tie('flow'))),
    flow: fc.oneof(
      fc.array(tie('item'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.array(fc.tuple(fc.constantFrom(...KEYS, '"j"'), fc.constantFrom(': ', ': ', ':', ' : '), tie('item')).map((parts) => parts.join('')), { maxLength: 3 }).map((items) => `{${items.join(', ')}}`),
    ),
  }));
  return flow;
}

/** Lines of a block, without the indentation of where they will stand. */
function blocks(): fc.Arbitrary<string[]> {
  const inline = fc.tuple(fc.oneof(often(5, scalars()), often(1, flows()), often(1, fc.constantFrom('*a', '*b'))), fc.constantFrom(...ENDS)).map((parts) => parts.join(''));
  const key = fc.oneof(often(4, fc.constantFrom('a', 'b', 'c', 'd', 'kind')), often(1, fc.constantFrom(...KEYS)));
  const indent = fc.constantFrom(0, 1, 2, 2, 2, 4);
  const text = fc.tuple(fc.constantFrom(...BLOCKS), fc.array(fc.constantFrom('a', 'b c', '', ' d', '# x', 'k: v', '- x', '  '), { maxLength: 4 }), fc.constantFrom(1, 2, 2));
  const { block } = fc.letrec<{ block: string[]; member: string[]; entry: string[] }>((tie) => ({
    member: fc.oneof(
      often(5, fc.tuple(key, inline).map(([name, value]) => [`${name}: ${value}`])),
      often(2, fc.tuple(key, fc.constantFrom('', '', '', ' ', ' # c', ' &a', ' &b', ' !!map'), tie('block'), indent).map(([name, after, lines, by]) => [`${name}:${after}`, ...indented(lines, by)])),
      often(1, fc.tuple(key, text).map(([name, [header, lines, by]]) => [`${name}: ${header}`, ...indented(lines, by)])),
      often(1, fc.tuple(key, inline, fc.constantFrom('more', 'é', '"q"', '# c', 'k: v'), fc.constantFrom(0, 1, 2)).map(([name, value, more, by]) => [`${name}: ${value}`, ...indented([more], by)])),
    ),
    entry: fc.oneof(
      often(3, inline.map((value) => [`- ${value}`])),
      often(2, fc.tuple(tie('block'), fc.constantFrom('- ', '- ', '-   ', '-\t')).map(([[first = '', ...rest], dash]) => [`${dash}${first}`, ...indented(rest, dash.length)])),
      often(1, fc.tuple(tie('block'), indent).map(([lines, by]) => ['-', ...indented(lines, by)])),
    ),
    block: fc.oneof(
      { maxDepth: 4 },
      often(3, fc.array(tie('member'), { minLength: 1, maxLength: 4 }).map((all) => all.flat())),
      often(1, fc.array(tie('entry'), { minLength: 1, maxLength: 3 }).map((all) => all.flat())),
    ),
  }));
  return block;
}

function indented(lines: string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

/** Lines of YAML that are tricky, some of them broken. */
export function yamlTexts(): fc.Arbitrary<string[]> {
  const extra = fc.constantFrom('', '# comment', '---', '--- # c', '---x', '...', '  # c', '\t', '%YAML 1.1', '{"a": 1}', 'null', '   ');
  const part = fc.oneof(often(12, blocks()), often(1, fc.oneof(flows(), scalars()).map((text) => [text])), often(2, extra.map((line) => [line])));
  return fc.oneof(often(9, yamlStreams(part)), often(1, jsonStreams()));
}

function yamlStreams(part: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  return fc.array(part, { minLength: 1, maxLength: 3 }).chain((parts) => fc.constantFrom(parts.flat(), parts.slice(0, 1).flat(), parts.flatMap((lines) => ['---', ...lines])));
}

function jsonStreams(): fc.Arbitrary<string[]> {
  const member = fc.tuple(fc.constantFrom('"a"', '"b"', '"a\\/\\ud83d\\ude00"', '"k.io/x"'), fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('1e3', '-0', '1.50', '"\\u0041"', '010', '.5', 'yes')));
  const object = fc.array(member, { maxLength: 3 }).map((members) => `{${members.map((pair) => pair.join(': ')).join(', ')}}`);
  const between = fc.constantFrom('---', '', '  ', '--- # c', ' ---', 'a: 1', '...', '[1]', '3', 'x');
  return fc.array(fc.oneof(often(4, object), often(1, between)), { minLength: 1, maxLength: 4 });
}
