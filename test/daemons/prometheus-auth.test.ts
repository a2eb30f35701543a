import { containerOf, manifests, podOf } from './rendered-prometheus';
import { ListenOn, MetricsAuth, Monitor, PrometheusOptions, SecretValue } from '../../src';

describe('authentication', () => {
  const PROXY: PrometheusOptions = { auth: MetricsAuth.kubeRbacProxy() };

  test('pain 18: behind kube-rbac-proxy the exporter listens on loopback alone', () => {
    const { containers: [exporter, proxy] } = podOf(PROXY);
    expect(exporter.args[0]).toBe('--web.listen-address=127.0.0.1:9101');
    expect(exporter.ports).toEqual([{ containerPort: 9101, hostPort: 9101, hostIP: '127.0.0.1' }]);
    expect(exporter.readinessProbe.httpGet).toEqual({ host: '127.0.0.1', path: '/', port: 9101 });
    expect(proxy.args).toEqual(['--secure-listen-address=[$(IP)]:9100', '--upstream=http://127.0.0.1:9101/']);
    expect(proxy.ports).toEqual([{ name: 'https', containerPort: 9100 }]);
  });

  test('kube-rbac-proxy listens on every address where that is asked for', () => {
    const { containers: [, proxy] } = podOf({ auth: MetricsAuth.kubeRbacProxy(), listenOn: ListenOn.ALL });
    expect(proxy.args[0]).toBe('--secure-listen-address=:9100');
    expect(proxy.env).toBeUndefined();
  });

  test('pain 20: the monitor asks where the program answers', () => {
    const [monitor] = manifests({ extraArgs: ['--web.telemetry-path=/node'] }, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor');
    expect(monitor.spec.endpoints[0].path).toBe('/node');
  });

  test('kube-rbac-proxy may ask the API server who asks it, and nothing else', () => {
    expect(manifests(PROXY, {}, 'ClusterRole')[0].rules).toEqual([
      { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
      { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
    ]);
    expect(podOf(PROXY).automountServiceAccountToken).toBe(true);
  });

  test('the monitor of a proxy brings the token of Prometheus, and trusts its own certificate', () => {
    expect(manifests(PROXY, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor')[0].spec.endpoints[0]).toMatchObject({
      port: 'https', scheme: 'https', bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token', tlsConfig: { insecureSkipVerify: true },
    });
  });

  test('with a certificate of a Secret, the proxy and the exporter use it, and the monitor checks it', () => {
    const auth = MetricsAuth.kubeRbacProxy({ tlsSecretName: 'exporter-tls' });
    const [, proxy] = podOf({ auth }).containers;
    expect(proxy.args).toEqual(expect.arrayContaining(['--tls-cert-file=/etc/kube-rbac-proxy/tls/tls.crt', '--tls-private-key-file=/etc/kube-rbac-proxy/tls/tls.key']));
    expect(manifests({ auth }, { monitor: Monitor.serviceMonitor() }, 'ServiceMonitor')[0].spec.endpoints[0].tlsConfig).toBeUndefined();
  });

  test('the proxy asks for a right on a resource where one is given', () => {
    const auth = MetricsAuth.kubeRbacProxy({ resource: { resource: 'nodes', subresource: 'metrics' } });
    const [{ data }] = manifests({ auth }, {}, 'ConfigMap');
    expect(JSON.parse(data['kube-rbac-proxy.json'])).toEqual({ authorization: { resourceAttributes: { apiVersion: 'v1', resource: 'nodes', subresource: 'metrics' } } });
    const [exporter, proxy] = podOf({ auth }).containers;
    expect(proxy.args).toContain('--config-file=/etc/kube-rbac-proxy/config/config.json');
    expect(proxy.volumeMounts).toHaveLength(1);
    expect(exporter.volumeMounts).toHaveLength(1);
  });

  test('TLS of the exporter itself is that of its probes', () => {
    const { args, readinessProbe, volumeMounts } = containerOf({ auth: MetricsAuth.tls('exporter-tls') });
    expect(args).toContain('--web.config.file=/etc/node-exporter/web/web-config.yaml');
    expect(readinessProbe.httpGet).toEqual({ path: '/', port: 'https', scheme: 'HTTPS' });
    expect(volumeMounts).toContainEqual({ name: 'web-tls', mountPath: '/etc/node-exporter/tls', readOnly: true });
    expect(manifests({ auth: MetricsAuth.tls('exporter-tls') }, {}, 'ConfigMap')[0].data['web-config.yaml'])
      .toBe('tls_server_config:\n  cert_file: /etc/node-exporter/tls/tls.crt\n  key_file: /etc/node-exporter/tls/tls.key\n');
  });

  test('where a certificate or a password is asked for, probes only try the port', () => {
    expect(containerOf({ auth: MetricsAuth.tls('exporter-tls', { clientCertificates: true }) }).livenessProbe).toEqual({ tcpSocket: { port: 'https' } });
    expect(containerOf({ auth: MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml')) }).livenessProbe).toEqual({ tcpSocket: { port: 'metrics' } });
  });

  test('the monitor brings the name and password of a web configuration', () => {
    const auth = MetricsAuth.webConfig(SecretValue.key('web', 'web.yaml'), { username: SecretValue.key('scraper', 'user'), password: SecretValue.key('scraper', 'password') });
    expect(manifests({ auth }, { monitor: Monitor.podMonitor() }, 'PodMonitor')[0].spec.podMetricsEndpoints[0].basicAuth)
      .toEqual({ username: { name: 'scraper', key: 'user' }, password: { name: 'scraper', key: 'password' } });
  });
});
