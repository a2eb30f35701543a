/** Changes the bytes of manifests at random and reads them: `npx tsx test/cli/fuzz/read.ts [--cases N] [--seed S]`. */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { readText } from '../../../cli/read/read-text';

const EXAMPLES = join(__dirname, '../../../examples');
const LONGEST = 1000;
const PIECES = ['\n', '\t', ' ', '---\n', '...\n', '{', '}', '[', ']', ': ', '- ', '&a ', '*a', '<<: *a\n', '!!int ', '|\n', '>', '"', '\'', '#', '? ', '%', '{{ .Values.x }}', '\0', '\r', '\ufeff', '\u2028', '\x85', '\x1f', '\x02', '\x18'];

interface Change {
  readonly kind: 'truncate' | 'flip' | 'insert' | 'remove' | 'repeat';
  readonly at: number;
  readonly byte: number;
  readonly piece: string;
}

function manifests(): Buffer[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ya?ml|json)$/.test(file) && !file.includes('node_modules'))
    .map((file) => readFileSync(join(EXAMPLES, file)));
}

/** Manifests with up to six changes, and any bytes. */
export function damagedFiles(): fc.Arbitrary<Buffer> {
  const change = fc.record<Change>({
    kind: fc.constantFrom('truncate', 'flip', 'insert', 'insert', 'insert', 'remove', 'repeat'),
    at: fc.nat(1_000_000),
    byte: fc.nat(255),
    piece: fc.constantFrom(...PIECES),
  });
  return fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(fc.constantFrom(...manifests()), fc.array(change, { minLength: 1, maxLength: 6 }))
        .map(([file, changes]) => changes.reduce(changed, file)),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  );
}

function changed(file: Buffer, { kind, at, byte, piece }: Change): Buffer {
  const place = at % (file.length + 1);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (kind) {
    case 'truncate': return before;
    case 'flip': return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
    case 'insert': return Buffer.concat([before, Buffer.from(piece), after]);
    case 'remove': return Buffer.concat([before, after.subarray(byte)]);
    case 'repeat': {
      const end = after.indexOf('\n') + 1;
      return Buffer.concat([before, after.subarray(0, end), after]);
    }
  }
}

/** Throws where a file is not read in time, or something about it is said otherwise than in one line. */
export function assertReads(bytes: Buffer): void {
  const started = Date.now();
  const { manifests: found, bad } = readText(bytes, 'file');
  const lines = bytes.toString('latin1').split(/\n/).length;
  for (const { message, line } of bad) {
    if (/[\n\r]/.test(message) || message.length === 0 || message.length > 400 || / at .*:[0-9]+:[0-9]+/.test(message)) { throw new Error(`no clear line: ${JSON.stringify(message)}`); }
    if (line === undefined || line < 1 || line > lines) { throw new Error(`line ${line} of ${lines}: ${message}`); }
  }
  for (const manifest of found) {
    const line = manifest.lineOf('spec.template.spec.containers[0].image');
    if (typeof manifest.object.kind !== 'string' || line === undefined || line < 1 || line > lines) { throw new Error(`line ${line} of ${lines}`); }
    JSON.stringify(manifest.object);
  }
  if (Date.now() - started > LONGEST) { throw new Error(`took ${Date.now() - started} ms`); }
}

function option(name: string): string | undefined {
  const at = process.argv.lastIndexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

if (require.main === module) {
  const numRuns = Number(option('cases') ?? 20_000);
  fc.assert(fc.property(damagedFiles(), assertReads), { numRuns, seed: Number(option('seed') ?? Date.now() % 1_000_000_000), endOnFailure: true });
  console.log(`${numRuns} damaged files read`);
}
