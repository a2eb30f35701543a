import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, Stats, statSync, writeFileSync } from 'fs';
import { dirname, isAbsolute, join } from 'path';

/*
 * What V8 compiled is kept for the next run, as Node's own compile cache does, which only newer Nodes have. Compiled code is code, and V8
 * believes what it reads: it is taken only from a file and a directory of the user that nobody else can write, and only undamaged.
 * Whatever goes wrong, the program is compiled as if there were no cache.
 */

const DIRECTORY = 'cdk8s-node-daemons';
const NAME = /^[0-9a-f]{16}-v[^/]+\.code(\.\d+)?$/;
/** How many files stay: a project or two, with a Node or two. */
const KEPT = 4;
/** Modes of which neither the group nor others may write, for any type of file. */
const PRIVATE = /[0145][0145]$/;

/** Where the code of a program is kept for this Node; nothing where there is no place for it, or where it is switched off. */
export function codeFile(digest: string, program: string, env: NodeJS.ProcessEnv): string | undefined {
  // Code that counts its own calls is for that run alone. Windows has other rights than these.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE || process.geteuid === undefined) {
    return undefined;
  }
  const caches = [env.XDG_CACHE_HOME, env.HOME && join(env.HOME, '.cache')].find(path => path && isAbsolute(path));
  if (!caches) {
    return undefined;
  }
  try {
    // Two builds of one version of Node compile differently, and an installed program may be patched.
    const stamps = [process.execPath, program].map(path => statSync(path)).map(({ size, mtimeMs }) => `${size}-${Math.trunc(mtimeMs)}`);
    // V8 itself refuses the code of other flags; here they are told apart so that two users of one file do not write it in turns.
    const flags = Buffer.from([env.NODE_OPTIONS, ...process.execArgv].join(' ')).toString('base64url').slice(-60);
    return join(caches, DIRECTORY, `${[digest, process.version, process.arch, ...stamps, flags].join('-')}.code`);
  } catch {
    return undefined;
  }
}

/** The code that an earlier run kept. */
export function readCode(file: string): Buffer | undefined {
  try {
    return isPrivate(lstatSync(dirname(file)), 'isDirectory') ? undoubled(readPrivate(file)) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps code for later runs, and removes what older versions kept. */
export function keepCode(file: string, code: () => Buffer): void {
  const directory = dirname(file);
  const temporary = `${file}.${process.pid}`;
  try {
    makeDirectory(directory);
    if (!isPrivate(lstatSync(directory), 'isDirectory')) {
      return;
    }
    try {
      writeFileSync(temporary, doubled(code()), { flag: 'wx', mode: 0o600 });
      renameSync(temporary, file);
    } catch {
      rmSync(temporary, { force: true });
    }
    removeOld(directory);
  } catch {
    // The next run compiles again.
  }
}

function isPrivate(stats: Stats, kind: 'isDirectory' | 'isFile'): boolean {
  return stats[kind]() && stats.uid === process.geteuid?.() && PRIVATE.test(stats.mode.toString(8));
}

function readPrivate(file: string): Buffer | undefined {
  const fd = openSync(file, constants.O_RDONLY + constants.O_NOFOLLOW + constants.O_NONBLOCK);
  try {
    return isPrivate(fstatSync(fd), 'isFile') ? readFileSync(fd) : undefined;
  } finally {
    closeSync(fd);
  }
}

/** V8 ends the process over damaged code. Two copies are compared in a tenth of the time that Node takes to load its checksums. */
function doubled(code: Buffer): Buffer {
  return Buffer.concat([code, code]);
}

function undoubled(copies: Buffer | undefined): Buffer | undefined {
  const half = (copies?.length ?? 0) / 2;
  const code = copies?.subarray(0, half);
  return code?.length && copies?.subarray(half).equals(code) ? code : undefined;
}

/** Only in a directory of the user: root, in the home of another, leaves nothing there. */
function makeDirectory(directory: string): void {
  for (const path of [dirname(directory), directory]) {
    if (statSync(path, { throwIfNoEntry: false }) === undefined && statSync(dirname(path)).uid === process.geteuid?.()) {
      mkdirSync(path, { mode: 0o700 });
    }
  }
}

function removeOld(directory: string): void {
  const files = readdirSync(directory).filter(name => NAME.test(name)).map(name => join(directory, name));
  const aged = files.map(file => ({ file, age: -lstatSync(file).mtimeMs })).sort((a, b) => a.age - b.age);
  aged.slice(KEPT).forEach(({ file }) => rmSync(file, { force: true }));
}
