import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { main } from '../../cli/main';

export interface Given {
  /** Files of the working directory by path. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** A working directory that is there already. */
  readonly cwd?: string;
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const directories: string[] = [];
afterAll(() => directories.forEach(directory => rmSync(directory, { recursive: true, force: true })));

/** A working directory with files, which is gone after the tests. */
export function directoryWith(files: Given['files'] = {}): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'node-daemons-')));
  directories.push(directory);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Runs the command line as a function. */
export async function run(args: readonly string[], { files, stdin = '', env = {}, isTerminal = false, cwd = directoryWith(files) }: Given = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  const code = await main(args, {
    cwd,
    env,
    isTerminal,
    stdin: async () => Buffer.from(stdin),
    stdout: text => { said.stdout += text; },
    stderr: text => { said.stderr += text; },
  });
  return { code, ...said };
}
