import { invalid } from '../invalid';

/** Versions of the specification that a runtime and plugins may speak. https://www.cni.dev/docs/spec/ */
const VERSIONS = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0'];
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** What the reference library reads of each plugin, beside its type; null is nothing to it. https://pkg.go.dev/github.com/containernetworking/cni/pkg/types#PluginConf */
const FIELDS: { readonly [field: string]: readonly [allowed: string, is: (value: unknown) => boolean] } = {
  cniVersion: ['text', isText],
  name: ['text', isText],
  capabilities: ['an object of true and false, such as { portMappings: true }', value => isObject(value) && Object.values(value).every(one => one === null || typeof one === 'boolean')],
  ipam: ["an object, such as { type: 'host-local' }", isObject],
  dns: ['an object with lists of texts, such as { nameservers: [] }', isDns],
  prevResult: ['an object', isObject],
};

/** What a container runtime reads of a configuration: the name of the network, and the programs that it names. */
export function readNetwork(fileName: string, text: string): { name: string; types: string[] } {
  const wrong = (allowed: string, got: unknown, repair?: string) => invalid(`network configuration '${fileName}'`, allowed, got, repair);
  let network: any;
  try {
    network = JSON.parse(text);
  } catch (error) {
    throw wrong('JSON', text, (error as Error).message);
  }
  if (!isObject(network)) {
    throw wrong('a JSON object with cniVersion, name and plugins', network);
  }
  const { name, cniVersion, plugins, disableCheck } = network as any;
  if (!isText(name) || !NAME.test(name)) {
    throw wrong("given a name of letters, digits, '_', '.' and '-'", name, "add name: 'pods'");
  }
  if (!VERSIONS.includes(cniVersion)) {
    throw wrong(`of a cniVersion such as '1.0.0' (${VERSIONS.join(', ')})`, cniVersion);
  }
  if (![undefined, true, false, 'true', 'false'].includes(disableCheck)) {
    throw wrong('of a disableCheck that is true or false', disableCheck);
  }
  if (!Array.isArray(plugins) || plugins.length === 0) {
    throw wrong("a list with plugins, such as [{ type: 'bridge' }]", plugins, 'list at least one plugin');
  }
  return { name, types: [...new Set(plugins.flatMap((plugin, position) => programsOf(plugin, `plugin ${position + 1} of '${fileName}'`)))] };
}

/** A plugin is a program of its own, and so is the one that gives its pods addresses. */
function programsOf(plugin: any, where: string): string[] {
  for (const [field, [allowed, is]] of Object.entries(FIELDS)) {
    const value = plugin?.[field];
    if (value !== undefined && value !== null && !is(value)) {
      throw invalid(`${field} of ${where}`, allowed, value);
    }
  }
  const types = [plugin?.type, ...plugin?.ipam?.type === undefined ? [] : [plugin.ipam.type]];
  for (const type of types) {
    if (!isText(type) || type === '' || type.includes('/')) {
      throw invalid(`type of ${where}`, "the name of a program, such as 'bridge', without a directory", type);
    }
  }
  return types;
}

function isDns(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([field, one]) => one === null
    || (['nameservers', 'search', 'options'].includes(field) ? Array.isArray(one) && one.every(isText) : field !== 'domain' || isText(one)));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
