import { Item, option } from './conf';
import { invalid } from '../../host/invalid';

/** What stands for many things at once: a name, or a regular expression between slashes. */
export interface Selection {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** The options that select: collectd has one switch for all that stands in the lists of a plugin. */
export function selection(what: string, key: string, { include, exclude }: Selection): Item[] {
  assertOneOf(what, include, exclude);
  const chosen = include ?? exclude;
  if (chosen === undefined) {
    return [];
  }
  return [...chosen.flatMap(name => option(key, selected(what, name))), ...option('IgnoreSelected', exclude !== undefined)];
}

/** Refuses both directions at once, and lists of nothing. */
export function assertOneOf(what: string, include: object | undefined, exclude: object | undefined): void {
  if (include !== undefined && exclude !== undefined) {
    throw invalid(what, 'included or excluded, one of the two', { include, exclude }, 'collectd has one switch for both');
  }
  for (const list of [include, exclude]) {
    if (list !== undefined && Object.values(list).flat().length === 0) {
      throw invalid(what, 'given, or left out altogether', list);
    }
  }
}

/** A name, or a regular expression that is checked: with a wrong one collectd reports everything, and goes on. */
export function selected(what: string, name: string): string {
  const pattern = typeof name === 'string' ? /^\/(.+)\/$/.exec(name)?.[1] : undefined;
  if (typeof name !== 'string' || name === '' || /^["'].*["']$/.test(name)) {
    throw invalid(what, "names, or regular expressions such as '/^veth/'", name);
  }
  if (pattern !== undefined && !isPosixExpression(pattern)) {
    throw invalid(what, 'extended regular expressions of POSIX, which have no lookaround and no \\d', name);
  }
  return name;
}

/** https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap09.html */
export function isPosixExpression(pattern: string): boolean {
  // In brackets, POSIX has classes such as [:digit:] and no escapes; outside, a question mark repeats what stands before it.
  const outside = pattern.replace(/\[\^?\]?(\[[:.=][^\]]*[:.=]\]|[^\]])*\]/g, 'a');
  if (/\(\?|[*+?}][?+]|\\[a-zA-Z0-9]/.test(outside.replace(/\\[wWsSbB]/g, 'a'))) {
    return false;
  }
  try {
    return new RegExp(outside).source !== '';
  } catch {
    return false;
  }
}
