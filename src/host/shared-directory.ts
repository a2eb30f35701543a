import { assertFields, assertKnownFields, assertOneOfEnum, assertYesOrNo } from './checked-type';
import { copyOf } from './copy';
import { HostPath } from './host-path';
import { HostPathType } from './host-path-type';
import { invalid } from './invalid';
import { MountPropagation } from './mount-propagation';
import { assertAbsolute, assertMountPath, assertSocketPath, normalPath } from './paths';
import { SeLinuxSharing } from './se-linux-sharing';
import { ForeignDirectoryOptions, OwnedDirectoryOptions } from './shared-directory-options';
import { isWithin, placeOf } from '../kubernetes/host-path';
import { isOfTheNode, isProtectedDirectory } from '../kubernetes/protected-directories';

/** Names of the options of every directory. */
const DETAILS = ['mountPath', 'type', 'volumeName', 'seLinux'];

/** All that can be said of a shared directory. */
type SharedDirectoryFields = OwnedDirectoryOptions & ForeignDirectoryOptions;

/**
 * A directory of the node that a daemon shares with pods on its node.
 */
export class SharedDirectory {
  /**
   * A directory of the daemon's own, which it may write. It is made where it is missing.
   *
   * @param path absolute path on the node, below a directory of the whole node such as `/run` or `/var/lib`
   * @param options owner and details
   */
  public static owned(path: string, options: OwnedDirectoryOptions = {}): SharedDirectory {
    assertOwn(path);
    assertOwnership(options);
    assertKnownFields('options of a directory', options, [...DETAILS, 'owner', 'group', 'mode', 'image', 'mounts']);
    return new SharedDirectory(path, true, { ...options, readOnly: false, propagation: options.mounts === true ? MountPropagation.BIDIRECTIONAL : undefined });
  }

  /**
   * A directory that belongs to somebody else, such as `/var/log`.
   *
   * @param path absolute path on the node
   * @param options details
   */
  public static foreign(path: string, options: ForeignDirectoryOptions = {}): SharedDirectory {
    assertFields('options of a foreign directory', options, '{ readOnly: false }');
    assertKnownFields('options of a foreign directory', options, [...DETAILS, 'readOnly', 'propagation']);
    assertYesOrNo('readOnly', options.readOnly);
    if (options.seLinux === SeLinuxSharing.RELABEL) {
      throw invalid('seLinux', 'SeLinuxSharing.NONE or .UNCONFINED for a foreign directory, whose label others rely on', options.seLinux,
        'share a directory of the daemon\'s own: SharedDirectory.owned()');
    }
    return new SharedDirectory(path, false, { ...options, readOnly: options.readOnly ?? true });
  }

  /**
   * A directory of the daemon's own with a Unix socket in it. Clients get the directory and never the socket alone: a mount holds on to the socket
   * that was there when the container started, and a daemon that starts again makes a new one.
   *
   * @param directory absolute path on the node, below a directory of the whole node such as `/run`
   * @param file name of the socket in it, such as `agent.sock`
   * @param options owner and details
   */
  public static socket(directory: string, file: string, options: OwnedDirectoryOptions = {}): SharedDirectory {
    const socket = SharedDirectory.owned(directory, options);
    if (typeof file !== 'string' || !/^[^/\0]+$/.test(file) || file === '.' || file === '..') {
      throw invalid('file of a socket', "a name without '/', such as 'agent.sock'", file);
    }
    return new SharedDirectory(directory, true, socket.fields, file);
  }

  /** Where the daemon's container sees the directory. */
  public readonly mountPath: string;

  /** Where the daemon's container makes the socket; undefined where there is none. */
  public readonly socketPath?: string;

  private readonly fields: SharedDirectoryFields;

