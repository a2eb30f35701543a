/**
 * A deep copy of arrays and plain objects, so that what a caller changes later never reaches a manifest.
 * Values (class instances) are immutable and stay as they are.
 */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(copyOf) as T;
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return value;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    copy[key] = copyOf((value as Record<string, unknown>)[key]);
  }
  return copy as T;
}

/** Only what was given: a prop that says `undefined` has its default, and in cdk8s it would erase one. */
export function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
