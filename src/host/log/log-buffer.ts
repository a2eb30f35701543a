import { BufferModel } from './model';
import { assertStruct } from './values';
import { assertOneOfEnum } from '../checked-type';
import { invalid } from '../invalid';
import { mebibytesOf } from '../mebibytes';

/** What happens to new lines while a buffer is full. */
export enum WhenFull {
  /** The sources wait. Files wait with them, until the kubelet rotates them away. */
  PAUSE = 'pause',
  /** What has waited longest is dropped. */
  DROP_OLDEST = 'dropOldest',
  /** What is new is dropped. */
  DROP_NEWEST = 'dropNewest',
}

/** How large a buffer may be. */
export interface LogBufferOptions {
  /**
   * The most that it holds of one sink, such as `512Mi`. A buffer without a cap would fill the node.
   *
   * @default - on the disk 512Mi, in memory 32Mi
   */
  readonly maxSize?: string;

  /**
   * What happens while it is full.
   *
   * @default - what the agent does with the least loss: WhenFull.PAUSE where it can
   */
  readonly whenFull?: WhenFull;
}

/** Where lines wait that a sink does not take. */
export class LogBuffer {
  /**
   * On the disk, beside the state: lines outlive the pod.
   *
   * @param options how large
   */
  public static disk(options: LogBufferOptions = {}): LogBuffer {
    return new LogBuffer('disk', options, '512Mi');
  }

  /**
   * In memory: lines that wait are lost with the pod. All of them together may have half of the container's memory limit.
   *
   * @param options how large
   */
  public static memory(options: LogBufferOptions = {}): LogBuffer {
    return new LogBuffer('memory', options, '32Mi');
  }

  private readonly model: BufferModel;

  private constructor(kind: 'disk' | 'memory', options: LogBufferOptions, standard: string) {
    const where = `the buffer in ${kind === 'disk' ? 'files' : 'memory'}`;
    const { maxSize = standard, whenFull } = assertStruct(where, options, "{ maxSize: '1Gi' }");
    assertOneOfEnum(`whenFull of ${where}`, whenFull, 'WhenFull', WhenFull);
    const maxMebibytes = typeof maxSize === 'string' ? mebibytesOf(maxSize) : undefined;
    if (maxMebibytes === undefined || maxMebibytes < 1) {
      throw invalid(`maxSize of ${where}`, "an amount of at least 1Mi, such as '512Mi'", maxSize, 'without a cap it would fill the node');
    }
    this.model = { kind, maxMebibytes, whenFull };
  }

  /** @internal */
  public get _model(): BufferModel {
    return this.model;
  }
}
