import { Yaml } from 'cdk8s';
import { MetricsAuth } from './metrics-auth';
import { ConfigFile } from '../../host/config-file';
import { HttpScheme } from '../../host/http-get';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';

const TLS = '/etc/node-exporter/tls';
const FILE = '/etc/node-exporter/web/web-config.yaml';

/** What the exporter itself is told of TLS and passwords. */
export interface WebConfig {
  readonly flags: readonly string[];
  readonly configFiles: readonly ConfigFile[];
  readonly volumes: readonly VolumeMount[];
  readonly probeScheme?: HttpScheme;
  /** Whether a probe could show no certificate and no password that the exporter asks for. */
  readonly isProbedByTcp: boolean;
}

/** The web configuration of an exporter: https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md */
export function webConfig({ _kind, _details: { tlsSecretName, clientCertificates, file } }: MetricsAuth): WebConfig {
  if (_kind !== 'tls' && _kind !== 'web config') {
    return { flags: [], configFiles: [], volumes: [], isProbedByTcp: false };
  }
  const tls = tlsSecretName === undefined ? [] : [{ name: 'web-tls', mountPath: TLS, source: VolumeSource.secret(tlsSecretName), readOnly: true }];
  const base = { flags: [`--web.config.file=${FILE}`], probeScheme: tlsSecretName === undefined ? undefined : HttpScheme.HTTPS };
  if (_kind === 'web config') {
    const source = VolumeSource.secret(file!.secretName, { items: [{ key: file!.secretKey, path: 'web-config.yaml' }] });
    return { ...base, configFiles: [], volumes: [...tls, { name: 'web-config', mountPath: '/etc/node-exporter/web', source, readOnly: true }], isProbedByTcp: true };
  }
  const text = Yaml.stringify({
    tls_server_config: {
      cert_file: `${TLS}/tls.crt`,
      key_file: `${TLS}/tls.key`,
      ...clientCertificates ? { client_ca_file: `${TLS}/ca.crt`, client_auth_type: 'RequireAndVerifyClientCert' } : {},
    },
  });
  return { ...base, configFiles: [ConfigFile.text(FILE, text)], volumes: tls, isProbedByTcp: clientCertificates === true };
}
