import { DaemonContainer, LogAgent, LogCollector, LogCollectorProps } from '../../src';
import { ALLOY } from '../../src/catalog/alloy/capability';
import { FILEBEAT } from '../../src/catalog/filebeat/capability';
import { FLUENT_BIT } from '../../src/catalog/fluent-bit/capability';
import { FLUENTD } from '../../src/catalog/fluentd/capability';
import { LogCapability } from '../../src/catalog/log/capability';
import { LOGSTASH } from '../../src/catalog/logstash/capability';
import { OPEN_TELEMETRY_LOGS } from '../../src/catalog/open-telemetry-logs/capability';
import { VECTOR } from '../../src/catalog/vector/capability';
import { chartOf } from '../core/testing';

/** All programs of LogCollector that render a pipeline. */
export const LOG_AGENTS: readonly (readonly [LogCapability, (container?: DaemonContainer) => LogAgent])[] = [
  [FLUENT_BIT, container => LogAgent.fluentBit({ container })],
  [FLUENTD, container => LogAgent.fluentd({ container })],
  [VECTOR, container => LogAgent.vector({ container })],
  [OPEN_TELEMETRY_LOGS, container => LogAgent.openTelemetry({ container })],
  [FILEBEAT, container => LogAgent.filebeat({ container })],
  [ALLOY, container => LogAgent.alloy({ container })],
  [LOGSTASH, container => LogAgent.logstash({ container })],
];

/** For what stands in no image of the program. */
export const OWN_IMAGE: DaemonContainer = { image: 'registry.example.com/yours:1' };

/** The manifests of a collector, without asking the judge once more. */
export function collected(props: LogCollectorProps): any[] {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { name: 'logs', ...props });
  return chart.toJson();
}
