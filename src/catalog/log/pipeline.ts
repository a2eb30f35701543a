import { LogCollectorHealth } from '../../host/log/log-pipeline-options';
import { BufferModel, FilterModel, MetadataModel, SinkModel, SourceModel } from '../../host/log/model';

/** A sink with the buffer that counts for it. */
export type BufferedSink = SinkModel & { readonly buffer: BufferModel };

/** What a collector reads, does and sends: with every default, and nothing that could never work. */
export interface LogPipeline {
  readonly sources: readonly SourceModel[];
  /** Undefined where no container is read, or nobody is asked. */
  readonly metadata?: MetadataModel;
  readonly filters: readonly FilterModel[];
  readonly sinks: readonly BufferedSink[];
  readonly maxLineBytes: number;
  readonly rotation: {
    readonly waitSeconds: number;
    /** Whether the user wrote it. */
    readonly isWaitAsked: boolean;
    readonly refreshSeconds: number;
  };
  readonly health: LogCollectorHealth;
  readonly isHotReloaded: boolean;
  /** Memory limit of the container, where it has one. */
  readonly memoryMebibytes?: number;
}
