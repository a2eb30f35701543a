import { block, Item, option } from './conf';
import { CollectdNetworkOptions, CollectdSecurity, CollectdServer } from './network-options';
import * as options from './output-options';
import { invalid } from '../../host/invalid';
import { ProjectedSource } from '../../host/projected-source';
import { SecretValue } from '../../host/secret-value';
import { shortHash } from '../../host/short-hash';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { assertLine, assertPort, assertSeconds, assertServer, assertWhole } from '../assert-values';

/**
 * Where collectd writes what it reads.
 *
 * @see https://www.collectd.org/documentation/manpages/collectd.conf.html
 */
export class CollectdOutput {
  /**
   * A port on which Prometheus scrapes.
   *
   * @param details port, staleness
   */
  public static prometheus(details: options.CollectdPrometheusOptions = {}): CollectdOutput {
    const { port = 9103, staleness } = details;
    assertPort('port of the metrics', port);
    assertSeconds('staleness', staleness);
    return new CollectdOutput('write_prometheus', [...option('Port', port), ...option('StalenessDelta', staleness)], { port });
  }

  /**
   * Other collectds, by UDP.
   *
   * @param details servers
   */
  public static network(details: CollectdNetworkOptions): CollectdOutput {
    const { servers, timeToLive, maxPacketSize } = details;
    if (!Array.isArray(servers) || servers.length === 0) {
      throw invalid('servers', "given, such as [{ host: 'metrics.example.com' }]", servers);
    }
    assertWhole('timeToLive', timeToLive, 1, 255);
    assertWhole('maxPacketSize', maxPacketSize, 1024, 65535);
    return new CollectdOutput('network', [...servers.map(server), ...option('TimeToLive', timeToLive), ...option('MaxPacketSize', maxPacketSize)]);
  }

  /**
   * A server to which metrics are posted.
   *
   * @param details URL, credentials, format
   */
  public static http(details: options.CollectdHttpOptions): CollectdOutput {
    const { username, password, ca, cert, key, insecureSkipVerify, format, storeRates, bufferSize, timeout, logErrors } = details;
    const url = urlOf(details.url);
    const name = details.name ?? url.host;
    assertName(name);
    assertWhole('bufferSize', bufferSize, 1024);
    assertSeconds('timeout', timeout);
    assertPair('username and password', username, password);
    assertPair('cert and key', cert, key);
    const directory = `/etc/collectd-tls/${shortHash(name, 6)}`;
    const files = Object.entries({ 'ca.crt': ca, 'tls.crt': cert, 'tls.key': key }).filter(([, value]) => value !== undefined);
    if (files.length > 0 && url.protocol !== 'https:') {
      throw invalid('url of an output with certificates', 'one of https', details.url);
    }
    const node = block('Node', [name], [
      ...option('URL', details.url),
      ...option('User', username),
      ...option('Password', password),
      ...option('CACert', ca && `${directory}/ca.crt`),
      ...option('ClientCert', cert && `${directory}/tls.crt`),
      ...option('ClientKey', key && `${directory}/tls.key`),
      ...insecureSkipVerify ? [...option('VerifyPeer', false), ...option('VerifyHost', false)] : [],
      ...option('Format', format),
      ...option('StoreRates', storeRates),
      ...option('BufferSize', bufferSize),
      // Milliseconds here, though every other time is in seconds.
      ...option('Timeout', timeout === undefined ? undefined : Math.ceil(timeout * 1000)),
      ...option('LogHttpError', logErrors),
    ]);
    return new CollectdOutput('write_http', [node], { name, volumes: files.length === 0 ? [] : [tls(directory, name, files as [string, SecretValue][])] });
  }

  /**
   * Graphite.
   *
   * @param details server, names of metrics
   */
  public static graphite(details: options.CollectdGraphiteOptions): CollectdOutput {
    const { host, port = 2003, protocol, prefix, storeRates, tags, reconnectInterval } = details;
    assertServer('host of Graphite', host);
    assertPort('port of Graphite', port);
    assertWhole('reconnectInterval', reconnectInterval, 1);
    assertLine('prefix', prefix);
    const name = details.name ?? `${host}:${port}`;
    assertName(name);
    const node = block('Node', [name], [
      ...option('Host', host),
      ...option('Port', String(port)),
      ...option('Protocol', protocol),
      ...option('Prefix', prefix),
      ...option('StoreRates', storeRates),
      ...option('UseTags', tags),
      ...option('ReconnectInterval', reconnectInterval),
    ]);
    return new CollectdOutput('write_graphite', [node], { name });
  }

  /** @internal */
  public readonly _port?: number;

  /** @internal */
  public readonly _name?: string;

  /** @internal */
  public readonly _volumes: readonly VolumeMount[];

  private constructor(
    /** Name of its plugin in collectd. */
    public readonly plugin: string,
    /** @internal */
    public readonly _items: readonly Item[],
    { port, name, volumes = [] }: { readonly port?: number; readonly name?: string; readonly volumes?: readonly VolumeMount[] } = {},
  ) {
    this._port = port;
    this._name = name;
    this._volumes = volumes;
  }
}

function server({ host, port = 25826, username, password, resolveInterval, security }: CollectdServer): Item {
  assertServer('host of a server', host);
  assertPort('port of a server', port);
  assertWhole('resolveInterval', resolveInterval, 1);
  assertPair('username and password', username, password);
  const level = security ?? (username === undefined ? undefined : CollectdSecurity.ENCRYPT);
  if ((level ?? CollectdSecurity.NONE) === CollectdSecurity.NONE && username !== undefined) {
    throw invalid('security of a server with username and password', 'CollectdSecurity.SIGN or ENCRYPT', level);
  }
  if (level !== undefined && level !== CollectdSecurity.NONE && username === undefined) {
    throw invalid(`credentials of a server with CollectdSecurity.${level.toUpperCase()}`, 'given', undefined, 'give username and password');
  }
  return block('Server', [host, String(port)], [
    ...option('SecurityLevel', level), ...option('Username', username), ...option('Password', password), ...option('ResolveInterval', resolveInterval),
  ]);
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.host === '') {
    throw invalid('url of an output', "one of http or https, such as 'https://metrics.example.com/post'", text);
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid('url of an output', 'without credentials', `${url.protocol}//…@${url.host}`, "give username and password: SecretValue.key('…', '…')");
  }
  return url;
}

function assertName(name: string): void {
  assertLine('name of an output', name);
}

function assertPair(what: string, one: SecretValue | undefined, other: SecretValue | undefined): void {
  if ((one === undefined) !== (other === undefined)) {
    throw invalid(what, 'given together', { [what.split(' ')[0]]: one?.secretKey, [what.split(' ')[2]]: other?.secretKey });
  }
}

function tls(mountPath: string, name: string, files: readonly (readonly [string, SecretValue])[]): VolumeMount {
  return {
    name: `tls-${shortHash(name, 6)}`,
    mountPath,
    readOnly: true,
    source: VolumeSource.projected(files.map(([path, { secretName, secretKey }]) => ProjectedSource.secret(secretName, { items: [{ key: secretKey, path }] }))),
  };
}
