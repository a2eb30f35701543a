import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { yamlDocuments } from '../../../cli/read/documents';
import { readFullYaml } from '../../../cli/read/full-yaml';
import { Lines } from '../../../cli/read/lines';
import { NOT_SIMPLE, readSimpleYaml } from '../../../cli/read/simple-yaml';
import { ordinaryYaml } from '../../kubernetes/differential/ordinary-yaml';
import { yamlTexts } from '../../kubernetes/differential/yaml-texts';

const EXAMPLES = join(__dirname, '../../../examples');
const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.k8s.yaml')).map((file) => readFileSync(join(EXAMPLES, file), 'utf8'));

/** The lines of a value, of its members, of theirs. */
function allLines(value: unknown, lines: Lines): unknown {
  const below = (member: unknown, path: string[]): unknown => [lines.find(value, path), ...typeof member === 'object' && member !== null
    ? Object.entries(member).map(([key, each]) => below(each, [...path, key])) : []];
  return below(value, []);
}

function agree(text: string): boolean {
  const [ours, theirs] = [new Lines(), new Lines()];
  const value = readSimpleYaml(text, 1, ours);
  if (value === NOT_SIMPLE) { return false; }
  const full = readFullYaml(text, 1, theirs);
  expect(full).toEqual({ value, problems: [] });
  if (value === null) { return true; }
  expect(allLines(value, ours)).toEqual(allLines(full.value, theirs));
  return true;
}

test('the manifests of the examples are simple, and read as by the library', () => {
  const documents = files.flatMap((file) => [...yamlDocuments(file, 1)].flatMap((document) => 'text' in document ? [document.text] : []));
  expect(documents.filter((text) => !agree(text))).toEqual([]);
});

test.each([
  ['brackets in one line', 'a: [b, "c", \'d\', -e, 1, yes, [], {}]\nf: {g: 1, "h": [i], }\n'],
  ['brackets over lines, with comments', 'args: [\n  "-c", # where\n  "/etc/x.yml",\n\n  # last\n  "-e",\n]\n'],
  ['several colons in a text', 'a: arn:aws:iam::1:role/b\n'],
  ['an empty object in a line of its own', 'emptyDir:\n  {}\nb: 1\n'],
  ['comments behind values', 'a: b # c\nd:\n  - "e" # f\n  - \'g\'  #\n'],
  ['escapes that JSON has too', 'a: "C:\\\\csi \\"x\\" \\n"\nb: \'it\'\'s\'\n'],
  ['keys of ConfigMaps and Secrets', '.dockerconfigjson: e30=\n10-a.conf: |\n  x\nb : c\n'],
])('%s are simple', (_what, text) => {
  expect(agree(text)).toBe(true);
});

test.each([
  ['keys that are no texts', '1: a\n'], ['numbers that JSON has not', 'a: [.inf]\n'], ['anchors in brackets', 'a: [&b c, *b]\n'], ['merged objects', 'a: {<<: {b: c}}\n'], ['a key that stands there twice', 'a: {b: 1, "b": 2}\n'],
  ['brackets that lie too far left', 'a:\n  b: [\n  c]\n'], ['a pair in a list', 'a: [b: c]\n'], ['a text over lines', 'a: [b\n  c]\n'], ['a comma too many', 'a: [b,,]\n'],
  ['escapes that only YAML has', 'a: "\\x41"\n'], ['a comment without a space', 'a: "b"#c\n'], ['what only JavaScript takes for white space', 'a: b\u00a0\n'],
])('%s are left to the library', (_what, text) => {
  expect(readSimpleYaml(text, 1)).toBe(NOT_SIMPLE);
});

test.each([['tricky', yamlTexts()], ['ordinary', ordinaryYaml()]])('what is simple in %s texts is read as by the library, value and lines', (_what, texts) => {
  fc.assert(fc.property(texts, (lines) => { agree(`${lines.join('\n')}\n`); }), { numRuns: 1000, seed: 1 });
});
