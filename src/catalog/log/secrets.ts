import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { SinkModel, TlsModel } from '../../host/log/model';
import { ProjectedSource } from '../../host/projected-source';
import { SecretValue } from '../../host/secret-value';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';

const FILES = { ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' } as const;

/** The variable that holds a credential of a sink, such as `ELASTICSEARCH_PASSWORD`. */
export function secretVariable(sink: { readonly id: string }, what: string): string {
  return `${sink.id}_${what}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}

/** The file that holds a certificate or key of a sink; undefined where it has none. */
export function certificateFile(sink: { readonly id: string }, tls: TlsModel, what: keyof typeof FILES): string | undefined {
  return tls[what] === undefined ? undefined : `${directoryOf(sink)}/${FILES[what]}`;
}

/** Credentials of sinks as variables. Those of AWS have the names that its libraries read. */
export function secretEnv(sinks: readonly SinkModel[]): { [name: string]: EnvValue } {
  assertOneAccessKey(sinks);
  const held = sinks.flatMap(sink => [
    ...credentialsOf(sink).map(([what, secret]) => heldBy(sink, secretVariable(sink, what), EnvValue.secret(secret))),
    ...Object.entries(rawEnv([sink])).map(([name, value]) => heldBy(sink, name, value)),
    ...'aws' in sink && sink.aws.accessKeyId && sink.aws.secretAccessKey ? [
      heldBy(sink, 'AWS_ACCESS_KEY_ID', EnvValue.secret(sink.aws.accessKeyId)), heldBy(sink, 'AWS_SECRET_ACCESS_KEY', EnvValue.secret(sink.aws.secretAccessKey)),
    ] : [],
  ]);
  assertDistinct(held);
  return Object.fromEntries(held.map(({ name, value }) => [name, value]));
}

/** Where a program finds credentials that it reads from files, each under the name that it would have as a variable. */
export const CREDENTIALS_DIRECTORY = '/etc/log-collector/credentials';

/** Credentials of sinks, those of AWS too, as files. */
export function credentialVolumes(sinks: readonly SinkModel[]): VolumeMount[] {
  const held = sinks.flatMap(sink => {
    const { accessKeyId, secretAccessKey } = 'aws' in sink ? sink.aws : {};
    const ofAws = accessKeyId && secretAccessKey ? [['aws_access_key_id', accessKeyId], ['aws_secret_access_key', secretAccessKey]] as const : [];
    return [...credentialsOf(sink), ...ofAws].map(([what, secret]) => heldBy(sink, secretVariable(sink, what), secret));
  });
  assertDistinct(held);
  const distinct = held.filter(({ name }, position) => held.findIndex(other => other.name === name) === position);
  const sources = distinct.map(({ name, value }) => ProjectedSource.secret(value.secretName, { items: [{ key: value.secretKey, path: name }] }));
  return sources.length === 0 ? []
    : [{ name: 'credentials', mountPath: CREDENTIALS_DIRECTORY, readOnly: true, source: VolumeSource.projected(sources) }];
}

/** Variables that raw sinks name. */
export function rawEnv(sinks: readonly SinkModel[]): { [name: string]: EnvValue } {
  return Object.fromEntries(sinks.flatMap(sink => sink.kind === 'raw' ? Object.entries(sink.env) : []));
}

/** Certificates and keys of sinks as files. */
export function secretVolumes(sinks: readonly SinkModel[]): VolumeMount[] {
  return sinks.flatMap(sink => {
    const tls = tlsOf(sink);
    const sources = Object.entries(FILES).flatMap(([what, path]) => {
      const secret = tls?.[what as keyof typeof FILES];
      return secret === undefined ? [] : [ProjectedSource.secret(secret.secretName, { items: [{ key: secret.secretKey, path }] })];
    });
    return sources.length === 0 ? [] : [{ name: `tls-${sink.id}`, mountPath: directoryOf(sink), readOnly: true, source: VolumeSource.projected(sources) }];
  });
}

export function tlsOf(sink: SinkModel): TlsModel | undefined {
  return 'server' in sink ? sink.server.tls : sink.kind === 'kafka' ? sink.tls : undefined;
}

function credentialsOf(sink: SinkModel): (readonly [string, SecretValue])[] {
  const login = 'login' in sink ? sink.login : sink.kind === 'kafka' ? sink.sasl : undefined;
  const given = {
    password: login?.password,
    api_key: sink.kind === 'elasticsearch' ? sink.apiKey : undefined,
    token: sink.kind === 'splunkHec' ? sink.token : undefined,
    bearer_token: 'bearerToken' in sink ? sink.bearerToken : undefined,
    shared_key: sink.kind === 'forward' ? sink.sharedKey : undefined,
  };
  const headers = 'secretHeaders' in sink ? sink.secretHeaders : {};
  return [...Object.entries(given), ...Object.entries(headers)].filter((entry): entry is [string, SecretValue] => entry[1] !== undefined);
}

/** A credential under the name of its variable or file, and whose it is. */
interface Held<T> {
  readonly name: string;
  readonly value: T;
  readonly sink: string;
}

function heldBy<T>({ id }: SinkModel, name: string, value: T): Held<T> {
  return { name, value, sink: id };
}

/** Of two secrets under one name the later one would go to the servers of both. */
function assertDistinct(held: readonly Held<unknown>[]): void {
  for (const { name, value, sink } of held) {
    const other = held.find(one => one.name === name && JSON.stringify(one.value) !== JSON.stringify(value));
    if (other !== undefined) {
      throw invalid(`variable '${name}'`, 'of one secret', [sink, other.sink].map(id => `the sink '${id}'`),
        sink === other.sink ? 'give the header or the variable another name' : 'give one of the two sinks another id, or its variable another name');
    }
  }
}

/** The variables of AWS count for every sink of a container, also for one that has no key. */
function assertOneAccessKey(sinks: readonly SinkModel[]): void {
  const ofAws = sinks.flatMap(sink => 'aws' in sink ? [sink] : []);
  const keys = ofAws.map(({ aws: { accessKeyId, secretAccessKey } }) => JSON.stringify([accessKeyId, secretAccessKey]));
  const other = keys.findIndex(key => key !== keys[0]);
  if (other > 0) {
    throw invalid(`access keys of the sinks '${ofAws[0].id}' and '${ofAws[other].id}'`, 'one for all sinks of AWS of a collector',
      [ofAws[0], ofAws[other]].map(({ aws }) => aws.accessKeyId?.secretName ?? 'none'), 'use two collectors, or LogAgent.vector()');
  }
}

function directoryOf({ id }: { readonly id: string }): string {
  return `/etc/log-collector/tls/${id}`;
}
