import { LineCounter, parseAllDocuments, Document } from 'yaml';
import { BadInput } from './bad-input';
import { Manifest } from './manifest';

/** Placeholder until the reader lands. */
export function readText(bytes: Buffer, source: string): { manifests: Manifest[]; bad: BadInput[] } {
  const lineCounter = new LineCounter();
  const manifests: Manifest[] = [];
  const bad: BadInput[] = [];
  const documents = parseAllDocuments(bytes.toString(), { lineCounter, prettyErrors: false, logLevel: 'silent' });
  (documents as Document.Parsed[]).forEach((document, position) => {
    const line = lineCounter.linePos(document.errors[0]?.pos[0] ?? document.contents?.range?.[0] ?? 0).line;
    try {
      const object: any = document.errors.length === 0 ? document.toJS() : undefined;
      if (document.errors.length > 0 || typeof object !== 'object' || typeof object?.kind !== 'string') {
        bad.push({ source, line, document: position + 1, message: document.errors[0]?.message.replace(/\s+/g, ' ') ?? 'no Kubernetes object' });
      } else {
        manifests.push({ object, source, document: position + 1, lineOf: () => line });
      }
    } catch (error) {
      bad.push({ source, line, document: position + 1, message: (error as Error).message });
    }
  });
  return { manifests, bad };
}
