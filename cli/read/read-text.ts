import type { BadInput } from './bad-input';
import type { Document } from './documents';
import { steps as stepsOf } from './field-path';
import { IS_TEMPLATE, lineOfHelmAction } from './helm';
import { documents } from './json-documents';
import { Lines } from './lines';
import type { Manifest } from './manifest';
import { objectsOf } from './objects';
import type { Problem } from './problem';
import { oneLine, Unreadable } from './problem';
import { readDocument } from './read-document';
import { textOf } from './text';

/** The kinds whose texts may be templates of something else. */
const HOLD_TEXTS = ['ConfigMap', 'Secret'];

/** The manifests of a file as Kubernetes reads them, and what in it is none; never throws. */
export function readText(bytes: Buffer, source: string): { manifests: Manifest[]; bad: BadInput[] } {
  const manifests: Manifest[] = [];
  const bad: BadInput[] = [];
  const text = textOf(bytes);
  if (typeof text !== 'string') { return { manifests, bad: [{ source, ...text }] }; }
  let number = 1;
  for (const document of documents(text)) {
    const found = 'message' in document ? { manifests: [], problems: [document] } : manifestsOf(document, source, number);
    for (const manifest of found.manifests) { manifests.push(manifest); }
    for (const problem of found.problems) { bad.push({ source, document: number, ...problem, message: oneLine(problem.message) }); }
    if (found.manifests.length + found.problems.length > 0) { number++; }
  }
  return { manifests, bad };
}

function manifestsOf(document: Document, source: string, number: number): { manifests: Manifest[]; problems: Problem[] } {
  const manifests: Manifest[] = [];
  try {
    const { value, problems } = readDocument(document);
    if (value === null) { return { manifests, problems }; }
    const lines = linesOf(document);
    for (const found of objectsOf(value)) {
      if ('message' in found) {
        problems.push({ line: lines(found.steps) ?? document.line, message: found.message, ...found.isOther ? { isOther: true } : {} });
      } else {
        manifests.push({ object: found.object, source, document: number, lineOf: (path = '') => lines([...found.steps, ...stepsOf(path)]) });
      }
    }
    const action = manifests.every(({ object }) => HOLD_TEXTS.includes(object.kind)) ? undefined : lineOfHelmAction(document.text);
    return action === undefined ? { manifests, problems } : { manifests: [], problems: [{ line: document.line + action, message: IS_TEMPLATE }] };
  } catch (error) {
    return { manifests: [], problems: [error as Unreadable] };
  }
}

/** Finds lines by reading the document once more, when somebody asks. */
function linesOf(document: Document): (steps: readonly string[]) => number | undefined {
  let found: { lines: Lines; value: unknown } | undefined;
  return (steps) => {
    if (found === undefined) {
      const lines = new Lines();
      found = { lines, value: readDocument(document, lines).value };
    }
    return found.lines.find(found.value, steps);
  };
}
