import { CniFileOptions, CniNetwork } from './cni-options';
import { copyOf, withoutUndefined } from '../copy';
import { DaemonContainer } from '../daemon-container';
import { invalid } from '../invalid';

/** Versions of the specification that a runtime and plugins may speak. https://www.cni.dev/docs/spec/ */
const VERSIONS = ['0.1.0', '0.2.0', '0.3.0', '0.3.1', '0.4.0', '1.0.0', '1.1.0'];
const FILE = /^\d\d-[A-Za-z0-9][A-Za-z0-9._-]*\.conflist$/;
const NETWORK = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/**
 * A network configuration of the nodes. It is read when it is made: what no container runtime could use is refused.
 *
 * @see https://www.cni.dev/docs/spec/#section-1-network-configuration-format
 */
export class CniConfig {
  /**
   * A list of plugins.
   *
   * @param fileName two digits, '-', a name and '.conflist', such as `10-agent.conflist`; a runtime takes the first file by name
   * @param network the network
   * @param options details
   */
  public static conflist(fileName: string, network: CniNetwork, options: CniFileOptions = {}): CniConfig {
    const { name, cniVersion = '1.0.0', plugins, disableCheck } = network ?? {};
    return new CniConfig(fileName, `${JSON.stringify(withoutUndefined({ cniVersion, name, disableCheck, plugins }), null, 2)}\n`, options);
  }

  /**
   * A list of plugins as it stands in the file.
   *
   * @param fileName two digits, '-', a name and '.conflist', such as `10-agent.conflist`; a runtime takes the first file by name
   * @param text JSON with cniVersion, name and plugins
   * @param options details
   */
  public static text(fileName: string, text: string, options: CniFileOptions = {}): CniConfig {
    return new CniConfig(fileName, text, options);
  }

  /** Name of the network. */
  public readonly networkName: string;

  private readonly types: readonly string[];
  private readonly options: CniFileOptions;

  private constructor(
    /** Name of the file in the directory of the runtime. */
    public readonly fileName: string,
    /** Text of the file. */
    public readonly content: string,
    options: CniFileOptions,
  ) {
    assertFileName(fileName);
    const { name, types } = readNetwork(fileName, content);
    this.networkName = name;
    this.types = types;
    this.options = copyOf(options);
    assertReplaced(fileName, this.options.replaces ?? []);
  }

  /** Programs that it names, plugins and their address managers. */
  public get pluginTypes(): string[] {
    return [...this.types];
  }

  /** @internal */
  public get _replaces(): readonly string[] {
    return this.options.replaces ?? [];
  }

  /** @internal */
  public get _container(): DaemonContainer {
    return this.options.container ?? {};
  }
}

function assertFileName(fileName: string): void {
  if (typeof fileName !== 'string' || !FILE.test(fileName)) {
    const bare = String(fileName ?? '').replace(/^.*\//, '').replace(/^\d*-?/, '').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9._-]/g, '') || 'agent';
    throw invalid('file name of a network configuration', "two digits, '-', a name and '.conflist'", fileName, `write '10-${bare}.conflist'`);
  }
}

function readNetwork(fileName: string, text: string): { name: string; types: string[] } {
  const wrong = (allowed: string, got: unknown, repair?: string) => invalid(`network configuration '${fileName}'`, allowed, got, repair);
  let network: any;
  try {
    network = JSON.parse(text);
  } catch (error) {
    throw wrong('JSON', text, (error as Error).message);
  }
  if (typeof network !== 'object' || network === null || Array.isArray(network)) {
    throw wrong('a JSON object with cniVersion, name and plugins', network);
  }
  const { name, cniVersion, plugins } = network;
  if (typeof name !== 'string' || !NETWORK.test(name)) {
    throw wrong("given a name of letters, digits, '_', '.' and '-'", name, "add name: 'pods'");
  }
  if (!VERSIONS.includes(cniVersion)) {
    throw wrong(`of a cniVersion such as '1.0.0' (${VERSIONS.join(', ')})`, cniVersion);
  }
  if (!Array.isArray(plugins) || plugins.length === 0) {
    throw wrong("a list with plugins, such as [{ type: 'bridge' }]", plugins, 'list at least one plugin');
  }
  return { name, types: [...new Set(plugins.flatMap((plugin, position) => programsOf(plugin, `plugin ${position + 1} of '${fileName}'`)))] };
}

/** A plugin is a program of its own, and so is the one that gives its pods addresses. */
function programsOf(plugin: any, where: string): string[] {
  const types = [plugin?.type, ...plugin?.ipam?.type === undefined ? [] : [plugin.ipam.type]];
  for (const type of types) {
    if (typeof type !== 'string' || type === '' || type.includes('/')) {
      throw invalid(`type of ${where}`, "the name of a program, such as 'bridge', without a directory", type);
    }
  }
  return types;
}

function assertReplaced(fileName: string, replaced: readonly string[]): void {
  for (const old of replaced) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(old) || old === fileName) {
      throw invalid(`file that '${fileName}' replaces`, 'the name of another file of the same directory', old);
    }
  }
}
