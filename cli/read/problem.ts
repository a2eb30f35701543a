import { printable } from '../printable';

/** What is wrong with a document, at a line of the file. */
export interface Problem {
  readonly line: number;
  readonly message: string;
  readonly isOther?: boolean;
}

/** A document that cannot be read. */
export class Unreadable extends Error {
  constructor(public readonly line: number, message: string) {
    super(message);
  }
}

const LONGEST_MESSAGE = 300;

/** One line of printable characters, whatever the input holds. */
export function oneLine(message: string): string {
  const line = printable(message);
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
