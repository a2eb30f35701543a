import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { mutated, Random } from './mutate';
import { FORMATS } from '../../../cli/check/options';
import { main } from '../../../cli/main';

const EXAMPLES = resolve(__dirname, '../../../examples');
const FILES = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.k8s.yaml')).sort()
  .map(file => readFileSync(join(EXAMPLES, file)));

export interface Outcome {
  readonly code: number;
  readonly milliseconds: number;
  /** What a user must never see; nothing where all is well. */
  readonly fault?: string;
  readonly input: Buffer;
}

/** Checks one mutated file of the examples. */
export async function outcomeOf(seed: number, number: number): Promise<Outcome> {
  const random = new Random(`${seed} ${number}`);
  const input = mutated(random.pick(FILES), random);
  const format = random.pick(FORMATS);
  const said = { stdout: '', stderr: '' };
  const start = process.hrtime.bigint();
  const code = await main(['check', '-', '--format', format], {
    cwd: '/',
    env: {},
    isTerminal: false,
    stdin: async () => input,
    stdout: text => { said.stdout += text; },
    stderr: text => { said.stderr += text; },
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  return { code, milliseconds, fault: faultOf(code, format, said), input };
}

function faultOf(code: number, format: string, { stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string | undefined {
  if (![0, 1, 2].includes(code) || (code === 2) !== (stderr !== '')) {
    return `exit code ${code} with: ${stderr}`;
  }
  if (/^\s+at \S+.*:\d+:\d+/m.test(stdout + stderr) || /please report/.test(stdout + stderr)) {
    return `a failure inside: ${(stdout + stderr).match(/.*please report.*/)?.[0] ?? stderr}`;
  }
  const strange = stderr.split('\n').slice(0, -1).find(line => !/^<stdin>(:\d+)?: (document \d+: )?\S/.test(line));
  if (strange !== undefined) {
    return `a line without its place: ${strange}`;
  }
  try {
    if (format === 'json' || format === 'sarif') { JSON.parse(stdout); }
  } catch {
    return 'output that is no JSON';
  }
  return undefined;
}
