import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { equivalent } from '../../src/kubernetes/equality';

const FOLDER = process.env.PARITY;

/** The manifests of an upstream project, such as `NodeExporter/x.yaml`; undefined where the folder PARITY is not there. */
export function upstream(file: string): any[] | undefined {
  const path = FOLDER === undefined ? undefined : join(FOLDER, file);
  if (path === undefined || !existsSync(path)) {
    process.stderr.write(`not compared with ${file}: PARITY names no folder that has it\n`);
    return undefined;
  }
  return parseAllDocuments(readFileSync(path, 'utf8')).map(document => document.toJS()).filter(manifest => manifest !== null);
}

/** The one manifest of a kind. */
export function ofKind(manifests: readonly any[], kind: string): any {
  const found = manifests.filter(manifest => manifest.kind === kind);
  if (found.length !== 1) {
    throw new Error(`there are ${found.length} objects of the kind ${kind}`);
  }
  return found[0];
}

/** Where two DaemonSets differ in what they do. Fingerprints of configurations are overlooked, which each tool makes in its own way. */
export function daemonSetDifferences(ours: any, theirs: any): string[] {
  return equivalent(withoutChecksums(ours), withoutChecksums(theirs)).map(({ path, a, b }) => `${path}: ${JSON.stringify(a)} here, ${JSON.stringify(b)} there`);
}

/** An object as it is compared: without what is empty, and with each name in `masked` replaced. */
export function plain(value: any, masked: { readonly [name: string]: string } = {}): any {
  if (Array.isArray(value)) {
    return value.map(element => plain(element, masked));
  }
  if (typeof value === 'string') {
    return masked[value] ?? value;
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, masked)]).filter(([, inner]) => !isEmpty(inner)));
}

function isEmpty(value: any): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function withoutChecksums(daemonSet: any): any {
  const { metadata, ...template } = daemonSet.spec.template;
  const annotations = Object.entries(metadata.annotations ?? {}).filter(([name]) => !name.startsWith('checksum/') && !name.endsWith('/config-hash'));
  return { ...daemonSet, spec: { ...daemonSet.spec, template: { ...template, metadata: { ...metadata, annotations: Object.fromEntries(annotations) } } } };
}
