import { spawn } from 'child_process';
import { join } from 'path';
import { atEnd } from './cleanup';

/** What a program in a container sees of files: the machine's libraries, and this. Its network is that of the tests. */
export interface Container {
  /** Files and directories by the path where they are seen. */
  readonly mounts?: { readonly [path: string]: string };
  /** Whose the process is. @default 0 */
  readonly user?: number;
}

/** How a program is run. */
export interface RunOptions {
  /** Its whole environment. @default - PATH alone */
  readonly env?: { readonly [name: string]: string };
  /** @default - it sees the files of the machine */
  readonly container?: Container;
  /** After so many seconds it is killed. @default 60 */
  readonly seconds?: number;
  /** What stands on its standard input. @default - nothing */
  readonly input?: string;
}

/** How a program ended. */
export interface Ended {
  /** The exit code; undefined where a signal ended it. */
  readonly code?: number;
  /** What it wrote, to standard output and error in the order of arrival. */
  readonly output: string;
}

/** A program that runs. */
export interface Running {
  readonly pid: number;
  /** When it ends, by itself or not. */
  readonly ended: Promise<Ended>;
  /** What it has written until now. */
  output(): string;
  /** Ends it, kindly and after two seconds not. */
  stop(): Promise<Ended>;
}

/** Starts a program, which ends at the latest with the tests of the file. */
export function start(path: string, args: readonly string[], options: RunOptions = {}): Running {
  const { PATH = '' } = process.env;
  const { user = 0, mounts = {} } = options.container ?? {};
  const [command, ...rest] = options.container
    ? [join(__dirname, 'container'), `${user}:${user}`, ...Object.entries(mounts).map(([target, source]) => `${target}=${source}`), '--', path, ...args]
    : [path, ...args];
  const child = spawn(command, rest, { env: { PATH, ...options.env }, stdio: 'pipe' });
  let text = '';
  child.stdout.on('data', data => { text += data; });
  child.stderr.on('data', data => { text += data; });
  // One that ends before it reads its input is no failure of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input);

  const limit = setTimeout(() => child.kill('SIGKILL'), (options.seconds ?? 60) * 1000);
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', code => {
      clearTimeout(limit);
      done({ code: code ?? undefined, output: text });
    });
  });
  // Whoever waits for the end hears of a program that cannot be started; whoever does not finds no output.
  ended.catch(() => undefined);
  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 2000);
    return ended.finally(() => clearTimeout(patience));
  };
  atEnd(() => stop().catch(() => undefined));
  return { pid: child.pid ?? -1, output: () => text, ended, stop };
}

/** Runs a program to its end. */
export function run(path: string, args: readonly string[], options?: RunOptions): Promise<Ended> {
  return start(path, args, options).ended;
}
