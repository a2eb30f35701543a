import { TextfileNeeds } from './textfile-needs';
import { DaemonContainer } from '../../host/daemon-container';
import { HostPath } from '../../host/host-path';
import { HostPathType } from '../../host/host-path-type';
import { invalid } from '../../host/invalid';
import { NodePlatform } from '../../host/node-platform';
import { VolumeSource } from '../../host/volume-source';

/**
 * A directory from which node_exporter reads metrics that others leave in files. It reads the files that end in `.prom`; write another file and
 * rename it, so that it never reads half of one. Time stamps in a file make it leave out the file.
 *
 * @see https://github.com/prometheus/node_exporter/tree/v1.12.1#textfile-collector
 */
export class TextfileDirectory {
  /**
   * A directory of the node, which is made where it does not exist.
   *
   * @param path absolute path on the node, such as `/var/lib/node_exporter/textfile`
   */
  public static host(path: string): TextfileDirectory {
    return new TextfileDirectory(path);
  }

  /**
   * An empty directory that a container beside the exporter writes to.
   *
   * @param writer the container
   * @param mountPath where the writer sees it
   */
  public static sidecar(writer: DaemonContainer, mountPath: string = '/textfile'): TextfileDirectory {
    return new TextfileDirectory(undefined, { ...writer }, mountPath);
  }

  private constructor(
    /** @internal */
    public readonly _path?: string,
    private readonly writer?: DaemonContainer,
    private readonly writerPath?: string,
  ) {
    if (writer?.image === undefined && _path === undefined) {
      throw invalid('image of the container that writes text files', "given, such as 'example.com/agent:1.2.3'", writer?.image);
    }
  }

  /** @internal */
  public _needs(position: number, platform: NodePlatform): TextfileNeeds {
    const mountPath = `/host/textfile${position === 0 ? '' : `-${position + 1}`}`;
    const volumeName = `textfile${position === 0 ? '' : `-${position + 1}`}`;
    if (this.writer === undefined) {
      // A kubelet that does not see the path would make it in a place of its own.
      const type = platform.kubeletSees(this._path!) ? HostPathType.DIRECTORY_OR_CREATE : HostPathType.UNCHECKED;
      const directory = HostPath.readOnly(this._path!, { mountPath, volumeName, type });
      return { mountPath, hostPaths: [directory], volumes: [], sidecars: [] };
    }
    const source = VolumeSource.emptyDir();
    return {
      mountPath,
      hostPaths: [],
      volumes: [{ name: volumeName, mountPath, source, readOnly: true }],
      sidecars: [{ ...this.writer, volumes: [...this.writer.volumes ?? [], { name: volumeName, mountPath: this.writerPath!, source }] }],
    };
  }
}
