import { RawModel } from './model';
import { copyOf } from '../copy';
import { invalid } from '../invalid';

/** Configuration in the agent's own language; refuses none and two. */
export function rawOf(what: string, { text, settings }: { readonly text?: string; readonly settings?: { readonly [key: string]: unknown } }): RawModel {
  if ((text === undefined) === (settings === undefined)) {
    throw invalid(what, 'given text or settings, one of the two', { text, settings });
  }
  if (text !== undefined && (typeof text !== 'string' || text.trim() === '')) {
    throw invalid(`text of ${what}`, "configuration in the agent's own language", text);
  }
  if (settings !== undefined && (typeof settings !== 'object' || settings === null || Array.isArray(settings))) {
    throw invalid(`settings of ${what}`, 'a map of settings', settings);
  }
  return text === undefined ? { settings: copyOf(settings) } : { text };
}
