import { Construct, IConstruct } from 'constructs';
import { fileSharer } from '../catalog/files/file-sharer';
import { accepts } from '../core/acknowledged';
import { agentDaemon } from '../core/agent-daemon';
import { usesOfDaemons } from '../core/daemon-uses';
import { mountInto } from '../core/mount-into';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { inConstruct } from '../core/tree';
import { DaemonContainer } from '../host/daemon-container';
import { MountIntoOptions } from '../host/mount-into-options';
import { SharedDirectory } from '../host/shared-directory';

/** A program that shares a directory of each node with the pods there. */
export interface FileSystemDaemonProps extends NodeDaemonOptions {
  /** The program. What else it needs of the node it has as `hostPaths`. */
  readonly container: DaemonContainer;

  /** The directory. */
  readonly directory: SharedDirectory;
}

/**
 * Defines a program that shares a directory of each node with the pods there: files, a Unix socket or mounts.
 *
 * Clients need a path of the node for it, which the Pod Security levels `baseline` and `restricted` forbid in their namespaces.
 */
export class FileSystemDaemon extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  /** The directory on the node. */
  public readonly path: string;

  /** Where the daemon's container makes the socket; undefined where the directory has none. */
  public readonly socketPath?: string;

  private readonly directory: SharedDirectory;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: FileSystemDaemonProps) {
    super(scope, id);
    const { container, directory, ...options } = props ?? {} as FileSystemDaemonProps;
    this.daemon = agentDaemon(this, options, { _config: context => fileSharer(container, directory, context) }, '', () => ({}));
    this.directory = directory;
    this.path = directory.path;
    this.socketPath = directory.socketPath;
  }

  /**
   * Mounts the directory into the containers of a workload, after all that the workload says of itself. The same call twice is the same as once. The
   * workload gets an annotation of its own that says whom it uses (not under `BARE`), so that checks find clients on nodes without the daemon.
   *
   * @param workload a Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod of any line of cdk8s-plus, of generated classes or an ApiObject, another
   * object with a pod template, or a daemon of this library
   * @param mountPath where the containers see it, below `/` and outside of `/proc`
   * @param options how, and which containers
   * @throws where the workload makes no pods, or the path or the options can never be right; synthesis fails where a container is not there or
   * has something else at the path, or where one of two mounts inside one another is read-only and has no mount point for the other
   */
  public mountInto(workload: IConstruct, mountPath: string, options: MountIntoOptions = {}): void {
    inConstruct(this, () => mountInto(workload, mountPath, options, {
      directory: this.directory,
      platform: this.daemon.platform,
      isWritingAccepted: accepts(this.daemon.apiObject, 'ND402'),
      uses: usesOfDaemons([this.daemon]),
    }));
  }

  /**
   * Where a client finds the socket.
   *
   * @param mountPath where its container sees the directory
   * @throws where the directory has no socket, or the path has more than 107 bytes
   */
  public socketPathIn(mountPath: string): string {
    return inConstruct(this, () => this.directory._socketIn(mountPath));
  }
}
