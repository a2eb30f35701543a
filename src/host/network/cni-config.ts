import { CniFileOptions, CniNetwork } from './cni-options';
import { readNetwork } from './read-network';
import { assertFields, assertTexts } from '../checked-type';
import { copyOf, withoutUndefined } from '../copy';
import { DaemonContainer } from '../daemon-container';
import { invalid } from '../invalid';

const FILE = /^\d\d-[A-Za-z0-9][A-Za-z0-9._-]*\.conflist$/;

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
    assertFields('options of a network configuration', options, "{ replaces: ['99-old.conf'] }");
    assertTexts('replaces', options.replaces, "'99-old.conf'");
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

function assertReplaced(fileName: string, replaced: readonly string[]): void {
  for (const old of replaced) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(old) || old === fileName) {
      throw invalid(`file that '${fileName}' replaces`, 'the name of another file of the same directory', old);
    }
  }
}
