import { Component, SIGNALS, written } from './component';
import { OpenTelemetryBatch, OpenTelemetryMemoryLimiter, OpenTelemetryOptions } from './options';
import { invalid } from '../../host/invalid';
import { assertGoDuration } from '../go-values';

/** Refuses settings of processors that could never be right. */
export function assertProcessors(options: OpenTelemetryOptions): void {
  assertMemoryLimiter(options.memoryLimiter ?? {});
  assertBatch(options.batch ?? {});
  if (Object.keys(options.resourceAttributes ?? {}).includes('')) {
    throw invalid('a resource attribute', 'given a name', '');
  }
}

/**
 * @see https://github.com/open-telemetry/opentelemetry-collector/tree/main/processor/memorylimiterprocessor
 * @param limit the container's memory limit in mebibytes, where it has one
 */
export function memoryLimiter(options: OpenTelemetryMemoryLimiter | undefined, limit: number | undefined, hardened: boolean): Component[] {
  if (options === undefined ? !hardened : options.enabled === false) {
    return [];
  }
  const { checkInterval = '1s', limitPercentage, limitMebibytes } = options ?? {};
  const amount = limitMebibytes ?? (limitPercentage === undefined && limit === undefined && hardened ? 400 : undefined);
  if (amount === undefined && limit === undefined && hardened) {
    throw invalid('limitPercentage of the memory limiter', 'of a memory limit, and the container has none', limitPercentage,
      "give container: { resources: { limits: { memory: '256Mi' } } }, or limitMebibytes");
  }
  if (amount !== undefined && limit !== undefined && amount >= limit) {
    throw invalid('limitMebibytes of the memory limiter', `below the container's memory limit, ${limit} MiB, at which the kernel kills it`, amount);
  }
  const percentage = limitPercentage ?? 80;
  const config = amount === undefined
    ? { limit_percentage: percentage, spike_limit_percentage: options?.spikeLimitPercentage ?? (percentage < 50 ? Math.floor(percentage / 4) : 25) }
    : { limit_mib: amount, spike_limit_mib: options?.spikeLimitMebibytes ?? Math.floor(amount / 4) };
  return [{ name: 'memory_limiter', config: { check_interval: checkInterval, ...config }, signals: SIGNALS }];
}

/** The processor that puts records together. */
export function batch(options: OpenTelemetryBatch | undefined, hardened: boolean): Component[] {
  if (options === undefined ? !hardened : options.enabled === false) {
    return [];
  }
  const { timeout, sendBatchSize, sendBatchMaxSize } = options ?? {};
  const config = written({ timeout, send_batch_size: sendBatchSize, send_batch_max_size: sendBatchMaxSize });
  return [{ name: 'batch', config, signals: SIGNALS }];
}

/** The processor that says of which node a resource is: the receiver of host metrics says nothing of it. */
export function resource(attributes: OpenTelemetryOptions['resourceAttributes'], hardened: boolean): Component[] {
  const node = '${env:OTEL_K8S_NODE_NAME}';
  const all = Object.entries({ ...hardened && { 'host.name': node, 'k8s.node.name': node }, ...attributes });
  const config = { attributes: all.map(([key, value]) => ({ key, value, action: 'insert' })) };
  return all.length === 0 ? [] : [{ name: 'resource', config, signals: SIGNALS }];
}

function assertMemoryLimiter(options: OpenTelemetryMemoryLimiter): void {
  const { checkInterval, limitPercentage, spikeLimitPercentage, limitMebibytes, spikeLimitMebibytes } = options;
  assertGoDuration('checkInterval of the memory limiter', checkInterval);
  assertWhole('limitPercentage of the memory limiter', limitPercentage, 100);
  assertWhole('spikeLimitPercentage of the memory limiter', spikeLimitPercentage, (limitPercentage ?? 80) - 1);
  assertWhole('limitMebibytes of the memory limiter', limitMebibytes, Number.MAX_SAFE_INTEGER);
  assertWhole('spikeLimitMebibytes of the memory limiter', spikeLimitMebibytes, (limitMebibytes ?? 400) - 1);
  if (limitMebibytes !== undefined && (limitPercentage ?? spikeLimitPercentage) !== undefined) {
    throw invalid('the memory limiter', 'given a percentage or mebibytes, one of the two', { limitMebibytes, limitPercentage, spikeLimitPercentage });
  }
}

function assertBatch({ timeout, sendBatchSize, sendBatchMaxSize }: OpenTelemetryBatch): void {
  assertGoDuration('timeout of the batch', timeout);
  assertWhole('sendBatchSize of the batch', sendBatchSize, 4294967295, 0);
  assertWhole('sendBatchMaxSize of the batch', sendBatchMaxSize, 4294967295, 0);
  if (sendBatchMaxSize !== undefined && sendBatchMaxSize > 0 && sendBatchMaxSize < (sendBatchSize ?? 8192)) {
    throw invalid('sendBatchMaxSize of the batch', `at least sendBatchSize, ${sendBatchSize ?? 8192}`, sendBatchMaxSize);
  }
}

function assertWhole(what: string, value: number | undefined, most: number, least = 1): void {
  if (value !== undefined && (!Number.isInteger(value) || value < least || value > most)) {
    throw invalid(what, `a whole number from ${least} to ${most}`, value);
  }
}
