import { readFileSync } from 'fs';
import { join } from 'path';
import { TEXTS } from './texts';
import { canonical, readValues } from '../../kubernetes/differential/yaml';

/** What is read on purpose otherwise than by kubectl, and why. */
const REFUSED_HERE: Record<string, string> = {
  ' a: 1\nb: 2\n': 'this belongs to nothing above: check the indentation',
};

const golden = JSON.parse(readFileSync(join(__dirname, 'golden.json'), 'utf8')) as Record<string, unknown[] | 'refused'>;

test('the judge was asked about each text', () => {
  expect(TEXTS.filter((text) => !(text in golden))).toEqual([]);
});

test.each(TEXTS.filter((text) => !(text in REFUSED_HERE)))('%j is what Kubernetes reads', (text) => {
  const { values, refusals } = readValues(text);
  const expected = golden[text];
  if (expected === 'refused') {
    expect(refusals).not.toEqual([]);
  } else {
    expect(refusals).toEqual([]);
    expect(canonical(values)).toBe(canonical(expected));
  }
});

test.each(Object.entries(REFUSED_HERE))('%j is refused, though Kubernetes reads it', (text, message) => {
  expect(readValues(text).refusals).toEqual([message]);
});
