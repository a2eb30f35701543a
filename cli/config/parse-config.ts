import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { Acknowledgement, Config } from './config';
import { checkOf } from '../check/known-ids';
import { didYouMean, oneOf } from '../nearest';
import { printable } from '../printable';
import { BadInput } from '../read/bad-input';

type Value = Node | null | undefined;

/** Reads a configuration file; every mistake in it is one line. */
export function parseConfig(text: string, file: string): Config | { readonly mistakes: readonly BadInput[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument<Node>(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
  const lineAt = (offset: number | undefined) => lineCounter.linePos(offset ?? 0).line;
  if (document.errors.length > 0) {
    const [{ pos, message }] = document.errors;
    return { mistakes: [{ source: file, line: lineAt(pos[0]), message: `it is no YAML: ${printable(message)}` }] };
  }
  const reader = new ConfigReader(file, node => lineAt(node?.range?.[0]));
  const config = reader.read(document.contents);
  return reader.mistakes.length > 0 ? { mistakes: reader.mistakes } : config;
}

class ConfigReader {
  public readonly mistakes: BadInput[] = [];

  constructor(private readonly file: string, private readonly lineOf: (node: Value) => number) {}

  public read(root: Value): Config {
    if (root === null || isScalar(root) && root.value === null) {
      return { acknowledge: [], ignore: [] };
    }
    const { acknowledge, ignore } = this.fields(root, 'the configuration', ['acknowledge', 'ignore']);
    return {
      acknowledge: this.items(acknowledge, 'acknowledge').flatMap((item, i) => this.acknowledgement(item, `acknowledge[${i}]`)),
      ignore: this.items(ignore, 'ignore').flatMap((item, i) => {
        const id = this.text(item, `ignore[${i}]`, item);
        return id !== undefined && this.checkOf(id, `ignore[${i}]`, item) ? [id] : [];
      }),
    };
  }

  private acknowledgement(item: Value, path: string): Acknowledgement[] {
    if (!isMap(item)) {
      this.mistake(item, `${path} must be a map of id, object and reason`);
      return [];
    }
    const fields = this.fields(item, path, ['id', 'object', 'reason']);
    const [id, object, reason] = ['id', 'object', 'reason'].map(field => this.text(fields[field], `${path}.${field}`, fields[field] ?? item));
    if (id !== undefined && this.checkOf(id, `${path}.id`, fields.id)?.acknowledgeable === false) {
      this.mistake(fields.id, `${path}.id: what ${id} finds cannot be acknowledged, only repaired; to see nothing of it, name it in ignore`);
    }
    if (object !== undefined && !/^(\S+ \S+|\*)/.test(object)) {
      this.mistake(fields.object, `${path}.object must be a kind and a name such as 'DaemonSet kube-system/kube-proxy', with * for any letters, got '${object}'`);
    }
    return id !== undefined && object !== undefined && reason !== undefined ? [{ id, object, reason, file: this.file, line: this.lineOf(item) }] : [];
  }

  private checkOf(id: string, path: string, node: Value) {
    const check = checkOf(id);
    if (typeof check !== 'string') {
      return check;
    }
    this.mistake(node, `${path}: ${check}`);
    return undefined;
  }

  /** The values of a map by key; a key that nothing is done with is a mistake. */
  private fields(node: Value, path: string, allowed: readonly string[]): Record<string, Value> {
    if (!isMap(node)) {
      this.mistake(node, `${path} must be a map with ${allowed.join(' and ')}`);
      return {};
    }
    return Object.fromEntries((node as YAMLMap<Node, Node | null>).items.flatMap(({ key, value }) => {
      const name = String(isScalar(key) ? key.value : key);
      if (!allowed.includes(name)) {
        this.mistake(key, `${path} has no field '${printable(name)}'${didYouMean(name, allowed) || `: it may have ${oneOf(allowed)}`}`);
        return [];
      }
      return [[name, value ?? undefined]];
    }));
  }

  private items(node: Value, path: string): readonly Value[] {
    if (node === undefined || isScalar(node) && node.value === null) {
      return [];
    }
    if (!isSeq(node)) {
      this.mistake(node, `${path} must be a list`);
      return [];
    }
    return node.items as Value[];
  }

  private text(node: Value, path: string, place: Value): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    this.mistake(place, node === undefined ? `${path} is missing` : `${path} must be a text that is not empty`);
    return undefined;
  }

  private mistake(node: Value, message: string): void {
    this.mistakes.push({ source: this.file, line: this.lineOf(node), message });
  }
}
