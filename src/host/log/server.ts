import { LogAwsOptions, LogRetry, LogServerOptions, LogSinkOptions, LogTls } from './log-server-options';
import { AwsModel, HeadersModel, LoginModel, RetryModel, ServerModel, TlsModel } from './model';
import { assertPartId, assertSourceIds } from './names';
import { assertModel, assertStruct, assertSwitch } from './values';
import { copyOf } from '../copy';
import { isIpAddress } from '../formats';
import { invalid } from '../invalid';
import { SecretValue } from '../secret-value';

const SECRET_NAME = /^(proxy-)?authorization$|token|secret|passw(or)?d|credential|(api|insert|license|access|auth)[-_]?key|^(x[-_])?auth$|cookie/i;

/** What every sink has. */
export function sinkBase(kind: string, { id = dashed(kind), sources, buffer, retry }: LogSinkOptions) {
  assertModel(`buffer of the sink ${kind}`, ['disk', 'memory'], "LogBuffer.disk({ maxSize: '1Gi' })", buffer);
  return {
    id: assertPartId(`the sink ${kind}`, id),
    sources: copyOf(assertSourceIds(`the sink ${kind}`, sources)),
    buffer: buffer?._model,
    retry: retryOf(kind, retry ?? {}),
  };
}

/** The server of a sink. */
export function serverOf(kind: string, { host, port, tls }: LogServerOptions, wellKnown: number): ServerModel {
  assertText(`host of the sink ${kind}`, host);
  if (!isIpAddress(host) && !/^[A-Za-z0-9$]([-_.A-Za-z0-9$()]*[A-Za-z0-9)])?$/.test(host)) {
    throw invalid(`host of the sink ${kind}`, "a name or an address, without scheme and port, such as 'logs.example.com'", withoutLogin(host));
  }
  if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65535)) {
    throw invalid(`port of the sink ${kind}`, 'a port from 1 to 65535', port);
  }
  return { host, port: port ?? wellKnown, tls: tlsOf(kind, tls ?? {}) };
}

export function tlsOf(kind: string, tls: LogTls): TlsModel {
  const { enabled = true, ca, cert, key, serverName, insecureSkipVerify = false } = assertStruct(`tls of the sink ${kind}`, tls, '{ enabled: false }');
  assertSwitch(`enabled of tls of the sink ${kind}`, enabled);
  assertSwitch(`insecureSkipVerify of tls of the sink ${kind}`, insecureSkipVerify);
  if (serverName !== undefined) {
    assertText(`serverName of the sink ${kind}`, serverName);
  }
  for (const [what, secret] of Object.entries({ ca, cert, key })) {
    assertSecret(`${what} of the sink ${kind}`, secret);
  }
  if ((cert === undefined) !== (key === undefined)) {
    throw invalid(`tls of the sink ${kind}`, 'given cert and key, or neither', { cert: cert?.secretKey, key: key?.secretKey });
  }
  const useless = Object.entries({ ca, cert, serverName, insecureSkipVerify }).find(([, value]) => value !== undefined && value !== false)?.[0];
  if (!enabled && useless !== undefined) {
    throw invalid(`tls of the sink ${kind}`, 'without further settings where nothing is encrypted', useless, 'leave out enabled: false');
  }
  return { enabled, ca, cert, key, serverName, insecureSkipVerify };
}

