import { isDnsLabel } from './formats';
import { HostPathType } from './host-path-type';
import { invalid } from './invalid';
import { likelyType } from './likely-type';
import { MountPropagation, RecursiveReadOnly } from './mount-propagation';
import { NodePlatform } from './node-platform';
import { assertAbsolute, assertMountPath, assertSubPathOptions } from './paths';
import { shortHash } from './short-hash';
import type { VolumeMount } from '../kubernetes/wire/container';
import type { HostPathVolumeSource } from '../kubernetes/wire/volume';

/** Details of a host path. */
export interface HostPathOptions {
  /**
   * Where the container sees it.
   *
   * @default - the path that it has on the node
   */
  readonly mountPath?: string;

  /**
   * What must be at the path on the node.
   *
   * @default - with `HARDENED`, what the path looks like: `Socket` for `*.sock`, `FileOrCreate` for `*.lock`, `File` for
   * well-known files such as `/etc/machine-id`, no check below `/dev` and where the platform's kubelet does not see the path,
   * otherwise `DirectoryOrCreate` for a writable path and `Directory` for a read-only one and for those that every node has, such as
   * `/dev`, `/run` and `/var/log`; with `BARE`, no check
   */
  readonly type?: HostPathType;

  /**
   * How later mounts travel between node and container.
   *
   * @default - not at all (the default of Kubernetes)
   */
  readonly propagation?: MountPropagation;

  /**
   * A path inside the host path to mount instead of the whole; must be relative.
   *
   * @default - the whole path
   */
  readonly subPath?: string;

  /**
   * Like `subPath`, with `$(VAR)` replaced by environment variables of the container.
   *
   * @default - the whole path
   */
  readonly subPathExpr?: string;

  /**
   * Whether mounts below a read-only path are read-only too.
   *
   * @default - they stay writable (the default of Kubernetes)
   */
  readonly recursiveReadOnly?: RecursiveReadOnly;

  /**
   * Name of the volume in the pod; two mounts with one path share one volume.
   *
   * @default - `host` and the path, such as `host-var-log`
   */
  readonly volumeName?: string;
}

/**
 * A path of the node that a container sees.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export class HostPath {
  /**
   * The container may read the path.
   *
   * @param path absolute path on the node
   * @param options details
   */
  public static readOnly(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, true, options);
  }

  /**
   * The container may read and write the path.
   *
   * @param path absolute path on the node
   * @param options details
   */
  public static readWrite(path: string, options: HostPathOptions = {}): HostPath {
    return new HostPath(path, false, options);
  }

  /** Where the container sees it. */
  public readonly mountPath: string;

  /** Name of its volume in the pod. */
  public readonly volumeName: string;

  private readonly options: HostPathOptions;

  private constructor(
    /** Absolute path on the node. */
    public readonly path: string,
    /** Whether the container may only read it. */
    public readonly isReadOnly: boolean,
    options: HostPathOptions,
  ) {
    assertAbsolute('host path', path);
    this.options = { ...options };
    this.mountPath = options.mountPath ?? path;
    assertMountPath(this.mountPath);
    assertSubPathOptions(options);
    if (options.recursiveReadOnly !== undefined && options.recursiveReadOnly !== RecursiveReadOnly.DISABLED && !isReadOnly) {
      throw invalid('recursiveReadOnly', "left out of HostPath.readWrite('...')", options.recursiveReadOnly, 'use HostPath.readOnly');
    }
    this.volumeName = options.volumeName ?? volumeNameOf(path);
    if (!isDnsLabel(this.volumeName)) {
      throw invalid('volume name', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", this.volumeName);
    }
  }

  /** @internal */
  public _source(platform: NodePlatform | undefined): HostPathVolumeSource {
    const type = this.options.type
      ?? (platform === undefined || !platform.kubeletSees(this.path) ? HostPathType.UNCHECKED : likelyType(this.path, this.isReadOnly));
    return { path: this.path, type: type === HostPathType.UNCHECKED ? undefined : type };
  }

  /** @internal */
  public get _isTypeGuessed(): boolean {
    return this.options.type === undefined;
  }

  /** @internal */
  public _mount(): VolumeMount {
    return {
      name: this.volumeName,
      mountPath: this.mountPath,
      readOnly: this.isReadOnly || undefined,
      mountPropagation: this.options.propagation,
      subPath: this.options.subPath,
      subPathExpr: this.options.subPathExpr,
      recursiveReadOnly: this.options.recursiveReadOnly,
    };
  }
}

function volumeNameOf(path: string): string {
  const name = `host${path === '/' ? '-root' : path.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-+$/, '')}`;
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${shortHash(path)}`;
}
