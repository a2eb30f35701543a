import { createHash } from 'crypto';

/** Numbers that a seed repeats. */
export class Random {
  private drawn = 0;

  constructor(private readonly seed: string) {}

  /** A whole number below a limit. */
  public below(limit: number): number {
    return createHash('sha256').update(`${this.seed} ${this.drawn++}`).digest().readUInt32BE() % limit;
  }

  public pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}

const PIECES = [
  '\t', '\0', '\r', '\r\n', '\ufeff', '\u2028', '---\n', '...\n', '- ', ': ', '#', '"', "'", '{', '}', '[', ']', ',', '&a ', '*a', '!!binary ', '!x ', '|\n', '>-\n', '%YAML 1.2\n', '? ',
  '<<: *a\n', '{{ .Values.x }}', '{{- if x }}\n', '~', 'null', 'yes', '010', '0x1F', '1:30', '2001-01-01', '.inf', '-.nan', '1e999', '99999999999999999999', '-1', '0.5', '""', '[]', '{}',
  'kind: List\nitems: []\n', 'apiVersion: v1\n', 'kind: DaemonSet\n', '  ', '\n', '1Gi', '-5', '🎉', 'a'.repeat(5000), '[['.repeat(200), '  - '.repeat(50),
].map(piece => Buffer.from(piece)).concat([Buffer.from([0xff, 0xfe]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80])]);

/** A file as an editor, a merge or a broken disk leaves it. */
export function mutated(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
    result = random.pick(MUTATIONS)(result, random);
  }
  return result;
}

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => replaced(bytes, random.below(bytes.length + 1), 0, random.pick(PIECES)),
  (bytes, random) => replaced(bytes, random.below(bytes.length + 1), random.below(20), Buffer.alloc(0)),
  (bytes, random) => replaced(bytes, random.below(bytes.length + 1), 1, Buffer.from([random.below(256)])),
  (bytes, random) => { const at = random.below(bytes.length + 1); return replaced(bytes, at, 0, bytes.subarray(at, at + random.below(200))); },
  // A value of another type is what a schema has to withstand.
  (bytes, random) => inLines(bytes, lines => { const at = random.below(lines.length); lines[at] = lines[at].replace(/: .*$/s, `: ${random.pick(PIECES).toString()}`); }),
  (bytes, random) => inLines(bytes, lines => { const at = random.below(lines.length); lines[at] = `${random.pick([' ', '  ', '- ', '\t'])}${lines[at]}`; }),
  (bytes, random) => inLines(bytes, lines => { lines.splice(random.below(lines.length), 1 + random.below(3)); }),
  (bytes, random) => inLines(bytes, lines => {
    const moved = lines.splice(random.below(lines.length), 1 + random.below(5));
    lines.splice(random.below(lines.length + 1), 0, ...moved);
  }),
  (bytes, random) => inLines(bytes, lines => { const at = random.below(lines.length); lines[at] = lines[at].trimStart(); }),
];

function replaced(bytes: Buffer, at: number, length: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
}

function inLines(bytes: Buffer, change: (lines: string[]) => void): Buffer {
  const lines = bytes.toString().split('\n');
  change(lines);
  return Buffer.from(lines.join('\n'));
}
