import { FluentBitBuffers, isOnDisk } from './buffers';
import { onOff } from './language';
import { withoutUndefined } from '../../host/copy';
import { IpFamily } from '../../host/ip-family';
import { LogSurroundings } from '../log/collector';

/** What Fluent Bit waits between two attempts at first, and at most. */
const RETRY_BASE = 5;

/** @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/yaml/service-section */
export function service(around: LogSurroundings, buffers: FluentBitBuffers, port: number | undefined): object {
  const { pipeline, context } = around;
  // There is one for all sinks, so that none waits longer than it may.
  const longest = Math.min(...pipeline.sinks.map(({ retry }) => retry.maxIntervalSeconds));
  return withoutUndefined({
    'flush': 1,
    'log_level': 'info',
    'grace': grace(around),
    'scheduler.base': longest < RETRY_BASE ? longest : undefined,
    'scheduler.cap': longest,
    // A line that the container runtime had cut is as long as its parts.
    'multiline_buffer_limit': pipeline.sources.some(source => 'multiline' in source) ? pipeline.maxLineBytes : undefined,
    // Documentation and program differ in its default.
    'hot_reload': onOff(pipeline.isHotReloaded),
    // It lets go of what it has only when all of it is sent; started anew by the kubelet, it has read the new file as well.
    'hot_reload.timeout': pipeline.isHotReloaded ? 120 : undefined,
    ...port === undefined ? {} : {
      http_server: 'on', http_listen: context.platform.ipFamily === IpFamily.IPV4 ? '0.0.0.0' : '::', http_port: port, health_check: 'on',
    },
    ...buffers.service,
  });
}

/** Lines in memory must leave it before the kubelet ends it; those on the disk stay there, and the next pod reads on the sooner. */
function grace({ pipeline, context }: LogSurroundings): number | undefined {
  const seconds = context.options.terminationGracePeriodSeconds ?? 60;
  return !context.hardened || isOnDisk(pipeline) ? undefined : Math.max(1, seconds > 15 ? seconds - 10 : Math.floor(seconds / 2));
}
