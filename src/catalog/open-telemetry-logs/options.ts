import { OpenTelemetryExporter } from '../open-telemetry/exporter';
import { OpenTelemetryOptions } from '../open-telemetry/options';

/**
 * The OpenTelemetry Collector as a program that collects logs.
 *
 * Without `batch`, logs are put together by what sends them, which loses none with the pod; the metrics and traces of its receivers are
 * put together as everywhere. With `HARDENED` it has a port for its own metrics, 8888, and notes how far it has read when what it has
 * read is in a buffer, which is the feature gate `stanza.synchronousLogEmitter`; to an image of yours, give it by `args`.
 */
export interface OpenTelemetryLogsOptions extends OpenTelemetryOptions {
  /**
   * Where the metrics and traces go that its `receivers` bring. The logs that they bring pass the filters that name no source, and go
   * to the sinks that name none.
   *
   * @default - none
   */
  readonly exporters?: OpenTelemetryExporter[];
}
