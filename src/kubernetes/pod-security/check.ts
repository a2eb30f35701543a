import type { SecuredPod } from './secured-pod';

/** What a check has against a pod. */
export interface Finding {
  readonly fields: readonly string[];
  readonly message: string;
}

/** Looks for what breaks one check in one version of it. */
export type Look = (pod: SecuredPod) => Finding | undefined;

/** A rule of Pod Security and what became of it. */
export interface Check {
  readonly id: string;
  readonly level: 'baseline' | 'restricted';
  /** The check of the level below that need not be asked where this one is. */
  readonly replaces?: string;
  /** Each variant with the first minor version of the policy that has it, oldest first. */
  readonly variants: readonly (readonly [since: number, look: Look])[];
}

/** A field that breaks a check. */
export interface Offence {
  readonly field: string;
  /** Whose field it is; the pod's own where it is no container's. */
  readonly container?: string;
  readonly value?: string;
}

/** What a check has against a pod with these offences, as `reason (detail)` like the API server says it. */
export function finding(offences: readonly Offence[], reason: string, detail: () => string): Finding | undefined {
  return offences.length === 0 ? undefined : { fields: offences.map(({ field }) => field), message: `${reason} (${detail()})` };
}

/** `container "a"`, or `containers "a", "b"`. */
export function containersOf(offences: readonly Offence[]): string {
  const names = unique(offences.map(({ container }) => container));
  return `${plural('container', names)} ${quoted(names)}`;
}

/** `pod and container "a"`. */
export function settersOf(offences: readonly Offence[]): string {
  const ofContainers = offences.filter(({ container }) => container !== undefined);
  return [
    ...(ofContainers.length < offences.length ? ['pod'] : []),
    ...(ofContainers.length > 0 ? [containersOf(ofContainers)] : []),
  ].join(' and ');
}

/** The values that break a check, each once and in order. */
export function valuesOf(offences: readonly Offence[]): string[] {
  return unique(offences.map(({ value }) => value)).sort();
}

/** Names in double quotes. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** The word for one thing or for many. */
export function plural(word: string, things: readonly unknown[]): string {
  return things.length === 1 ? word : `${word}s`;
}

function unique(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
