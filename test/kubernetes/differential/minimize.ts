/**
 * Removes as much of a manifest as it can while something still holds of it.
 *
 * @param holds is asked many times
 */
export async function minimize(manifest: unknown, holds: (manifest: unknown) => Promise<boolean>): Promise<unknown> {
  let current = manifest;
  for (let changed = true; changed;) {
    changed = false;
    for (const smaller of reductions(current)) {
      if (!await holds(smaller)) { continue; }
      current = smaller;
      changed = true;
      break;
    }
  }
  return current;
}

/** The manifest with one part less, large parts first. */
function* reductions(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (let i = value.length - 1; i >= 0; i--) { yield value.filter((_, j) => j !== i); }
    for (let i = 0; i < value.length; i++) {
      for (const smaller of reductions(value[i])) { yield value.map((element: unknown, j) => j === i ? smaller : element); }
    }
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    for (const [key] of entries) {
      if (key !== 'kind' && key !== 'apiVersion') { yield Object.fromEntries(entries.filter(([other]) => other !== key)); }
    }
    for (const [key, member] of entries) {
      for (const smaller of reductions(member)) { yield { ...value, [key]: smaller }; }
    }
  }
}
