import { isConfigKey } from './formats';
import { invalid } from './invalid';
import { assertMountPath, normalPath } from './paths';
import { assertFileMode } from './volume-file';

/** Details of a configuration file. */
export interface ConfigFileOptions {
  /**
   * Names of the containers that see it.
   *
   * @default - the daemon's own container
   */
  readonly containers?: string[];

  /**
   * Key in the ConfigMap.
   *
   * @default - the name of the file
   */
  readonly key?: string;

  /**
   * Permission bits, such as `0o440`.
   *
   * @default 0o644
   */
  readonly mode?: number;

  /**
   * Whether the program notices by itself that the file has changed, so that a change replaces no pods.
   *
   * @default false
   */
  readonly isWatched?: boolean;
}

/**
 * A text file of the daemon, from a ConfigMap that the daemon owns. With `HARDENED` a change of the text rolls the pods.
 *
 * The directory of the file holds nothing but the daemon's files: what the image has there is hidden.
 */
export class ConfigFile {
  /**
   * A file with a text.
   *
   * @param path absolute path in the container, such as `/etc/agent/agent.yaml`
   * @param text the text
   * @param options details
   */
  public static text(path: string, text: string, options: ConfigFileOptions = {}): ConfigFile {
    return new ConfigFile(path, text, options);
  }

  /** Directory in the container. */
  public readonly directory: string;

  /** Name of the file in its directory. */
  public readonly fileName: string;

  /** Key in the ConfigMap. */
  public readonly key: string;

  private readonly options: ConfigFileOptions;

  private constructor(
    path: string,
    /** The text. */
    public readonly content: string,
    options: ConfigFileOptions,
  ) {
    assertMountPath(path);
    // Two files of one directory are one mount, however it was spelled.
    const normal = normalPath(path);
    const slash = normal.lastIndexOf('/');
    this.directory = normal.slice(0, slash);
    this.fileName = normal.slice(slash + 1);
    if (this.directory === '' || !path.endsWith(`/${this.fileName}`)) {
      throw invalid('path of a configuration file', "a file in a directory of its own, such as '/etc/agent/agent.yaml'", path);
    }
    if (typeof content !== 'string') {
      throw invalid(`text of '${path}'`, 'text', content, 'render it with JSON.stringify(…) or Yaml.stringify(…)');
    }
    this.key = options.key ?? this.fileName;
    if (!isConfigKey(this.key)) {
      throw invalid(`key of '${path}'`, "at most 253 of A-Z, a-z, 0-9, '-', '_' and '.'", this.key, 'give a key in the options');
    }
    assertFileMode(options.mode);
    this.options = { ...options, containers: options.containers && [...options.containers] };
  }

  /** Names of the containers that see it; empty for the daemon's own container. */
  public get containers(): string[] {
    return [...this.options.containers ?? []];
  }

  /** @internal */
  public get _isWatched(): boolean {
    return this.options.isWatched ?? false;
  }

  /** @internal */
  public get _mode(): number | undefined {
    return this.options.mode;
  }
}
