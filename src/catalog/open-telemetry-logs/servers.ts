import { text } from './language';
import { withoutUndefined } from '../../host/copy';
import { AwsModel, HeadersModel, LoginModel, ServerModel, SinkModel, TlsModel } from '../../host/log/model';
import { SecretValue } from '../../host/secret-value';
import { certificateFile, secretVariable } from '../log/secrets';
import { Component } from '../open-telemetry/component';

export function aws({ region, endpoint, roleArn }: AwsModel): { readonly [setting: string]: unknown } {
  return { region: text(region), endpoint: text(endpoint), role_arn: text(roleArn) };
}

export function basicAuth(sink: SinkModel, { username }: LoginModel): Component {
  return { name: `basicauth/${sink.id}`, config: { client_auth: { username: text(username), password: secret(sink, 'password') } }, signals: [] };
}

export function headers(
  sink: SinkModel, token: SecretValue | undefined, plain: HeadersModel['headers'], hidden: HeadersModel['secretHeaders'] = {},
): object | undefined {
  const all = {
    ...Object.fromEntries(Object.entries(plain).map(([header, value]) => [header, text(value)])),
    ...Object.fromEntries(Object.keys(hidden).map(header => [header, secret(sink, header)])),
    ...token === undefined ? {} : { authorization: `Bearer ${secret(sink, 'bearer_token')}` },
  };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** @see https://github.com/open-telemetry/opentelemetry-collector/tree/main/config/configtls */
export function tls(sink: SinkModel, trust: TlsModel): object | undefined {
  const files = withoutUndefined({
    ca_file: certificateFile(sink, trust, 'ca'), cert_file: certificateFile(sink, trust, 'cert'), key_file: certificateFile(sink, trust, 'key'),
  });
  const all = withoutUndefined({
    insecure_skip_verify: trust.insecureSkipVerify || undefined,
    server_name_override: trust.serverName,
    ...files,
    reload_interval: Object.keys(files).length === 0 ? undefined : '5m',
  });
  return Object.keys(all).length === 0 ? undefined : all;
}

export function url(server: ServerModel): string {
  return `${server.tls.enabled ? 'https' : 'http'}://${address(server)}`;
}

export function address({ host, port }: ServerModel): string {
  return `${host.includes(':') ? `[${host}]` : text(host)}:${port}`;
}

export function secret(sink: SinkModel, what: string): string {
  return `\${env:${secretVariable(sink, what)}}`;
}
