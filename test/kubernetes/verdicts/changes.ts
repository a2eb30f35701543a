/** Values by the paths of fields; a key that is no plain name stands as `["a.b/c"]`. */
export type Changes = { readonly [path: string]: unknown };

type Json = Record<string, unknown>;

/** What one value has more, other or (null) not, beside another; a list of another length counts as a whole. */
export function changes(before: unknown, after: unknown, at = ''): Changes {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return Object.assign({}, ...after.map((element, i) => changes(before[i], element, `${at}[${i}]`)));
  }
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? {} : { [at]: after };
  }
  const paths = (key: string) => /^[A-Za-z_$][\w$]*$/.test(key) ? (at ? `${at}.${key}` : key) : `${at}[${JSON.stringify(key)}]`;
  const dropped = Object.keys(before).filter(key => !(key in after)).map(key => ({ [paths(key)]: null }));
  return Object.assign({}, ...dropped, ...Object.entries(after).map(([key, value]) => key in before
    ? changes(before[key], value, paths(key))
    : { [paths(key)]: value }));
}

/** The inverse: the value after these changes. */
export function changed(before: unknown, differences: Changes): unknown {
  const root = { value: structuredClone(before) };
  for (const [path, value] of Object.entries(differences)) {
    const steps = ['value', ...stepsOf(path)];
    const last = steps.pop()!;
    const holder = steps.reduce((parent: any, step) => parent[step], root);
    if (value === null) { delete holder[last]; } else { holder[last] = value; }
  }
  return root.value;
}

function stepsOf(path: string): string[] {
  return [...path.matchAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[\w$]+/g)]
    .map(([step]) => step.startsWith('["') ? JSON.parse(step.slice(1, -1)) as string : step.replace(/[[\]]/g, ''));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
