import { join } from 'path';
import { directory } from './directory';
import { program } from './program';
import { Ended, run, Running, RunOptions, start } from './run';
import { showing } from './showing';

const OTELCOL = program('otelcol');

/** Whether the OpenTelemetry collector takes a configuration, in YAML or JSON. */
export function checkOtelcol(configuration: string | object, options?: RunOptions): Promise<Ended> {
  const file = fileOf(configuration);
  return run(OTELCOL, ['validate', `--config=${file}`], showing(options, file));
}

/** Runs the collector with a configuration, without the metrics about itself: their port is always the same. */
export function startOtelcol(configuration: string | object, options?: RunOptions): Running {
  const file = fileOf(configuration);
  return start(OTELCOL, [`--config=${file}`, '--set=service.telemetry.metrics.level=none'], showing(options, file));
}

function fileOf(configuration: string | object): string {
  const text = typeof configuration === 'string' ? configuration : JSON.stringify(configuration);
  return join(directory({ 'config.yaml': text }), 'config.yaml');
}
