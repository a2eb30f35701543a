import { invalid } from '../host/invalid';

/**
 * Refuses what a program in Go reads as no duration.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function assertGoDuration(what: string, duration: string | undefined): void {
  if (duration !== undefined && !/^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$/.test(duration)) {
    throw invalid(what, "a duration with its unit, such as '30s' or '1m30s'", duration);
  }
}

/** Refuses what a program in Go reads as no duration, or as none at all. */
export function assertDurationAboveZero(what: string, duration: string | undefined): void {
  if (duration !== undefined && (typeof duration !== 'string' || !/^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/.test(duration) || secondsOf(duration) === 0)) {
    throw invalid(what, "a duration of Go above 0, such as '10s' or '1m30s'", duration);
  }
}

/** Seconds of a duration. */
export function secondsOf(duration: string): number {
  const units: { readonly [unit: string]: number } = { ms: 1e-3, s: 1, m: 60, h: 3600 };
  return [...duration.matchAll(/([0-9.]+)(ms|[smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit], 0);
}

/** What RE2, the language of Go, has no equal for. */
const NOT_IN_RE2 = /\(\?(=|!|<=|<!)|\\[1-9]|\\k</;

/**
 * Refuses what is no regular expression of Go: programs panic or stop at their start.
 * @see https://github.com/google/re2/wiki/Syntax
 */
export function assertPattern(what: string, pattern: string | undefined): void {
  if (pattern === undefined) {
    return;
  }
  if (/^(["']).*\1$/.test(pattern)) {
    throw invalid(what, 'a regular expression without quotes around it', pattern, 'no shell takes them away, so that the pattern would never match');
  }
  if (NOT_IN_RE2.test(pattern) || goPattern(pattern) === undefined) {
    throw invalid(what, 'a regular expression of Go (RE2), which has no lookaround and no references to groups', pattern);
  }
}

/** What a pattern of Go matches, as far as JavaScript can say it; undefined for no pattern. A part that turns case off, as in `(?i:…)`, is of Go alone. */
export function goPattern(pattern: string): RegExp | undefined {
  const flags = /^\(\?([ims]+)\)/.exec(pattern)?.[1] ?? '';
  try {
    return new RegExp(pattern.replace(/^\(\?[imsU-]+\)/, '').replace(/\(\?[imsU-]+:/g, '(?:').replace(/\(\?P</g, '(?<'), [...new Set(flags)].join(''));
  } catch {
    return undefined;
  }
}
