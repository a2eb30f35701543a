import { readFileSync } from 'fs';
import { join } from 'path';
import { Placed, Plugin } from './parse';

/** The options of all plugins that we write, and the settings, as the programs of these versions define them. */
const OPTIONS: { readonly [plugin: string]: { readonly of: string; readonly see: string; readonly options: string } } =
  JSON.parse(readFileSync(join(__dirname, 'options.json'), 'utf8'));

/** All plugins and options that are in no documentation. */
export function undocumented(plugins: readonly Placed[]): string[] {
  return plugins.flatMap(plugin => unknownOf(`${plugin.section}:${plugin.name}`, plugin));
}

export function undocumentedSettings(settings: object): string[] {
  const known = OPTIONS.settings.options.split(' ');
  return Object.keys(settings).filter(setting => !known.includes(setting));
}

export function optionOf(plugin: Plugin | undefined, name: string): any {
  return plugin?.options.find(([other]) => other === name)?.[1];
}

function unknownOf(name: string, plugin: Plugin): string[] {
  const known = OPTIONS[name]?.options.split(' ');
  return known === undefined ? [name] : plugin.options.flatMap(([option, value]) => [
    ...known.includes(option) ? [] : [`${name} ${option}`],
    ...option !== 'codec' ? [] : typeof value === 'object' ? unknownOf(`codec:${(value as Plugin).name}`, value as Plugin)
      : OPTIONS[`codec:${value}`] === undefined ? [`codec:${value}`] : [],
  ]);
}
