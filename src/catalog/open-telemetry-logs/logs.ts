import { assertExpressible, withHealth } from './assert-logs';
import { OPEN_TELEMETRY_LOGS } from './capability';
import { fileStorage } from './delivery';
import { OpenTelemetryLogsOptions } from './options';
import { pipelines } from './pipelines';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { LogPipelineOptions } from '../../host/log/log-pipeline-options';
import { SecurityContext } from '../../host/security-context';
import { logCollector, LogProgramParts, LogSurroundings } from '../log/collector';
import { textsOf } from '../log/pipeline-texts';
import { secretEnv } from '../log/secrets';
import { variablesOf } from '../log/texts';
import { collectorParts, RESOURCES } from '../open-telemetry/collector';

/**
 * The OpenTelemetry Collector that reads the logs of each node, and takes what its programs send (read at 0.158).
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function openTelemetryLogs(options: OpenTelemetryLogsOptions, given: LogPipelineOptions, context: AgentContext): AgentConfig {
  const request = { program: OPEN_TELEMETRY_LOGS, pipeline: given, container: options.container ?? {}, resources: RESOURCES };
  return logCollector(request, context, around => parts(options, given, around));
}

/**
 * Without it, receivers note how far they have read before what they hold, up to a hundred lines, is in a buffer. It is for our images
 * alone, of which we know that they know it.
 * @see https://github.com/open-telemetry/opentelemetry-collector-contrib/issues/35456
 */
const NOTED_WHEN_KEPT = '--feature-gates=stanza.synchronousLogEmitter';

function parts(options: OpenTelemetryLogsOptions, given: LogPipelineOptions, around: LogSurroundings): LogProgramParts {
  const { pipeline, container: written, context } = around;
  assertExpressible(pipeline);
  const { container, ...rest } = collectorParts({
    options: withHealth(options, pipeline.health, context.hardened),
    receivers: [],
    extensions: fileStorage(around),
    env: { ...variablesOf(textsOf(pipeline), written), ...secretEnv(pipeline.sinks) },
    // Log files belong to root.
    securityContext: SecurityContext.root({ readOnlyRootFilesystem: true }),
    exporters: surroundings => options.exporters?.map(exporter => exporter._component(surroundings)) ?? [],
    logs: shared => pipelines(around, given, shared),
  }, context);
  const args = [...container.args ?? [], ...context.hardened && written.image === undefined ? [NOTED_WHEN_KEPT] : []];
  return { readsLinks: false, container: { ...container, args }, ...rest };
}
