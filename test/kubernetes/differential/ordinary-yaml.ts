import * as fc from 'fast-check';
import { KEYS, NUMBERS, QUOTED, WORDS } from './yaml-texts';

const TEXTS = [
  'a', '-c', '--x=y', '8080', 'a b', 'it:is', '"a"', '\'b\'', '"a\\n\\"b\\\\"', '\'it\'\'s\'', '""', '/a/b', 'a,b', ':8080', 'a[0]', '\'# no\'', '"a # b"', 'a#b', '"a\tb"', '"\\t\t"', 'a"b', '\'\'\'\'',
];
/** Without anchors and tags, which nobody writes by hand without meaning them. */
const TRAPS = [...NUMBERS, ...WORDS, ...QUOTED].filter((text) => !/^[&*!]/.test(text));
const ENDS = ['', '', '', ' ', ' # comment', ' #', '  # a: b', '#x', '\t# c', '\t', '\u00a0', ',', ' b'];
const ORDINARY_KEYS = ['a', 'b', 'app.kubernetes.io/name', '"c"', '\'d\'', '.dockerconfigjson', '10-a.conf', 'x_1'];

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** Lines of what is written by hand, with a trap in some of them. */
export function ordinaryYaml(): fc.Arbitrary<string[]> {
  const text = fc.oneof(often(15, fc.constantFrom(...TEXTS)), often(1, fc.constantFrom(...TRAPS)));
  const key = fc.oneof(often(20, fc.constantFrom(...ORDINARY_KEYS)), often(1, fc.constantFrom(...KEYS)));
  const colon = fc.oneof(often(8, fc.constant(': ')), often(1, fc.constantFrom(' : ', ':   ', ':')));
  const line = fc.tuple(text, fc.oneof(often(4, fc.constant('')), often(1, fc.constantFrom(...ENDS)))).map((parts) => [parts.join('')]);
  const value = fc.oneof(often(2, line), often(2, flowLines(text, key)));
  const { block } = fc.letrec<{ block: string[]; member: string[]; entry: string[] }>((tie) => ({
    member: fc.oneof(
      often(4, fc.tuple(key, colon, value).map(([name, after, [first, ...more]]) => [`${name}${after}${first}`, ...more])),
      often(1, fc.tuple(key, value, fc.constantFrom(0, 1, 2)).map(([name, lines, by]) => [`${name}:`, ...lines.map((each) => ' '.repeat(by) + each)])),
      often(2, fc.tuple(key, tie('block'), fc.constantFrom(0, 2, 2, 2)).map(([name, lines, by]) => [`${name}:`, ...lines.map((each) => ' '.repeat(by) + each)])),
    ),
    entry: fc.oneof(
      often(3, value.map(([first, ...more]) => [`- ${first}`, ...more.map((each) => `  ${each}`)])),
      often(1, tie('block').map(([first, ...more]) => [`- ${first}`, ...more.map((each) => `  ${each}`)])),
    ),
    block: fc.oneof(
      { maxDepth: 3 },
      often(2, fc.uniqueArray(tie('member'), { minLength: 1, maxLength: 3, selector: ([first]) => first.split(':')[0] }).map((all) => all.flat())),
      often(1, fc.array(tie('entry'), { minLength: 1, maxLength: 3 }).map((all) => all.flat())),
    ),
  }));
  return block;
}

/** What stands in brackets, over one line or more. */
function flowLines(text: fc.Arbitrary<string>, name: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  const space = fc.oneof(often(12, fc.constantFrom('', ' ')), often(2, fc.constantFrom('\n  ', '\n    ', ' # c\n    ', '\n\n   ')), often(1, fc.constantFrom('\n', '#x\n  ', '\n# c\n  ', '\t', '   ')));
  const colon = fc.oneof(often(8, fc.constant(': ')), often(1, fc.constantFrom(' : ', ':', ':\n  ', '')));
  const end = fc.constantFrom('', '', '', ',', ', ', '\n', '\n  ');
  const { flow } = fc.letrec<{ flow: string; item: string }>((tie) => ({
    item: fc.tuple(space, fc.oneof(often(4, text), often(1, tie('flow'))), space).map((parts) => parts.join('')),
    flow: fc.oneof(
      fc.tuple(fc.array(tie('item'), { maxLength: 3 }), end).map(([items, last]) => `[${items.join(',')}${last}]`),
      fc.tuple(fc.array(fc.tuple(space, name, colon, tie('item')).map((parts) => parts.join('')), { maxLength: 3 }), end).map(([members, last]) => `{${members.join(',')}${last}}`),
    ),
  }));
  return fc.tuple(flow, fc.oneof(often(4, fc.constant('')), often(1, fc.constantFrom(...ENDS)))).map((parts) => parts.join('').split('\n'));
}
