/** An object that nobody decoded: any field may be missing or of any type. */
export interface Loose {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The manifest as it was given. */
  readonly manifest: unknown;
}

/** What stands at a path of field names; nothing where the way there is blocked. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) {
      return undefined;
    }
    at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }
  return at;
}

/** The text at a path; nothing where there is something else. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = valueAt(value, ...path);
  return typeof text === 'string' ? text : undefined;
}

/** The list at a path; empty where there is something else. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** The texts of the map at a path, by key; empty where there is something else. */
export function textsAt(value: unknown, ...path: readonly string[]): Readonly<Record<string, string>> {
  const map = valueAt(value, ...path);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    return {};
  }
  return Object.fromEntries(Object.entries(map).flatMap(([key, text]) => typeof text === 'string' ? [[key, text]] : []));
}
