import { readFileSync } from 'fs';
import { join } from 'path';
import { Element } from './parse';

interface Documented {
  readonly of: string;
  readonly see: string;
  readonly parameters: string;
  readonly sections?: { readonly [section: string]: string };
}

/** The parameters of all plugins that we write, as the programs of these versions define them. */
const OPTIONS: { readonly [plugin: string]: Documented } = JSON.parse(readFileSync(join(__dirname, 'options.json'), 'utf8'));

const KIND: { readonly [section: string]: string } = { source: 'input', filter: 'filter', match: 'output', store: 'output' };
const OF_ALL = ['@type', '@id', '@label', '@log_level'];
/** Sections whose parameters are names of fields or labels. */
const FREE = ['record', 'label'];

/** All plugins, sections and parameters of a configuration that are in no documentation. */
export function undocumented(config: Element): string[] {
  return config.elements.flatMap(element => element.name === 'label' ? undocumented(element)
    : element.name === 'system' ? unknownOf(element, ['system'], 'system')
      : ofPlugin(element));
}

function ofPlugin(element: Element): string[] {
  const plugin = `${KIND[element.name]}:${typeOf(element)}`;
  const known = OPTIONS[plugin];
  return known === undefined ? [plugin] : [
    ...unknownOf(element, [plugin], plugin, OF_ALL),
    ...element.elements.flatMap(inner => ofInner(inner, plugin, known)),
  ];
}

function ofInner(inner: Element, plugin: string, known: Documented): string[] {
  const where = `${plugin} ${inner.name}`;
  const own = known.sections?.[inner.name]?.split(' ') ?? [];
  switch (inner.name) {
    case 'store': return ofPlugin(inner);
    case 'parse': return [...unknownOf(inner, [`parser:${typeOf(inner)}`], where, own), ...inner.elements.flatMap(pattern =>
      unknownOf(pattern, [`parser:${parameterOf(pattern, 'format')}`], `${where} pattern`, ['format']))];
    case 'buffer': return unknownOf(inner, [`buffer:${typeOf(inner)}`], where, own);
    case 'format': return unknownOf(inner, [`formatter:${typeOf(inner)}`], where, own);
    case 'storage': return unknownOf(inner, [`storage:${typeOf(inner)}`], where, own);
    default: return FREE.includes(inner.name) ? [] : known.sections?.[inner.name] === undefined ? [where] : unknownOf(inner, [], where, own);
  }
}

function unknownOf(element: Element, plugins: readonly string[], where: string, more: readonly string[] = []): string[] {
  const known = [...plugins.flatMap(plugin => OPTIONS[plugin]?.parameters.split(' ') ?? []), ...more, '@type'];
  const missing = plugins.filter(plugin => OPTIONS[plugin] === undefined);
  return [...missing, ...element.parameters.filter(([name]) => !known.includes(name)).map(([name]) => `${where} ${name}`)];
}

export function parameterOf(element: Element, name: string): string | undefined {
  return element.parameters.filter(([other]) => other === name).at(-1)?.[1];
}

function typeOf(element: Element): string | undefined {
  return parameterOf(element, '@type');
}
