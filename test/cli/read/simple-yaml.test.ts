import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { yamlDocuments } from '../../../cli/read/documents';
import { readFullYaml } from '../../../cli/read/full-yaml';
import { Lines } from '../../../cli/read/lines';
import { NOT_SIMPLE, readSimpleYaml } from '../../../cli/read/simple-yaml';
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
  const simple = documents.filter(agree);
  expect(simple.length / documents.length).toBeGreaterThan(0.8);
});

test('what is simple is read as by the library, value and lines', () => {
  fc.assert(fc.property(yamlTexts(), (lines) => { agree(`${lines.join('\n')}\n`); }), { numRuns: 1000, seed: 1 });
});
