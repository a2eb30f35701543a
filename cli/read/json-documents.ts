import type { Document } from './documents';
import { countLines, yamlDocuments } from './documents';
import type { Problem } from './problem';

/** The documents of a text: of JSON values one behind the other, or of YAML, as kubectl guesses it. */
export function* documents(text: string): Generator<Document | Problem> {
  if (!/^\s*\{/.test(text)) {
    yield* yamlDocuments(text, 1);
    return;
  }
  let [at, line, count] = [0, 1, 0];
  for (;;) {
    const start = nextValue(text, at);
    const between = countLines(text, at, start);
    if (start === text.length) { return; }
    const end = endOfValue(text, start);
    if (end === undefined || !isJson(text.slice(start, end))) {
      // One value of JSON may be a document of YAML; more of them cannot, nor can the few bytes that kubectl would look at.
      if (count > 1 || text.length - at < 4) { yield { line: line + between, message: 'what follows is no JSON' }; } else { yield* yamlRest(text, at, line); }
      return;
    }
    line += between;
    yield { text: text.slice(start, end), line, isJson: true };
    line += countLines(text, start, end);
    at = end;
    count++;
  }
}

/** As kubectl does, without white space to the end of its line. */
function yamlRest(text: string, at: number, line: number): Generator<Document | Problem> {
  const [space] = /^[^\S\n]*\n?/.exec(text.slice(at))!;
  return yamlDocuments(text.slice(at + space.length), space.endsWith('\n') ? line + 1 : line);
}

function nextValue(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at])) { at++; }
  return at;
}

/** Where the value ends that begins here: an object or a list by its brackets. */
function endOfValue(text: string, start: number): number | undefined {
  const tokens = /[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*(?:"|$)|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/gs;
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    if (depth === 0 && token.index > start) { return undefined; }
    const [first] = token[0];
    if (first === '{' || first === '[') { depth++; }
    if (first === '}' || first === ']') { depth--; }
    if (depth === 0) { return tokens.lastIndex; }
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
