import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { BufferedSink } from '../log/pipeline';

/** What every sink has. @see https://vector.dev/docs/architecture/buffering-model/ */
export function common(sink: BufferedSink): object {
  const { kind, maxMebibytes, whenFull } = sink.buffer;
  if (kind === 'disk' && maxMebibytes < SMALLEST) {
    throw invalid(`maxSize of the buffer of the sink '${sink.id}'`, `at least ${SMALLEST}Mi on the disk for Vector, which writes files of 128Mi and needs two`,
      `${maxMebibytes}Mi`, `write LogBuffer.disk({ maxSize: '${SMALLEST}Mi' }), or LogBuffer.memory()`);
  }
  return { buffer: { type: kind, max_size: maxMebibytes * 1048576, when_full: whenFull === 'dropNewest' ? 'drop_newest' : 'block' } };
}

/** It wants 268435488 bytes: two files, and a little more. @see https://vector.dev/docs/reference/configuration/sinks/ */
const SMALLEST = 257;

/** How requests of a sink are sent again; by itself it does so for ever. */
export function request({ retry }: BufferedSink, headers: { readonly [header: string]: string } = {}): object {
  return withoutUndefined({
    retry_attempts: retry.attempts,
    retry_max_duration_secs: retry.maxIntervalSeconds,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
  });
}
