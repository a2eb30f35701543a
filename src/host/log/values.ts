import { invalid } from '../invalid';

/** Refuses what is no struct, before a part of it is read. */
export function assertStruct<T extends object>(what: string, options: T, example: string): T {
  if (options === null || typeof options !== 'object' || Array.isArray(options) || has(options)) {
    throw invalid(what, `given as ${example}`, options);
  }
  return options;
}

/** Refuses what is no list. */
export function assertList(what: string, allowed: string, value: readonly unknown[] | undefined): void {
  if (value !== undefined && !Array.isArray(value)) {
    throw invalid(what, allowed, value);
  }
}

/** Refuses what is no value of a pipeline of these kinds. By its model, for instanceof fails where the library is loaded twice. */
export function assertModel(what: string, kinds: readonly string[], example: string, value: { readonly _model: unknown } | undefined): void {
  if (value !== undefined && !(has(value) && kinds.includes((value._model as { readonly kind?: string } | undefined)?.kind as string))) {
    throw invalid(what, `a value such as ${example}`, value);
  }
}

function has(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_model' in value;
}
