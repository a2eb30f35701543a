import { invalid } from '../../host/invalid';

/** What RE2, the language of Go, has no equal for. */
const NOT_IN_RE2 = /\(\?(=|!|<=|<!)|\\[1-9]|\\k</;

/**
 * Refuses what is no regular expression of Go: node_exporter would panic at the start.
 * https://github.com/google/re2/wiki/Syntax
 */
export function assertPattern(what: string, pattern: string | undefined): void {
  if (pattern === undefined) {
    return;
  }
  if (/^(["']).*\1$/.test(pattern)) {
    throw invalid(what, 'a regular expression without quotes around it', pattern, 'no shell takes them away, so that the pattern would never match');
  }
  if (NOT_IN_RE2.test(pattern) || !compiles(pattern)) {
    throw invalid(what, 'a regular expression of Go (RE2), which has no lookaround and no references to groups', pattern);
  }
}

/** A part that turns case off, as in `(?i:…)`, is of Go alone. */
function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern.replace(/\(\?[imsU-]+:/g, '(?:').replace(/^\(\?[imsU-]+\)/, ''));
    return true;
  } catch {
    return false;
  }
}
