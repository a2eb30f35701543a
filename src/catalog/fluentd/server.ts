import { Settings, text, Value } from './language';
import { invalid } from '../../host/invalid';
import { ServerModel, TlsModel } from '../../host/log/model';
import { BufferedSink } from '../log/pipeline';
import { certificateFile } from '../log/secrets';

/** An address of IPv6 stands in brackets wherever a port follows. */
export function hostOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

export function urlOf({ host, port, tls }: ServerModel, path = ''): Value {
  return text(`${tls.enabled ? 'https' : 'http'}://${hostOf(host)}:${port}${path}`);
}

/** The files of certificates, by the names that a plugin has for them. */
export function tlsFiles(sink: BufferedSink, tls: TlsModel, names: { readonly ca: string; readonly cert: string; readonly key: string }): Settings {
  return Object.fromEntries((['ca', 'cert', 'key'] as const).map(what => [names[what], certificateFile(sink, tls, what)]));
}

/** Most plugins look for the host in the certificate, and know no other name. */
export function assertNoServerName({ id }: BufferedSink, { serverName }: TlsModel): void {
  if (serverName !== undefined) {
    throw invalid(`serverName of the sink '${id}'`, 'left out for Fluentd, which looks for the host in the certificate', serverName,
      'write the name in the certificate as host');
  }
}
