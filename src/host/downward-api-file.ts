import { fileField, resourceField } from './downward-api';
import { assertFileMode, assertFilePath } from './volume-file';
import type { DownwardAPIVolumeFile } from '../kubernetes/wire/volume-file';

/** Details of a file with a field of the pod. */
export interface DownwardApiFileOptions {
  /**
   * Permission bits, such as `0o440`.
   *
   * @default - those of the volume
   */
  readonly mode?: number;
}

/** Details of a file with a resource amount. */
export interface ResourceFileOptions extends DownwardApiFileOptions {
  /**
   * The unit of the number, such as `1Mi` or `1m`; the result is rounded up.
   *
   * @default - 1 (bytes, or whole CPUs)
   */
  readonly divisor?: string;
}

/**
 * A file whose text is a field of the pod.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#downwardapi
 */
export class DownwardApiFile {
  /**
   * A field of the pod, such as `metadata.labels`.
   *
   * @param path path of the file in the volume
   * @param fieldPath the field
   * @param options details
   */
  public static field(path: string, fieldPath: string, options: DownwardApiFileOptions = {}): DownwardApiFile {
    return new DownwardApiFile(path, { path, mode: options.mode, fieldRef: fileField(fieldPath) });
  }

  /**
   * A resource amount of a container, such as `limits.memory`.
   *
   * @param path path of the file in the volume
   * @param containerName the container
   * @param resource the amount
   * @param options details
   */
  public static resource(path: string, containerName: string, resource: string, options: ResourceFileOptions = {}): DownwardApiFile {
    const { divisor, mode } = options;
    return new DownwardApiFile(path, { path, mode, resourceFieldRef: resourceField(resource, { containerName, divisor }) });
  }

  private constructor(path: string, private readonly file: DownwardAPIVolumeFile) {
    assertFilePath(path);
    assertFileMode(file.mode);
  }

  /** @internal */
  public _toWire(): DownwardAPIVolumeFile {
    return { ...this.file };
  }
}
