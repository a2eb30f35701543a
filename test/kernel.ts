import { ChildProcessByStdio, spawn } from 'child_process';
import { createInterface, Interface } from 'readline';
import { Readable, Writable } from 'stream';

/** A client of jsii's kernel: one line of JSON asks, one answers. */
export class Kernel {
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
    this.process = spawn(process.execPath, [require.resolve('@jsii/runtime/bin/jsii-runtime')], { stdio: ['pipe', 'pipe', 'ignore'], env });
    this.lines = createInterface({ input: this.process.stdout });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** The kernel's first line. */
  public async hello(): Promise<void> {
    await this.answers.next();
  }

  public async load(name: string, version: string, tarball: string): Promise<void> {
    await this.ask({ api: 'load', name, version, tarball });
  }

  public async create(fqn: string, ...args: unknown[]): Promise<unknown> {
    return this.ask({ api: 'create', fqn, args });
  }

  public async invoke(objref: unknown, method: string, ...args: unknown[]): Promise<unknown> {
    return (await this.ask({ api: 'invoke', objref, method, args })).result;
  }

  public async invokeStatic(fqn: string, method: string, ...args: unknown[]): Promise<unknown> {
    return (await this.ask({ api: 'sinvoke', fqn, method, args })).result;
  }

  public async get(objref: unknown, property: string): Promise<any> {
    const { value } = await this.ask({ api: 'get', objref, property });
    return value?.['$jsii.map'] ?? value;
  }

  public stop(): void {
    this.lines.close();
    this.process.kill();
  }

  private async ask(question: object): Promise<any> {
    this.process.stdin.write(`${JSON.stringify(question)}\n`);
    const { value } = await this.answers.next();
    const answer = JSON.parse(value);
    if (answer.error !== undefined) {
      throw new Error(answer.error);
    }
    return answer.ok;
  }
}
