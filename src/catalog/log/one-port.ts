import { LogPipeline } from './pipeline';
import { invalid } from '../../host/invalid';

/** The port of a program that answers probes and shows its metrics on one; undefined where nobody asked for it. */
export function onePort({ health: { port, metricsPort } }: LogPipeline, program: string): number | undefined {
  if (port !== undefined && metricsPort !== undefined && port !== metricsPort) {
    throw invalid('metricsPort of the health', `${port} like its port with ${program}, which has one for both`, metricsPort, 'leave one of the two out');
  }
  return port ?? metricsPort;
}
