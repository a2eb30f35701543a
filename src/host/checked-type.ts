import { HostPathType } from './host-path-type';
import { invalid, listed } from './invalid';
import { NodePlatform } from './node-platform';

/** The type of a host path that can be checked, or none where the kubelet would look for the path in a place of its own. */
export function checkedType(platform: NodePlatform, path: string, type: HostPathType): HostPathType {
  return platform.kubeletSees(path) ? type : HostPathType.UNCHECKED;
}

/** Refuses what has no fields; a program without types may give it. */
export function assertFields(what: string, value: unknown, example: string): void {
  if (value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value))) {
    throw invalid(what, `fields, such as ${example}`, value);
  }
}

/** Refuses fields that nobody reads; a program without types may give them. */
export function assertKnown(what: string, value: object, names: readonly string[]): void {
  const unknown = Object.keys(value).find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw invalid(what, `fields of ${listed(names)}`, unknown);
  }
}

/** Refuses what is no list of texts, such as one text, whose letters would be the list. */
export function assertTexts(what: string, value: unknown, example: string): void {
  if (value !== undefined && !(Array.isArray(value) && value.every(text => typeof text === 'string'))) {
    throw invalid(what, 'a list of texts', value, `write [${example}]`);
  }
}

/** Refuses what is no list of values of this library. */
export function assertValues(what: string, value: unknown, example: string): void {
  if (value !== undefined && !(Array.isArray(value) && value.every(one => one !== null && typeof one === 'object'))) {
    throw invalid(what, `a list of values such as ${example}`, value);
  }
}

/** Refuses words for yes and no. */
export function assertYesOrNo(what: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalid(what, 'true or false', value);
  }
}

/** Refuses what is no member of an enum; a program without types may write its text. */
export function assertOneOfEnum(what: string, value: unknown, name: string, members: { readonly [member: string]: string }): void {
  if (value !== undefined && !Object.values(members).includes(value as string)) {
    throw invalid(what, `one of ${Object.keys(members).map(member => `${name}.${member}`).join(', ')}`, value);
  }
}
