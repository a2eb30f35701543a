import type { Disagreement } from './comparison';
import type { Judge } from './judge';
import { documents } from '../../../cli/read/json-documents';
import { readDocument } from '../../../cli/read/read-document';
import { textOf } from '../../../cli/read/text';

interface Reading { readonly documents: unknown[]; readonly failed?: string; readonly strict?: string }
interface Ours { readonly values: unknown[]; readonly refusals: string[]; readonly notes: string[] }

/** Reasons to refuse what kubectl reads, in a way that nobody expects. */
const STRICTER = new RegExp([
  'within brackets', 'nothing but spaces', 'more-indented leading empty lines', 'no directives', 'quote is not closed', 'belongs to nothing', 'behind the tag', 'Helm', '!!binary', 'too large', 'without a colon', 'sufficiently indented', 'on a single line',
].join('|'));

/** Compares what a file is as JSON, and whether it is refused, with what kubectl makes of it. */
export async function compareYaml(judge: Judge, lines: string[]): Promise<Disagreement | undefined> {
  const text = lines.join('\n');
  const theirs = await judge.ask<Reading>({ op: 'yaml', text });
  const ours = readValues(text);
  if (ours.refusals.some((message) => STRICTER.test(message))) { return undefined; }
  // Of keys that are the same text only in JSON, such as 1 and "1", kubectl takes any.
  if (ours.notes.filter((note) => note.includes('twice')).length > (theirs.strict?.match(/already set/g)?.length ?? 0)) { return undefined; }
  const differ = (about: string) => ({ about, ours, judge: theirs });
  if (theirs.failed === undefined) {
    if (ours.refusals.length > 0) { return ignoresTheEnd(text, theirs.documents) ? undefined : differ('YAML that kubectl reads'); }
    if (canonical(ours.values) !== canonical(theirs.documents)) { return differ('what YAML means'); }
    const isTwice = theirs.strict?.includes('already set in map') === true;
    const isPlain = theirs.documents.length === 1 && !text.includes('<<') && !text.includes('---') && !text.trimStart().startsWith('{');
    return isPlain && isTwice !== ours.notes.some((note) => note.includes('twice')) ? differ('keys that are repeated') : undefined;
  }
  if (ours.refusals.length === 0) { return differ('YAML that kubectl refuses'); }
  const isSame = canonical(ours.values.slice(0, theirs.documents.length)) === canonical(theirs.documents);
  return isSame || ignoresTheEnd(text, theirs.documents) ? undefined : differ('what YAML means before it is refused');
}

/** Whether kubectl read the beginning and dropped the rest without a word, which is an error here. */
function ignoresTheEnd(text: string, theirs: unknown[]): boolean {
  return Array.from(text, (_character, length) => readValues(text.slice(0, length)))
    .some(({ values, refusals }) => refusals.length === 0 && canonical(values) === canonical(theirs));
}

/** Like readText, but for documents that need not be manifests. */
export function readValues(text: string): Ours {
  const [values, refusals, notes]: [unknown[], string[], string[]] = [[], [], []];
  const decoded = textOf(Buffer.from(text));
  if (typeof decoded !== 'string') { return { values, refusals: [decoded.message], notes }; }
  for (const document of documents(decoded)) {
    if ('message' in document) {
      refusals.push(document.message);
      continue;
    }
    try {
      const { value, problems } = readDocument(document);
      if (value !== null) { values.push(value); }
      notes.push(...problems.map(({ message }) => message));
    } catch (error) {
      refusals.push((error as Error).message);
    }
  }
  return { values, refusals, notes };
}

export function canonical(value: unknown): string {
  const isList = Array.isArray(value);
  return JSON.stringify(isList ? value.map((each: unknown) => typeof each === 'object' ? each : 'no object') : value, (_key, member: unknown) => typeof member === 'object' && member !== null && !Array.isArray(member)
    ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => a < b ? -1 : 1)) : member);
}
