import type { Problem } from './problem';

/** One document of a file. */
export interface Document {
  readonly text: string;
  /** The line of the file at which it begins, from 1. */
  readonly line: number;
  readonly isJson: boolean;
}

/** The documents of a stream of YAML as kubectl splits it: at lines that begin with three dashes. */
export function* yamlDocuments(text: string, firstLine: number): Generator<Document | Problem> {
  let [start, line, isSkipped] = [0, firstLine, false];
  while (start < text.length) {
    const end = endOfDocument(text, start);
    if (end > start && !isSkipped) { yield { text: text.slice(start, end) + (text[end - 1] === '\n' ? '' : '\n'), line, isJson: false }; }
    line += countLines(text, start, end);
    if (end === text.length) { return; }
    const rest = behindDashes(text, end);
    if (!isComment(rest)) { yield { line, message: `"${text.slice(end, nextLine(text, end)).trim()}" is no separator of documents: put nothing but a comment after the dashes` }; }
    // What stands behind the dashes belongs to the document below them.
    isSkipped = !isComment(rest) && !/^-+$/.test(rest);
    start = nextLine(text, end);
    line++;
  }
}

/** How many lines end between two places. */
export function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) { count++; }
  return count;
}

/** Where the dashes stand that end the document; those before anything else begin it. */
function endOfDocument(text: string, start: number): number {
  if (text.startsWith('---', start) && !isComment(behindDashes(text, start))) { return start; }
  const found = text.indexOf('\n---', start);
  return found < 0 ? text.length : found + 1;
}

function behindDashes(text: string, at: number): string {
  return text.slice(at + 3, nextLine(text, at)).trim();
}

function isComment(text: string): boolean {
  return text === '' || text.startsWith('#');
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
