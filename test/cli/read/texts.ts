import { KEYS, NUMBERS, QUOTED, TAGS, WORDS } from '../../kubernetes/differential/yaml-texts';

const STRUCTURES = [
  'a: 1\n---\nb: 2\n', '---\na: 1\n', '--- # c\na: 1\n', '---\n---\n# c\n---\na: 1\n', 'a: 1\n...\nb: 2\n', '%YAML 1.1\n---\na: 1\n', 'a: 1\n---x\nb: 2\n', '# c\n', '', '\n\n', 'null\n---\na: 1\n',
  'a: 1\na: 2\n', 'b: &x {c: 1, d: 2}\na:\n  <<: *x\n  c: 3\n', 'b: &x {c: 1}\na:\n  c: 3\n  <<: *x\n', 'a: &x {c: 1}\nb: &y {c: 2, d: 3}\ne: {<<: [*x, *y]}\n', 'a: {<<: 1}\n', 'a: {<<: [1]}\n', '<<: {a: 1}\n',
  'a: &x 1\nb: *x\n', 'a: *x\n', 'a: &x [*x]\n', 'a: &x 1\nb: &x 2\nc: *x\n', 'a: &x [1]\nb: &y [*x]\nc: &x 2\nd: *y\n',
  '{"a":1}{"b":2}', '{"a":1}\n---\n{"b":2}\n', '{"a":1}\nb: 2\n', '{"a":1}{"b":2}\nc: 3\n', '{a: 1}', '{"a":1,"a":2}', '[1]', '{"a": 1,}', '{"a":"\\/\\ud83d\\ude00"}',
  'a:\n- 1\n- 2\n', 'a:\n  - b: 1\n    c: 2\n', 'a: |\n  x\n   y\n\n  z\n\n', 'a: |-\n  x\n', 'a: |+\n  x\n\n', 'a: >\n  x\n  y\n\n  z\n', 'a: |2\n    x\n', 'a: x\n  y\n', 'a: "x\n  y"\n', '? a\n: b\n', '? [a]\n: b\n',
  'a:\tb\n', '\ta: b\n', 'a:\n\tb: 1\n', '-\ta\n', 'a: b: c\n', 'a: [1, 2\n', 'a: "b\n', 'a\nb: 1\n', ' a: 1\nb: 2\n', 'a: 1\n b: 2\n', 'a: {b: 1}}\n', 'a:\r\n  b: 1\r\n', '\ufeffa: 1\n',
];

/** Texts of which the judge says what Kubernetes reads. */
export const TEXTS = [
  ...[...NUMBERS, ...WORDS, ...QUOTED].map((value) => `a: ${value}\n`),
  ...TAGS.flatMap((tag) => ['1', '1.5', '"1"', 'yes', 'YWJj', '2001-01-01', '2001-02-29', '2001-1-2 3:4:5.6', '2001-01-02T03:04:05+01:00', '2001-01-02T03:04:05', '~', '[1]', '{b: 1}'].map((value) => `a: ${tag}${value}\n`)),
  ...KEYS.map((key) => `${key}: 1\n`),
  ...[...NUMBERS, ...WORDS].map((key) => `? ${key}\n: 1\n`),
  ...STRUCTURES,
];
