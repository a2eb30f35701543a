import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as library from '../../src';

/** A value of the library as JSON, so that it can be printed and made smaller: `{ call: 'HostPath.readOnly', arguments: ['/var/log'] }`. */
export interface Call {
  readonly call: string;
  /** Left out for a constant, such as `EnvValue.NODE_NAME`. */
  readonly arguments?: readonly unknown[];
}

/** A daemon as JSON. */
export interface Recipe {
  readonly namespace: string;
  readonly props: object;
  /** Workloads of others, and what the construct does to each. */
  readonly clients?: readonly ClientRecipe[];
}

/** A workload of somebody else that a construct is connected to. */
export interface ClientRecipe {
  readonly manifest: any;
  readonly method: string;
  /** What the method takes behind the workload. */
  readonly values: readonly unknown[];
}

type Statics = Record<string, Record<string, unknown>>;

/** The manifests of a daemon and of its clients; throws what a user would see. */
export function synthesize(construct: string, { namespace, props, clients = [] }: Recipe): any[] {
  const chart = new Chart(new App(), 'random', { namespace });
  const daemon = new (library as any)[construct](chart, 'daemon', made(props));
  for (const { manifest, method, values } of clients) {
    daemon[method](new ApiObject(chart, manifest.metadata.name, manifest), ...values.map(made));
  }
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
  if ('arguments' in recipe && !('call' in recipe)) {
    throw new Error('a call must have a name, got none: it was cut while a recipe was made smaller');
  }
  if ('call' in recipe) {
    const { call, arguments: values } = recipe as Call;
    const [type, member] = call.split('.');
    const owner = (library as unknown as Statics)[type];
    return values === undefined ? owner[member] : (owner[member] as (...all: unknown[]) => unknown).call(owner, ...values.map(made));
  }
  return Object.fromEntries(Object.entries(recipe).map(([name, value]) => [name, made(value)]));
}
