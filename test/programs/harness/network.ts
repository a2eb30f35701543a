import { execFile, spawn } from 'child_process';
import { atEnd } from './cleanup';

/** A network of its own, at the latest until the tests of the file are over. It needs root. */
export class Network {
  /** Makes one, with nothing but loopback. */
  public static async make(): Promise<Network> {
    // It ends with its input, and so with this process, however that comes.
    const holder = spawn('unshare', ['--net', 'sh', '-c', 'ip link set lo up && echo made && exec cat'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    holder.stderr.on('data', data => { complaint += data; });
    const network = new Network(holder.pid ?? -1, () => holder.kill('SIGKILL'));
    atEnd(() => network.end());
    await new Promise<void>((done, fail) => {
      holder.stdout.once('data', () => done());
      holder.on('error', fail).on('close', () => fail(new Error(`no network can be made: ${complaint}`)));
    });
    return network;
  }

  private constructor(private readonly holder: number, public readonly end: () => void) {}

  /** What names it to `ip`, as the namespace of a process. */
  public get id(): string {
    return String(this.holder);
  }

  /** Where the kernel shows it. */
  public get path(): string {
    return `/proc/${this.holder}/ns/net`;
  }

  /** The words that run a program in it. */
  public inside(...command: readonly string[]): [string, ...string[]] {
    return ['nsenter', `--net=${this.path}`, '--', ...command];
  }

  /** Runs a script in it and returns what it writes; fails where it does. */
  public run(script: string, { env = {}, input = '' }: { env?: { readonly [name: string]: string }; input?: string } = {}): Promise<string> {
    const [command, ...args] = this.inside('sh', '-euc', script);
    return new Promise((done, fail) => {
      const child = execFile(command, args, { env: { ...process.env, ...env }, timeout: 30_000 }, (error, output, complaint) => {
        if (error) { fail(new Error(`${script}: ${output}${complaint || error.message}`)); } else { done(output); }
      });
      child.stdin!.on('error', () => undefined).end(input);
    });
  }
}
