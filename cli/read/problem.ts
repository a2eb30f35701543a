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
  // eslint-disable-next-line no-control-regex
  const line = message.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
