import { LogAgent, LogCollector, LogCollectorProps } from '../../src';
import { FLUENT_BIT } from '../../src/catalog/fluent-bit/capability';
import { LogCapability } from '../../src/catalog/log/capability';
import { chartOf } from '../core/testing';

/** All programs of LogCollector that render a pipeline. An image stands where the program may need one that is the user's. */
export const LOG_AGENTS: readonly (readonly [LogCapability, () => LogAgent])[] = [
  [FLUENT_BIT, () => LogAgent.fluentBit()],
];

/** The manifests of a collector, without asking the judge once more. */
export function collected(props: LogCollectorProps): any[] {
  const chart = chartOf('logging');
  new LogCollector(chart, 'logs', { name: 'logs', ...props });
  return chart.toJson();
}
