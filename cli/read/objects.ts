/** An object of a document, and the steps to it. */
export interface Found {
  readonly object: any;
  readonly steps: string[];
}

/** A problem of an object, and the steps to what has it. */
export interface Misfit {
  readonly steps: string[];
  readonly message: string;
  /** Whether it is not meant for Kubernetes at all. */
  readonly isOther?: boolean;
}

/** The objects of a document: one, or those of a List in a List. */
export function* objectsOf(value: unknown, steps: string[] = []): Generator<Found | Misfit> {
  const problem = misfit(value);
  if (problem !== undefined) {
    yield { ...problem, steps: [...steps, ...problem.steps], message: `${place(steps)}${problem.message}` };
    return;
  }
  const object = value as Record<string, unknown>;
  if (object.items === undefined || (!Array.isArray(object.items) && !String(object.kind).endsWith('List'))) {
    yield { object, steps };
    return;
  }
  const { items } = object;
  if (!Array.isArray(items)) {
    if (items !== null) { yield { steps: [...steps, 'items'], message: `${place(steps)}"items" of a ${String(object.kind)} is no list` }; }
    return;
  }
  for (const [i, item] of items.entries()) { yield* objectsOf(withKindOf(object, item), [...steps, 'items', String(i)]); }
}

/** The items of a DaemonSetList need not say that each is a DaemonSet. */
function withKindOf({ kind, apiVersion }: Record<string, unknown>, item: unknown): unknown {
  if (!isObject(item) || !isAbsent(item.kind) || !isAbsent(item.apiVersion)) { return item; }
  const own = String(kind).replace(/List$/, '');
  return own === '' ? item : { ...item, apiVersion, kind: own };
}

function misfit(value: unknown): Misfit | undefined {
  if (!isObject(value)) { return { steps: [], message: `a Kubernetes object is expected, this is ${nameOf(value)}`, isOther: true }; }
  const { apiVersion, kind, metadata } = value;
  if (isAbsent(apiVersion) && isAbsent(kind)) { return { steps: [], message: 'this is no Kubernetes object: it has neither apiVersion nor kind', isOther: true }; }
  for (const [name, text] of Object.entries({ apiVersion, kind })) {
    if (isAbsent(text)) { return { steps: [], message: `${name} is missing` }; }
    if (typeof text !== 'string') { return { steps: [name], message: `${name} must be a text, this is ${nameOf(text)}` }; }
  }
  if (!isAbsent(metadata) && !isObject(metadata)) { return { steps: ['metadata'], message: `metadata must be an object, this is ${nameOf(metadata)}` }; }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function nameOf(value: unknown): string {
  if (value === null) { return 'null'; }
  if (Array.isArray(value)) { return 'a list'; }
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'an object';
}

function place(steps: readonly string[]): string {
  return steps.length === 0 ? '' : `${steps.map((step) => /^[0-9]+$/.test(step) ? `[${step}]` : `.${step}`).join('').slice(1)}: `;
}
