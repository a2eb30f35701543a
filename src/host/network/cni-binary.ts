import { CniBinaryOptions } from './cni-options';
import { copyOf } from '../copy';
import { DaemonContainer } from '../daemon-container';
import { invalid } from '../invalid';
import { assertAbsolute } from '../paths';

/** A program of the container network interface, by its path in an image and its name on the node. */
interface Program {
  readonly source: string;
  readonly name: string;
}

/** Programs of the container network interface that come to the nodes from an image. */
export class CniBinary {
  /**
   * Programs of an image, which must have sh, cmp, cp, chmod and mv, as images of Alpine and BusyBox do.
   *
   * @param image image with a tag or a digest
   * @param options which programs
   */
  public static fromImage(image: string, options: CniBinaryOptions): CniBinary {
    return new CniBinary(image, options);
  }

  /** @internal */
  public readonly _programs: readonly Program[];

  /** @internal */
  public readonly _container: DaemonContainer;

  private constructor(
    /** The image. */
    public readonly image: string,
    options: CniBinaryOptions,
  ) {
    const { paths, names = {}, container = {} } = options ?? {};
    if (typeof image !== 'string' || image === '') {
      throw invalid('image of CNI programs', "given, such as 'example.com/cni:1.2.3'", image);
    }
    if (!Array.isArray(paths) || paths.length === 0) {
      throw invalid(`paths of CNI programs in '${image}'`, "given, such as ['/opt/cni/bin/agent']", paths);
    }
    const stray = Object.keys(names).find(path => !paths.includes(path));
    if (stray !== undefined) {
      throw invalid('names of CNI programs', 'given for paths that are listed', stray, 'add it to paths');
    }
    this._programs = paths.map(path => ({ source: path, name: nameOf(path, names[path]) }));
    this._container = copyOf(container);
  }

  /** Names of the programs on the node. */
  public get names(): string[] {
    return this._programs.map(({ name }) => name);
  }
}

function nameOf(path: string, given: string | undefined): string {
  assertAbsolute('path of a CNI program', path);
  const name = given ?? path.slice(path.lastIndexOf('/') + 1);
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name)) {
    throw invalid('name of a CNI program', "that of a file, which does not begin with '.'", name, 'give names: { path: name }');
  }
  return name;
}
