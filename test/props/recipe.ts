import { App, Chart, Testing } from 'cdk8s';
import * as library from '../../src';

/** A value of the library as JSON, so that it can be printed and made smaller: `{ call: 'HostPath.readOnly', args: ['/var/log'] }`. */
export interface Call {
  readonly call: string;
  /** Left out for a constant, such as `EnvValue.NODE_NAME`. */
  readonly args?: readonly unknown[];
}

/** A daemon as JSON. */
export interface Recipe {
  readonly namespace: string;
  readonly props: object;
}

type Statics = Record<string, Record<string, unknown>>;

/** The manifests of a daemon; throws what a user would see. */
export function synthesize(construct: string, { namespace, props }: Recipe): any[] {
  const chart = new Chart(new App(), 'random', { namespace });
  new (library as any)[construct](chart, 'daemon', made(props));
  return Testing.synth(chart);
}

/** What a recipe stands for: calls made, everything else as it is. */
export function made(recipe: unknown): unknown {
  if (Array.isArray(recipe)) {
    return recipe.map(made);
  }
  if (typeof recipe !== 'object' || recipe === null) {
    return recipe;
  }
  if ('args' in recipe && !('call' in recipe)) {
    throw new Error('a call must have a name, got none: it was cut while a recipe was made smaller');
  }
  if ('call' in recipe) {
    const { call, args } = recipe as Call;
    const [type, member] = call.split('.');
    const owner = (library as unknown as Statics)[type];
    return args === undefined ? owner[member] : (owner[member] as (...values: unknown[]) => unknown).call(owner, ...args.map(made));
  }
  return Object.fromEntries(Object.entries(recipe).map(([name, value]) => [name, made(value)]));
}
