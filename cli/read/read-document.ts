import type { Document } from './documents';
import { readFullYaml } from './full-yaml';
import { IS_TEMPLATE, lineOfAction } from './helm';
import { readJson } from './json';
import type { Lines } from './lines';
import { Unreadable } from './problem';
import type { Reading } from './reading';
import { NOT_SIMPLE, readSimpleYaml } from './simple-yaml';

/** The API server takes three million bytes; a List may hold many objects. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** The value of a document; throws {@link Unreadable}, with the reason that helps most. */
export function readDocument(document: Document, lines?: Lines): Reading {
  try {
    return read(document, lines);
  } catch (error) {
    const action = lineOfAction(document.text);
    if (action !== undefined) { throw new Unreadable(document.line + action, IS_TEMPLATE); }
    if (error instanceof Unreadable) { throw error; }
    // A stack that is too small, or the library's own failure; a user can do nothing with its trace.
    throw new Unreadable(document.line, error instanceof RangeError ? 'objects and lists lie too deep in each other' : `not readable: ${String(error)}`);
  }
}

function read({ text, line, isJson }: Document, lines?: Lines): Reading {
  if (text.length > MOST_CHARACTERS) { throw new Unreadable(line, 'the document is larger than 16 MiB: split it'); }
  if (isJson) { return readJson(text, line, lines); }
  const value = readSimpleYaml(text, line, lines);
  return value === NOT_SIMPLE ? readFullYaml(text, line, lines) : { value, problems: [] };
}