/** Name and password, where they are given. */
export function loginOf(kind: string, username: string | undefined, password: SecretValue | undefined): LoginModel | undefined {
  assertSecret(`password of the sink ${kind}`, password);
  if ((username === undefined) !== (password === undefined)) {
    throw invalid(`user of the sink ${kind}`, 'given with username and password', username === undefined ? 'no username' : 'no password');
  }
  if (username !== undefined) {
    assertText(`username of the sink ${kind}`, username);
  }
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** Refuses a credential that is a text: everybody who reads the manifest would know it. */
export function assertSecret(what: string, secret: SecretValue | undefined): void {
  if (secret !== undefined && !(secret instanceof SecretValue)) {
    throw invalid(what, "a key of a Secret, such as SecretValue.key('logs', 'password'), never its text", typeof secret === 'string' ? 'text' : secret);
  }
}

export function headersOf(
  kind: string, headers: { readonly [header: string]: string } = {}, secretHeaders: { readonly [header: string]: SecretValue } = {},
): HeadersModel {
  assertStruct(`headers of the sink ${kind}`, headers, "{ 'x-tenant': 'shop' }");
  assertStruct(`secretHeaders of the sink ${kind}`, secretHeaders, "{ 'x-key': SecretValue.key('logs', 'key') }");
  for (const header of [...Object.keys(headers), ...Object.keys(secretHeaders)]) {
    if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(header)) {
      throw invalid(`header of the sink ${kind}`, 'a name without blanks and colons', header);
    }
  }
  const open = Object.keys(headers).find(header => SECRET_NAME.test(header));
  if (open !== undefined) {
    throw invalid(`headers of the sink ${kind}`, 'no credentials, which everybody reads in the manifest', open, `move '${open}' to secretHeaders`);
  }
  Object.entries(headers).forEach(([header, text]) => assertText(`header '${header}' of the sink ${kind}`, text));
  Object.entries(secretHeaders).forEach(([header, secret]) => assertSecret(`header '${header}' of the sink ${kind}`, secret));
  const plain = [...Object.keys(headers), ...Object.keys(secretHeaders)].map(header => header.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
  const twice = plain.find((header, position) => plain.indexOf(header) !== position);
  if (twice !== undefined) {
    throw invalid(`header of the sink ${kind}`, 'given once', twice);
  }
  return { headers: copyOf(headers), secretHeaders: copyOf(secretHeaders) };
}

/** Refuses more than one way to say who it is. */
export function assertOneCredential(kind: string, credentials: { readonly [name: string]: unknown }): void {
  const given = Object.keys(credentials).filter(name => credentials[name] !== undefined);
  if (given.length > 1) {
    throw invalid(`credentials of the sink ${kind}`, 'one', given, `leave out '${given[1]}'`);
  }
}

export function awsOf(kind: string, { region, endpoint, roleArn, accessKeyId, secretAccessKey }: LogAwsOptions): AwsModel {
  assertText(`region of the sink ${kind}`, region);
  assertSecret(`accessKeyId of the sink ${kind}`, accessKeyId);
  assertSecret(`secretAccessKey of the sink ${kind}`, secretAccessKey);
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw invalid(`access key of the sink ${kind}`, 'given with accessKeyId and secretAccessKey', accessKeyId === undefined ? 'no accessKeyId' : 'no secretAccessKey');
  }
  if (endpoint !== undefined && !(typeof endpoint === 'string' && /^https?:\/\/[^\s/'"@?#]+$/.test(endpoint))) {
    throw invalid(`endpoint of the sink ${kind}`, "a URL without a path and a user, such as 'https://s3.example.com'", withoutLogin(endpoint));
  }
  if (roleArn !== undefined && !/^(arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+|\$\([A-Za-z_]\w*\))$/.test(roleArn)) {
    throw invalid(`roleArn of the sink ${kind}`, "a role, such as 'arn:aws:iam::123456789012:role/logs'", roleArn);
  }
  return { region, endpoint, roleArn, accessKeyId, secretAccessKey };
}

/** Refuses text that no line of a configuration takes. */
export function assertText(what: string, text: string): string {
  if (typeof text !== 'string' || text === '' || [...text].some(character => character < ' ' || character === '\u007f')) {
    throw invalid(what, 'text in one line', text);
  }
  return text;
}

/** Refuses a credential in a URL, which stands in the ConfigMap for everybody to read; that of a variable does not. */
export function assertOpenPath(what: string, path: string): void {
  const open = [...path.matchAll(/[?&]([^=&]+)=([^&]*)/g)].find(([, name, text]) => SECRET_NAME.test(name) && !/^\$\([A-Za-z_]\w*\)$/.test(text));
  if (open !== undefined) {
    throw invalid(what, 'without credentials, which everybody reads in the manifest', open[1],
      `move '${open[1]}' to secretHeaders, or write '${open[1]}=$(NAME)' with a variable of the container`);
  }
}

/** An address for an error, without name and password. */
export function withoutLogin<T>(address: T): T | string {
  return typeof address === 'string' ? address.replace(/^(\w+:\/\/)?.*@/, '$1…@') : address;
}

function retryOf(kind: string, retry: LogRetry): RetryModel {
  const { attempts, giveUpAfterSeconds, maxIntervalSeconds } = assertStruct(`retry of the sink ${kind}`, retry, '{ attempts: 5 }');
  if (attempts !== undefined && giveUpAfterSeconds !== undefined) {
    throw invalid(`retry of the sink ${kind}`, 'given attempts or giveUpAfterSeconds, one of the two', { attempts, giveUpAfterSeconds });
  }
  for (const [what, count] of Object.entries({ attempts, giveUpAfterSeconds, maxIntervalSeconds })) {
    if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 31536000)) {
      throw invalid(`${what} of the sink ${kind}`, 'a whole number above 0', count);
    }
  }
  return { attempts, giveUpAfterSeconds, maxIntervalSeconds: maxIntervalSeconds ?? 30, isIntervalAsked: maxIntervalSeconds !== undefined };
}

function dashed(kind: string): string {
  return kind.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
