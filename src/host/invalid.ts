/**
 * The error for a value that could never be right: what it is, what is allowed, what was given, and the repair.
 * It is thrown by the factory that was called, so that the stack ends where the value was typed.
 */
export function invalid(what: string, allowed: string, got: unknown, repair?: string): Error {
  return new Error(`${what} must be ${allowed}, got ${shown(got)}${repair === undefined ? '' : `: ${repair}`}`);
}

/** A value as the user typed it, cut where it would fill the screen. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : typeof value === 'number' ? String(value) : jsonOf(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** Names in quotes, for an error that lists what is there. */
export function listed(names: Iterable<string>): string {
  return [...names].map(name => `'${name}'`).join(', ') || 'none';
}

/** Undefined for what JSON cannot say, such as a construct, which is in a circle with its scope. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
