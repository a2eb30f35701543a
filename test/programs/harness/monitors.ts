import { program } from './program';
import { run } from './run';

const MONITORS = program('monitors');

/** Why a cluster with the Prometheus operator refuses a ServiceMonitor, PodMonitor, Probe or PrometheusRule; empty where it takes it. */
export async function refusalsOf(manifest: object): Promise<readonly string[]> {
  const { code, output } = await run(MONITORS, [], { input: JSON.stringify(manifest) });
  if (code !== 0) {
    throw new Error(output);
  }
  return (JSON.parse(output) as { errors: string[] }).errors;
}
