import { assertDriverOptions } from '../catalog/csi/assert-options';
import { assertDriver, CsiProgram } from '../catalog/csi/csi-plugin';
import { CUSTOM_OBJECT, customDriver } from '../catalog/csi/custom';
import { HOST_PATH_OBJECT, hostPathDriver } from '../catalog/csi/host-path';
import { NFS_OBJECT, nfsDriver } from '../catalog/csi/nfs';
import { csiNodePlugin } from '../catalog/csi/node-plugin';
import { CustomCsiDriverOptions, HostPathCsiDriverOptions, NfsCsiDriverOptions } from '../catalog/csi/options';
import { AgentConfig, AgentContext } from '../core/agent-config';
import { assertContainerGiven } from '../core/assert-options';
import { copyOf } from '../host/copy';
import { CsiDriverObjectOptions } from '../host/csi-driver-object-options';

/**
 * The driver of a CsiNodePlugin.
 *
 * With `HARDENED` each is privileged, as Kubernetes lets no other container share its mounts with the node, has no memory limit, as
 * checking a file system takes what it takes, and accepts both findings with these reasons. With `BARE` it is the container as you write
 * it, with what the options that you give ask for.
 */
export class CsiDriver {
  /**
   * The host-path driver of Kubernetes: directories of a node as volumes, to try CSI and the node plugin with. Volumes stay on their node.
   *
   * @param options what it says of itself
   */
  public static hostPath(options: HostPathCsiDriverOptions = {}): CsiDriver {
    assertDriverOptions(options);
    return new CsiDriver(hostPathDriver(copyOf(options)), HOST_PATH_OBJECT);
  }

  /**
   * The NFS driver of Kubernetes.
   *
   * With `HARDENED` it has the network of the node, as a mount hangs when the network in which it was made ends, and may write to its
   * image, as NFS 3 keeps its locks there.
   *
   * @param options how it mounts
   */
  public static nfs(options: NfsCsiDriverOptions = {}): CsiDriver {
    assertDriverOptions(options);
    return new CsiDriver(nfsDriver(copyOf(options)), NFS_OBJECT);
  }

  /**
   * Any other driver. Sockets, registration, probes and mounts are added to it.
   *
   * @param options what runs
   */
  public static custom(options: CustomCsiDriverOptions): CsiDriver {
    const copy = copyOf(options);
    assertContainerGiven(copy?.container);
    assertDriverOptions(copy);
    return new CsiDriver(customDriver(copy), CUSTOM_OBJECT);
  }

  private readonly _program: CsiProgram;

  private constructor(program: CsiProgram, private readonly object: CsiDriverObjectOptions) {
    assertDriver(program);
    this._program = program;
  }

  /** Name by which pods and storage classes know it. */
  public get name(): string {
    return this._program.name;
  }

  /** @internal */
  public _config(context: AgentContext): AgentConfig {
    return csiNodePlugin(this._program, context);
  }

  /** @internal */
  public get _object(): CsiDriverObjectOptions {
    return this._program.options.seLinux === true ? { ...this.object, seLinuxMount: true } : this.object;
  }
}
