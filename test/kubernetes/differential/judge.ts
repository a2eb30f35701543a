import type { ChildProcessWithoutNullStreams } from 'child_process';
import { spawn, spawnSync } from 'child_process';
import { join } from 'path';
import { createInterface } from 'readline';
import type { ObjectMeta } from '../../../src/kubernetes/wire/meta';

/** One reason why the API server refuses an object. */
export interface Problem { readonly type: string; readonly field: string; readonly detail: string; readonly message: string }

/** What the judge says of creating an object. */
export interface Verdict {
  readonly accepted: boolean;
  readonly stage?: string;
  readonly errors?: Problem[];
  readonly decodeErrors?: string[];
  readonly warnings?: string[];
  readonly defaulted?: { metadata?: ObjectMeta };
  readonly pod?: { accepted: boolean; errors?: Problem[]; levels?: SecurityLevel[] };
}

/** The Pod Security level that a pod needs, from a policy version on. */
export interface SecurityLevel {
  readonly since: string;
  readonly level: string;
  readonly violations?: readonly { level: string; check: string; message: string }[];
}

/** What the judge says of DaemonSets on nodes. */
export interface Places {
  readonly placements: {
    daemonSet: string;
    nodes: { node: string; shouldRun: boolean; shouldContinue: boolean; admitted: boolean; reasons?: string[] }[];
  }[];
}

/** A question to the judge: an operation and what it is about. */
export type Question = { op: string } & Record<string, unknown>;

/** The path of the judge, built from its sources; the process ends with the reason where that cannot be. */
export function builtJudge(): string {
  const { status, stdout } = spawnSync(join(__dirname, '../judge/build'), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return status === 0 ? stdout.trim() : process.exit(1);
}

/** Kubernetes' own code as a process that answers lines of JSON, see ../judge. */
export class Judge {
  /** How often it said what of creating an object. */
  public readonly verdicts = { accepted: 0, refused: 0, undecodable: 0 };
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string) => void)[] = [];
  private asked = 0;

  constructor(path: string) {
    this.process = spawn(path, { stdio: ['pipe', 'pipe', 'inherit'] as never }) as ChildProcessWithoutNullStreams;
    createInterface({ input: this.process.stdout }).on('line', (line) => this.waiting.shift()!(line));
  }

  /** How many questions have been asked. */
  public get questions(): number {
    return this.asked;
  }

  /** Asks one question; many can be under way at the same time. */
  public async ask<T>(question: Question): Promise<T> {
    this.asked++;
    const answer = new Promise<string>((resolve) => this.waiting.push(resolve));
    this.process.stdin.write(`${JSON.stringify(question)}\n`);
    const parsed = JSON.parse(await answer) as T & { error?: string };
    if (question.op === 'check') { this.count(parsed as unknown as Verdict); }
    if (parsed.error !== undefined) { throw new Error(`the judge cannot answer: ${parsed.error}`); }
    return parsed;
  }

  private count({ accepted, stage }: Verdict): void {
    this.verdicts[accepted ? 'accepted' : stage === 'decode' ? 'undecodable' : 'refused']++;
  }

  /** Ends the process. */
  public close(): void {
    this.process.stdin.end();
  }
}
