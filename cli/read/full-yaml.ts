import type { CST, Document } from 'yaml';
import { Composer, Parser, Schema } from 'yaml';
import { Construction } from './construction';
import { Lexemes } from './lexemes';
import type { Lines } from './lines';
import type { Problem } from './problem';
import { Unreadable } from './problem';
import type { Reading } from './reading';

// Scalars stay text here: Kubernetes reads them otherwise than any schema of the library.
const OPTIONS = {
  // Made when it is asked for, since the library is loaded no earlier.
  get schema() { return new Schema({ schema: 'failsafe', resolveKnownTags: false }) as never; },
  version: '1.1',
  uniqueKeys: false,
  prettyErrors: false,
} as const;

type ErrorSource = number | readonly number[] | { readonly offset: number };

const COMMENT_WITHOUT_SPACE = 'Comments must be separated from other tokens by white space characters';

/** Any YAML document, by the library; throws {@link Unreadable}. */
export function readFullYaml(text: string, line: number, lines?: Lines): Reading {
  const at = lineCounter(text, line);
  const problems: Problem[] = [];
  const lexemes = new Lexemes(text, at);
  const document = compose(lexemes, at);
  if (document === undefined) { return { value: null, problems }; }
  const ignored = /^(?![ \t]*(?:#|$|\.\.\.))/m.exec(lexemes.rest);
  if (ignored !== null) {
    problems.push({ line: at(text.length - lexemes.rest.length + ignored.index), message: 'what follows "..." is not read by Kubernetes: begin a document with "---"' });
  }
  return { value: new Construction(at, problems, lines).document(document), problems };
}

/** The first document. The first error ends it: of a large file that is no YAML the library would find a million. */
function compose(lexemes: Lexemes, at: (offset: number) => number): Document.Parsed | undefined {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  let error: Unreadable | undefined;
  const refuse = (source: ErrorSource, code: string, message: string, isWarning?: boolean): void => {
    if (isWarning === true || message === COMMENT_WITHOUT_SPACE) { return; }
    // The library catches what is thrown within a collection, and reports that too.
    error ??= new Unreadable(at(offsetOf(source)), explain(code, message));
    throw error;
  };
  Object.assign(composer, { onError: refuse });
  let found: Document.Parsed | undefined;
  const take = (tokens: Iterable<CST.Token>): void => {
    for (const token of tokens) {
      if (token.type === 'error') { refuse(token, '', token.message); }
      for (const document of composer.next(token)) { found ??= document as Document.Parsed; }
    }
  };
  for (const lexeme of lexemes) { take(parser.next(lexeme)); }
  take(parser.end());
  for (const document of composer.end()) { found ??= document as Document.Parsed; }
  return found;
}

function offsetOf(source: ErrorSource): number {
  if (typeof source === 'number') { return source; }
  return 'offset' in source ? source.offset : source[0];
}

function explain(code: string, message: string): string {
  if (code === 'RESOURCE_EXHAUSTION') { return 'objects and lists lie too deep in each other'; }
  if (/ at node end$| in YAML stream/.test(message)) { return 'this belongs to nothing above: check the indentation'; }
  return message;
}

/** From an offset in the text to a line of the file; what is missing at the end is missing in the last line with content. */
function lineCounter(text: string, first: number): (offset: number) => number {
  let starts: number[] | undefined;
  const last = text.trimEnd().length;
  return (place) => {
    const offset = Math.min(place, last);
    if (starts === undefined) {
      starts = [];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) { starts.push(at); }
    }
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (starts[middle] < offset) { low = middle + 1; } else { high = middle; }
    }
    return first + low;
  };
}
