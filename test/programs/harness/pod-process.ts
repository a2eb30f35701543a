import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { atEnd } from './cleanup';
import { directory } from './directory';
import { Ended, Running, start } from './run';

/** What a container of a pod is: processes of their own, in a network, under a name. */
export interface ProcessOptions {
  readonly hostname: string;
  readonly env: { readonly [name: string]: string };
  readonly mounts: { readonly [path: string]: string };
  readonly securityContext?: any;
  /** The words that run a program in the network. */
  inside(...command: readonly string[]): [string, ...string[]];
}

/** The processes of a container; signals go to the first, as a runtime sends them. */
export class PodProcess {
  private readonly running: Running;
  private readonly file = join(directory(), 'number');

  public constructor(command: readonly string[], { hostname, env, mounts, securityContext = {}, inside }: ProcessOptions) {
    const { runAsUser = 0, readOnlyRootFilesystem, capabilities } = securityContext;
    const root = readOnlyRootFilesystem ? ['/:ro='] : [];
    const shown = Object.entries(mounts).map(([target, source]) => `${target}=${source}`);
    const [path, ...args] = inside('unshare', '--pid', '--fork', '--kill-child', '--uts', '--', join(__dirname, 'first-process'), hostname, this.file,
      join(__dirname, 'container'), `${runAsUser}:${runAsUser}`, ...root, ...shown, '--', ...rights(capabilities), ...command);
    this.running = start(path, args, { env, seconds: 600 });
    atEnd(() => this.signal('SIGKILL'));
  }

  public get ended(): Promise<Ended> {
    return this.running.ended;
  }

  public output(): string {
    return this.running.output();
  }

  /** A file as the container sees it, empty where there is none. */
  public read(path: string): string {
    const found = `/proc/${this.number}/root${path}`;
    return existsSync(found) ? readFileSync(found, 'utf8') : '';
  }

  /** Ends it as a kubelet does: asks, and after a while does not. Says whether it had to be killed. */
  public async end(patience: number): Promise<{ readonly killed: boolean }> {
    this.signal('SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>(done => { timer = setTimeout(() => done(true), patience); });
    const killed = await Promise.race([late, this.ended.then(() => false)]);
    clearTimeout(timer);
    this.signal('SIGKILL');
    await this.ended;
    return { killed };
  }

  private signal(name: 'SIGTERM' | 'SIGKILL'): void {
    try {
      process.kill(this.number, name);
    } catch {
      // It has ended.
    }
  }

  private get number(): number {
    return existsSync(this.file) ? Number(readFileSync(this.file, 'utf8')) : this.running.pid;
  }
}

/** The words before a command that leave it the capabilities of a manifest. */
function rights(capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] }): string[] {
  if (!capabilities?.drop?.includes('ALL')) {
    return ['/usr/bin/env'];
  }
  const left = ['-all', ...(capabilities.add ?? []).map(name => `+${name.toLowerCase()}`)].join();
  return ['/usr/bin/setpriv', `--bounding-set=${left}`, '--inh-caps=-all', '--'];
}
