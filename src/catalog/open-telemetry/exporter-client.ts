import { ClientExporterOptions, ExporterTls } from './client-options';
import { Component, componentName, written } from './component';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { ProjectedSource } from '../../host/projected-source';
import { SecretValue } from '../../host/secret-value';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { assertGoDuration } from '../go-values';

/** What an exporter that sends to a server needs, whatever its type. */
export type ClientParts = Pick<Component, 'env' | 'volumes' | 'extensions'> & { readonly config: { readonly [key: string]: unknown } };

const SECRET_HEADER = /^(proxy-)?authorization$|token|secret|password|api-?key|cookie/i;
const FILES = { ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' } as const;

/** Refuses options that could never be right. */
export function assertClient(what: string, { headers = {}, secretHeaders = {}, ...options }: ClientExporterOptions): void {
  assertGoDuration(`timeout of ${what}`, options.timeout);
  assertGoDuration(`initialInterval of ${what}`, options.retry?.initialInterval);
  assertGoDuration(`maxInterval of ${what}`, options.retry?.maxInterval);
  assertGoDuration(`maxElapsedTime of ${what}`, options.retry?.maxElapsedTime);
  for (const [field, count] of Object.entries({ size: options.queue?.size, consumers: options.queue?.consumers })) {
    if (count !== undefined && (!Number.isInteger(count) || count < 1)) {
      throw invalid(`${field} of the queue of ${what}`, 'a whole number above 0', count);
    }
  }
  const open = Object.keys(headers).find(header => SECRET_HEADER.test(header));
  if (open !== undefined) {
    throw invalid(`headers of ${what}`, 'no credentials, which everybody reads in the manifest', open, `move '${open}' to secretHeaders`);
  }
  const authorizations = [
    ...options.bearerToken ? ['bearerToken'] : [], ...options.basicAuth ? ['basicAuth'] : [],
    ...Object.keys(secretHeaders).filter(header => header.toLowerCase() === 'authorization'),
  ];
  if (authorizations.length > 1) {
    throw invalid(`credentials of ${what}`, 'bearerToken, basicAuth or a header of its own, one of them', authorizations);
  }
  assertHeaders(what, [...Object.keys(headers), ...Object.keys(secretHeaders)]);
  assertTls(what, options.endpoint, options.tls ?? {});
}

/** The settings that clients of HTTP and of gRPC share, and their secrets: headers as variables, certificates as files. */
export function client(type: string, options: ClientExporterOptions): ClientParts {
  const name = componentName(type, options.id);
  const variable = (what: string) => `${name}_${what}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  const bearer: { readonly [header: string]: SecretValue } = options.bearerToken === undefined ? {} : { authorization: options.bearerToken };
  const headers = {
    ...options.headers,
    ...Object.fromEntries(Object.keys(options.secretHeaders ?? {}).map(header => [header, `\${env:${variable(header)}}`])),
    ...Object.fromEntries(Object.keys(bearer).map(header => [header, `Bearer \${env:${variable(header)}}`])),
  };
  const login = options.basicAuth;
  const basic: Component | undefined = login && {
    name: componentName('basicauth', name.replace('/', '-')),
    config: { client_auth: { username: `\${env:${variable('username')}}`, password: `\${env:${variable('password')}}` } },
    signals: [],
  };
  const env = { ...options.secretHeaders, ...bearer, ...login && { username: login.username, password: login.password } };
  const volume = options.tls && certificates(name, options.tls);
  return {
    config: written({
      endpoint: options.endpoint,
      tls: options.tls && tls(name, options.tls),
      headers: Object.keys(headers).length === 0 ? undefined : headers,
      auth: basic && { authenticator: basic.name },
      timeout: options.timeout,
      retry_on_failure: options.retry && written({
        initial_interval: options.retry.initialInterval, max_interval: options.retry.maxInterval, max_elapsed_time: options.retry.maxElapsedTime,
      }),
    }),
    env: Object.fromEntries(Object.entries(env).map(([what, secret]) => [variable(what), EnvValue.secret(secret)])),
    volumes: volume && [volume],
    extensions: basic && [basic],
  };
}

function tls(name: string, options: ExporterTls): object {
  const files = Object.entries(FILES).filter(([what]) => options[what as keyof typeof FILES]).map(([what, file]) => [`${what}_file`, `${directory(name)}/${file}`]);
  return written({
    insecure: options.insecure,
    insecure_skip_verify: options.insecureSkipVerify,
    server_name_override: options.serverName,
    ...Object.fromEntries(files),
    reload_interval: files.length === 0 ? undefined : '5m',
  });
}

function certificates(name: string, options: ExporterTls): VolumeMount | undefined {
  const sources = Object.entries(FILES).flatMap(([what, path]) => {
    const secret: SecretValue | undefined = options[what as keyof typeof FILES];
    return secret === undefined ? [] : [ProjectedSource.secret(secret.secretName, { items: [{ key: secret.secretKey, path }] })];
  });
  return sources.length === 0 ? undefined : { mountPath: directory(name), readOnly: true, source: VolumeSource.projected(sources) };
}

function directory(name: string): string {
  return `/etc/otelcol/tls/${name.replace('/', '-')}`;
}

function assertHeaders(what: string, headers: readonly string[]): void {
  for (const header of headers) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(header)) {
      throw invalid(`header of ${what}`, 'a name without blanks and colons', header);
    }
  }
  const plain = headers.map(header => header.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
  const twice = headers.find((_, position) => plain.indexOf(plain[position]) !== position);
  if (twice !== undefined) {
    throw invalid(`header of ${what}`, 'given once', twice);
  }
}

function assertTls(what: string, endpoint: string, options: ExporterTls): void {
  if ((options.cert === undefined) !== (options.key === undefined)) {
    throw invalid(`tls of ${what}`, 'given cert and key, or neither', { cert: options.cert?.secretKey, key: options.key?.secretKey });
  }
  const useless = options.insecureSkipVerify === true ? 'insecureSkipVerify' : options.ca ? 'ca' : options.cert ? 'cert' : undefined;
  if (useless !== undefined && (options.insecure === true || endpoint.startsWith('http://'))) {
    throw invalid(`tls of ${what}`, 'left out where nothing is encrypted', useless, 'leave out insecure, or write https://');
  }
}
