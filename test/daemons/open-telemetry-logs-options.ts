import { LogSink, SecretValue } from '../../src';

/** What an exporter that no collector could be built with here knows, as far as we write it, and sinks that write all of it. */
interface Options {
  readonly sinks: readonly LogSink[];
  readonly settings: readonly string[];
}

const KEY = SecretValue.key('a-secret', 'a-key');

/** @see https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter */
export const OPTIONS: { readonly [type: string]: Options } = {
  opensearch: {
    sinks: [LogSink.openSearch({ host: 'a', password: KEY, tls: { ca: KEY } }), LogSink.openSearch({ host: 'a', indexPerDay: false })],
    settings: [
      'sending_queue', 'retry_on_failure', 'http.endpoint', 'http.tls', 'http.auth.authenticator', 'logs_index', 'logs_index_time_format',
    ],
  },
};
