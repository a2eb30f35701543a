import { Expression, text } from './language';
import { ServerModel } from '../../host/log/model';

/** The URL of a server; an address of IPv6 stands in brackets. */
export function urlOf({ host, port, tls }: ServerModel, path = ''): Expression {
  return text(`http${tls.enabled ? 's' : ''}://${bracketed(host)}:${port}${path}`);
}

/** Host and port of a server. */
export function authorityOf({ host, port }: ServerModel): Expression {
  return text(`${bracketed(host)}:${port}`);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
