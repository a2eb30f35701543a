import { invalid } from '../../host/invalid';
import { RawModel } from '../../host/log/model';

/** The settings of a part in Fluent Bit's own language, which must say what it is. */
export function settingsOf(what: string, { settings = {} }: RawModel): { readonly [setting: string]: unknown } {
  if (typeof settings.name !== 'string' || settings.name === '') {
    throw invalid(`settings of ${what}`, 'given the name of a plugin of Fluent Bit', settings.name, "write settings: { name: '…' }");
  }
  return settings;
}
