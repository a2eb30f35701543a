/** Whether keys come in the order in which they were written, as for cdk8s itself. */
const keepsOrder = () => Boolean(process.env.CDK8S_DISABLE_SORT);

/**
 * A value as cdk8s writes it: without what is undefined or null, keys sorted. Undefined where something in it is not plain
 * and needs cdk8s to resolve it.
 */
export function plainJson<T extends object>(value: T): T | undefined {
  try {
    return copy(value, !keepsOrder()) as T;
  } catch (error) {
    if (error === NOT_PLAIN) {
      return undefined;
    }
    throw error;
  }
}

const NOT_PLAIN = new Error('not plain');

function copy(value: unknown, sort: boolean): unknown {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'function') {
      throw NOT_PLAIN;
    }
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(element => copy(element, sort));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw NOT_PLAIN;
  }
  const keys = Object.keys(value);
  const result: Record<string, unknown> = {};
  for (const key of !sort || isSorted(keys) ? keys : keys.sort()) {
    const child = (value as Record<string, unknown>)[key];
    if (child !== undefined && child !== null) {
      result[key] = copy(child, sort);
    }
  }
  return result;
}

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (keys[i - 1] > keys[i]) {
      return false;
    }
  }
  return true;
}
