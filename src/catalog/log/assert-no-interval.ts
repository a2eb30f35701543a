import { invalid } from '../../host/invalid';
import { SinkModel } from '../../host/log/model';

/** Refuses a longest time between attempts for a sink of which a program lets nobody choose it. */
export function assertNoInterval({ id, retry }: SinkModel, of: string): void {
  if (retry.isIntervalAsked) {
    throw invalid(`maxIntervalSeconds of the sink '${id}'`, `left out for ${of}, which has a time of its own`, retry.maxIntervalSeconds);
  }
}
