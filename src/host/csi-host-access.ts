import { checkedType } from './checked-type';
import { HostPath } from './host-path';
import { HostPathType } from './host-path-type';
import { MountPropagation } from './mount-propagation';
import { NodePlatform } from './node-platform';
import { normalPath } from './paths';

/** What a CSI driver sees of the node besides directories of the kubelet. */
export interface CsiHostAccessOptions {
  /**
   * Whether it sees the devices of the node, for block volumes and for what is formatted or attached.
   *
   * @default false
   */
  readonly devices?: boolean;
}

/**
 * The directories of the kubelet in which a CSI driver mounts volumes, each under the path that it has on the node, as the kubelet names
 * no other.
 *
 * @see https://kubernetes-csi.github.io/docs/deploying.html
 */
export class CsiHostAccess {
  /**
   * The directories of pods: for drivers that mount a volume where its pod finds it.
   *
   * @param options devices
   */
  public static pods(options: CsiHostAccessOptions = {}): CsiHostAccess {
    return new CsiHostAccess(['/pods'], options);
  }

  /**
   * The directories of pods, and those of plugins: for drivers that first stage a volume for the whole node, or serve block volumes.
   *
   * @param options devices
   */
  public static staging(options: CsiHostAccessOptions = {}): CsiHostAccess {
    return new CsiHostAccess(['/pods', '/plugins'], options);
  }

  /**
   * All that the kubelet has, its credentials too.
   *
   * @param options devices
   */
  public static kubeletDirectory(options: CsiHostAccessOptions = {}): CsiHostAccess {
    return new CsiHostAccess([''], options);
  }

  private readonly devices: boolean;

  private constructor(private readonly directories: readonly string[], options: CsiHostAccessOptions) {
    this.devices = options.devices ?? false;
  }

  /** @internal */
  public get _isOfKubelet(): boolean {
    return this.directories.includes('');
  }

  /** @internal */
  public _hostPaths(platform: NodePlatform): HostPath[] {
    const root = normalPath(platform.kubeletRoot);
    return [
      ...this.directories.map(directory => HostPath.readWrite(`${root}${directory}`, {
        volumeName: `${directory.slice(1) || 'kubelet'}-dir`,
        type: checkedType(platform, `${root}${directory}`, HostPathType.DIRECTORY),
        propagation: MountPropagation.BIDIRECTIONAL,
      })),
      ...this.devices ? [HostPath.readWrite('/dev', { volumeName: 'device-dir', type: checkedType(platform, '/dev', HostPathType.DIRECTORY) })] : [],
    ];
  }
}
