import type { Alias, Document, Node, Scalar as ScalarNode, YAMLMap } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { AliasBudget } from './alias-budget';
import { bindAliases } from './aliases';
import { keyText } from './key';
import type { Lines } from './lines';
import type { Problem } from './problem';
import { Unreadable } from './problem';
import { DEEPEST } from './reading';
import type { Scalar } from './scalar';
import { resolvePlain, resolveTagged } from './scalar';

type NodeMap = YAMLMap<Node, Node | null>;

const INFINITE = 'JSON, and so Kubernetes, knows no .inf and no .nan: put it in quotes';
const CORE_TAG = 'tag:yaml.org,2002:';

/** Makes plain JSON of the nodes of a document, as Go's library for YAML does. */
export class Construction {
  private readonly budget = new AliasBudget();
  private targets = new Map<Alias, Node>();
  private depth = 0;
  /** What JSON cannot hold, the number in a list or the key in an object; where a later key replaces it nobody minds. */
  private readonly unfit = new Map<unknown, Unreadable>();

  constructor(private readonly lineAt: (offset: number) => number, private readonly problems: Problem[], private readonly lines?: Lines) {}

  /** The value of a whole document. */
  public document({ contents }: Document.Parsed): unknown {
    if (contents === null) { return null; }
    this.targets = bindAliases(contents, (node) => this.line(node));
    if (this.lines !== undefined) { this.lines.root = this.line(contents); }
    const value = this.value(contents);
    if (this.unfit.size > 0) { this.refuseUnfit(value); }
    return value;
  }

  private value(node: Node | null): unknown {
    if (node === null) { return null; }
    if (!this.budget.allows()) { throw new Unreadable(this.line(node), 'aliases (*name) make this document too large'); }
    if (isAlias(node)) { return this.followed(node, (target) => this.value(target)); }
    if (isScalar(node)) { return this.number(this.scalar(node), node); }
    if (++this.depth > DEEPEST) { throw new Unreadable(this.line(node), 'objects and lists lie too deep in each other'); }
    const value = isMap(node) ? this.filled({}, node as NodeMap) : this.list(node);
    this.depth--;
    return value;
  }

  private number(value: Scalar, node: Node): Exclude<Scalar, bigint> {
    if (typeof value === 'number' && !Number.isFinite(value)) { this.unfit.set(value, new Unreadable(this.line(node), INFINITE)); }
    return typeof value === 'bigint' ? Number(value) : value;
  }

  private scalar(node: ScalarNode): Scalar {
    const text = String(node.value);
    if (node.tag === undefined) { return node.type === 'PLAIN' ? resolvePlain(text) : text; }
    return node.tag.startsWith(CORE_TAG) ? resolveTagged(node.tag.slice(CORE_TAG.length), text, this.line(node)) : text;
  }

  private list(node: Node): unknown[] {
    const items = isSeq(node) ? node.items as Node[] : [];
    const list = items.map((item) => this.value(item));
    if (this.lines !== undefined) { items.forEach((item, i) => this.lines!.set(list, i, this.line(item))); }
    return list;
  }

  /** The object with the members of a map, the last of the same key winning, be it merged or not. */
  private filled(object: object, { items, flow }: NodeMap): object {
    const own = new Set<string>();
    for (const { key: node, value } of items) {
      // The library loses a list that stands where the colon belongs.
      if (value === null && flow !== true) { throw new Unreadable(this.line(node), 'a key without a colon: write "key: value"'); }
      if (isMerge(node)) {
        this.merge(object, node, value);
        continue;
      }
      const key = this.key(node, object);
      if (key === undefined) {
        this.value(value);
        continue;
      }
      if (own.has(key) && !this.budget.isInsideAlias) { this.problems.push({ line: this.line(node), message: `the key "${key}" stands there twice; Kubernetes takes the last` }); }
      own.add(key);
      this.set(object, key, this.value(value), node);
    }
    return object;
  }

  private key(node: Node, object: object): string | undefined {
    const target = isAlias(node) ? this.targets.get(node)! : node;
    if (!isScalar(target)) { throw new Unreadable(this.line(node), 'a key is an object or a list: put it in quotes'); }
    this.budget.allows();
    const scalar = this.scalar(target);
    const text = keyText(scalar);
    if (text === undefined) {
      const error = new Unreadable(this.line(node), scalar === null ? 'a key is empty or null: give it a name' : `the key ${scalar} is too large a number: put it in quotes`);
      if (node === target && target.value === '') { throw error; }
      this.unfit.set(object, error);
    }
    return text;
  }

  private refuseUnfit(value: unknown): void {
    const error = this.unfit.get(value);
    if (error !== undefined) { throw error; }
    if (typeof value === 'object' && value !== null) { Object.values(value).forEach((member) => this.refuseUnfit(member)); }
  }

  private set(object: object, key: string, value: unknown, node: Node): void {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    this.lines?.set(object, key, this.line(node));
  }

  private merge(object: object, key: Node, source: Node | null): void {
    const sources = isSeq(source) ? [...source.items as Node[]].reverse() : [source];
    for (const each of sources) {
      const target = isAlias(each) ? this.targets.get(each)! : each;
      if (!isMap(target)) { throw new Unreadable(this.line(key), '"<<" merges an object, or a list of objects, and nothing else'); }
      if (!this.budget.allows()) { throw new Unreadable(this.line(key), 'aliases (*name) make this document too large'); }
      if (isAlias(each)) { this.followed(each, () => this.filled(object, target as NodeMap)); } else { this.filled(object, target as NodeMap); }
    }
  }

  private followed<T>(alias: Alias, use: (target: Node) => T): T {
    if (!this.budget.enter(alias)) { throw new Unreadable(this.line(alias), `the anchor "${alias.source}" contains itself`); }
    const value = use(this.targets.get(alias)!);
    this.budget.leave(alias);
    return value;
  }

  private line(node: Node): number {
    return this.lineAt(node.range?.[0] ?? 0);
  }
}

function isMerge(node: Node): boolean {
  return isScalar(node) && node.value === '<<' && (node.tag === undefined ? node.type === 'PLAIN' : ['!', `${CORE_TAG}merge`].includes(node.tag));
}
