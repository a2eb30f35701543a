import { invalid } from '../host/invalid';

// https://pkg.go.dev/time#ParseDuration
const DURATION = /^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/;
const SECONDS: { readonly [unit: string]: number } = { ms: 1e-3, s: 1, m: 60, h: 3600 };

/** What RE2, the regular expressions of Go, has no equal for: https://github.com/google/re2/wiki/Syntax */
const NOT_IN_RE2 = /\(\?(=|!|<=|<!)|\\[1-9]|\\k</;

/** Refuses what a program in Go does not read as a time above 0. */
export function assertDuration(what: string, duration: string | undefined): void {
  if (duration !== undefined && (typeof duration !== 'string' || !DURATION.test(duration) || secondsOf(duration) === 0)) {
    throw invalid(what, "a duration of Go above 0, such as '10s' or '1m30s'", duration);
  }
}

/** Seconds of a duration. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/([0-9.]+)(ms|[smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit], 0);
}

/** Refuses what is no regular expression of Go, so that the program would not start. */
export function assertPattern(what: string, pattern: string | undefined): void {
  if (pattern !== undefined && (typeof pattern !== 'string' || NOT_IN_RE2.test(pattern) || !compiles(pattern))) {
    throw invalid(what, 'a regular expression of Go (RE2), which has no lookaround and no references to groups', pattern);
  }
}

/** Flags at the start of a group are of Go alone. */
function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern.replace(/\(\?[imsU-]+:/g, '(?:').replace(/^\(\?[imsU-]+\)/, ''));
    return true;
  } catch {
    return false;
  }
}
