import { Placement } from '../kubernetes/placement';

/** The labels of which every node of a placement has one of some values. */
export type Pins = ReadonlyMap<string, readonly string[]>;

/** What a placement says of its nodes in plain words. */
export function pinsOf({ nodeSelector, terms }: Placement): Pins {
  const expressions = terms?.length === 1 ? terms[0].expressions.filter(({ operator }) => operator === 'In') : [];
  return new Map<string, readonly string[]>([
    ...expressions.map(({ key, values = [] }) => [key, values] as const),
    ...Object.entries(nodeSelector).map(([key, value]) => [key, [value]] as const),
  ]);
}

/** Things on nodes, found without asking those that are plainly on other nodes: most daemons that never meet have a label of their own. */
export class PinIndex<T extends { readonly pins: Pins }> {
  private readonly byLabel = new Map<string, Map<string, T[]>>();
  private readonly anywhere: T[] = [];

  public add(one: T): void {
    const [label, values] = [...one.pins].find(([name]) => !name.endsWith('/os') && !name.endsWith('/arch')) ?? [];
    if (label === undefined) {
      this.anywhere.push(one);
      return;
    }
    const byValue = this.byLabel.get(label) ?? new Map<string, T[]>();
    this.byLabel.set(label, byValue);
    for (const value of new Set(values)) {
      const list = byValue.get(value);
      list === undefined ? byValue.set(value, [one]) : list.push(one);
    }
  }

  /** What may be on the nodes of these pins. */
  public* near(pins: Pins): Generator<T> {
    yield* this.anywhere;
    for (const [label, byValue] of this.byLabel) {
      for (const value of pins.get(label) ?? byValue.keys()) {
        yield* byValue.get(value) ?? [];
      }
    }
  }
}