  private constructor(
    /** Absolute path on the node. */
    public readonly path: string,
    /** Whether it is the daemon's own. */
    public readonly isOwned: boolean,
    fields: SharedDirectoryFields,
    private readonly socketFile?: string,
  ) {
    assertOneOfEnum('seLinux', fields.seLinux, 'SeLinuxSharing', SeLinuxSharing);
    assertOneOfEnum('propagation', fields.propagation, 'MountPropagation', MountPropagation);
    assertDirectoryType(fields.type);
    this.fields = copyOf(fields);
    this.mountPath = this._hostPath().mountPath;
    this.socketPath = socketFile === undefined ? undefined : this._socketIn(this.mountPath);
  }

  /** @internal */
  public get _fields(): SharedDirectoryFields {
    return this.fields;
  }

  /**
   * The mount of the daemon.
   *
   * @param likely the type where the user gave none
   * @internal
   */
  public _hostPath(likely?: HostPathType): HostPath {
    const { readOnly, mountPath, volumeName, propagation, type = likely } = this.fields;
    return HostPath[readOnly === true ? 'readOnly' : 'readWrite'](this.path, { mountPath, volumeName, propagation, type });
  }

  /**
   * The same volume for another container of the daemon, which may write it.
   *
   * @internal
   */
  public _mountedAt(mountPath: string): HostPath {
    const { volumeName, type } = this.fields;
    return HostPath.readWrite(this.path, { mountPath, volumeName, type });
  }

  /**
   * Where a container that sees the directory at a path finds the socket.
   *
   * @internal
   */
  public _socketIn(mountPath: string): string {
    if (this.socketFile === undefined) {
      throw invalid('directory', "one with a socket, such as SharedDirectory.socket('/run/agent', 'agent.sock')", this.path);
    }
    assertMountPath(mountPath);
    const path = normalPath(`${mountPath}/${this.socketFile}`);
    assertSocketPath(path, 'one of its directories');
    return path;
  }

  /**
   * The part of it that a client may not write without a decision; undefined where there is none.
   *
   * @internal
   */
  public _protected(subPath = ''): string | undefined {
    const part = normalPath(`${this.path}/${subPath}`);
    return isProtectedDirectory(part) ? part : undefined;
  }
}

/**
 * Refuses a directory of the node for one of the daemon's own.
 *
 * @param others more directories of the node
 */
export function assertOwn(path: string, others?: readonly string[]): void {
  assertAbsolute('path of the directory', path);
  const place = placeOf(normalPath(path));
  if (isOfTheNode(place, others)) {
    throw invalid('directory', 'one of its own', path,
      `that one belongs to the whole node: give one such as '${isWithin(place, '/run') ? '/run' : '/var/lib'}/my-daemon', or SharedDirectory.foreign('${path}')`);
  }
}

function assertOwnership(options: OwnedDirectoryOptions): void {
  assertFields('options of a directory', options, "{ owner: 1000, mode: '0750' }");
  const { owner, group, mode, mounts, image } = options;
  for (const [what, id] of Object.entries({ owner, group })) {
    if (id !== undefined && !(Number.isInteger(id) && id >= 0 && id <= 2147483647)) {
      throw invalid(what, 'a whole number from 0 to 2147483647', id, 'names of users mean nothing on the node');
    }
  }
  if (mode !== undefined && !(typeof mode === 'string' && /^[0-7]{3,4}$/.test(mode))) {
    throw invalid('mode', "three or four octal digits as a text, such as '0755'", mode);
  }
  if (image !== undefined && (typeof image !== 'string' || image === '')) {
    throw invalid('image', "given, such as 'docker.io/library/busybox:1.37.0'", image);
  }
  assertYesOrNo('mounts', mounts);
}

/** Types of which a directory can be. */
const OF_DIRECTORIES = [HostPathType.DIRECTORY, HostPathType.DIRECTORY_OR_CREATE, HostPathType.UNCHECKED];

/** Refuses the type of something that is no directory: what is shared is one. */
export function assertDirectoryType(type: HostPathType | undefined): void {
  if (type !== undefined && !OF_DIRECTORIES.includes(type)) {
    throw invalid('type', 'HostPathType.DIRECTORY, .DIRECTORY_OR_CREATE or .UNCHECKED', type, 'a directory is shared, also where what clients want is a file or a socket in it');
  }
}
