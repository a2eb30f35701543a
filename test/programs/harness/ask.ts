import { join, dirname } from 'path';
import type { Network } from './network';
import { program } from './program';
import { Running, start } from './run';

const TCP = join(dirname(program('tcp')), 'tcp');

/** One connection. */
export interface Asked {
  /** When it began, in milliseconds of the machine's clock. */
  readonly at: number;
  /** On which node who answered was; undefined where nobody did. */
  readonly who?: string;
  /** Which pod it was. */
  readonly pod?: string;
  /** The address that connections came from, as it saw them. */
  readonly seenAs?: string;
  /** Why nobody did. */
  readonly why?: string;
}

/** Connects so many times from a network, every so many milliseconds, and tells who was there. */
export async function ask(from: Network, address: string, { every = 5, count = 40 } = {}): Promise<readonly Asked[]> {
  return answersOf(await asking(from, address, { every, count }).ended);
}

/** The same, while other things happen. */
export function asking(from: Network, address: string, { every, count }: { readonly every: number; readonly count: number }): Running {
  const [path, ...args] = from.inside(TCP, 'ask', address, String(every), String(count));
  return start(path, args);
}

/** The connections that were made, the first first. */
export function answersOf({ output }: { readonly output: string }): readonly Asked[] {
  return output.trim().split('\n').map(line => {
    const [, at, failed, text] = /^(\S+) (!?)(.*)$/.exec(line)!;
    const [who, pod, seenAs] = text.split(' ');
    return { at: Number(at), ...failed ? { why: text } : { who, pod, seenAs } };
  }).sort((one, other) => one.at - other.at);
}

/** How many connections led where. */
export function tally(asked: readonly Asked[]): { readonly [who: string]: number } {
  return asked.reduce<Record<string, number>>((counts, { who = 'nobody' }) => ({ ...counts, [who]: (counts[who] ?? 0) + 1 }), {});
}
