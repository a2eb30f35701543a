import { Testing } from 'cdk8s';
import {
  CollectdOptions, CollectdOutput, CollectdPlugin, CollectdSecurity, DaemonDefaults, DaemonProfile, MetricsAgent, Monitor, NodeDaemonOptions, NodeExporter,
  SecretValue, SecurityContext,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const IMAGE = 'registry.example.com/collectd:5.12';
const username = SecretValue.key('metrics', 'username');
const password = SecretValue.key('metrics', 'password');

function chartWith(options: Partial<CollectdOptions> = {}, props: NodeDaemonOptions = {}) {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { ...props, agent: MetricsAgent.collectd({ container: { image: IMAGE }, ...options }) });
  return chart;
}

const podOf = (options?: Partial<CollectdOptions>, props?: NodeDaemonOptions) => manifestsOf(chartWith(options, props), 'DaemonSet')[0].spec.template.spec;
const filesOf = (options?: Partial<CollectdOptions>, props?: NodeDaemonOptions) => manifestsOf(chartWith(options, props), 'ConfigMap')[0].data;
const confOf = (options?: Partial<CollectdOptions>, props?: NodeDaemonOptions): string => filesOf(options, props)['collectd.conf'];

test('defaults of collectd', () => {
  expect(Testing.synth(chartWith())).toMatchSnapshot();
});

describe('what it sees of the node', () => {
  test.each([
    ['the network', CollectdPlugin.interfaces(), { hostNetwork: true }],
    ['the network', CollectdPlugin.tcpConnections(), { hostNetwork: true }],
    ['the processes', CollectdPlugin.processes(), { hostPID: true }],
    ['the network and the processes', CollectdPlugin.custom('netlink', { hostNetwork: true, hostPid: true }), { hostNetwork: true, hostPID: true }],
    ['nothing', CollectdPlugin.cpu(), {}],
  ])('is %s, where a plugin asks for it', (_what, plugin, expected) => {
    const { hostNetwork, hostPID, containers: [{ volumeMounts }] } = podOf({ plugins: [plugin] });
    expect({ hostNetwork, hostPID }).toEqual({ hostNetwork: undefined, hostPID: undefined, ...expected });
    expect(volumeMounts.map((mount: any) => mount.mountPath)).not.toContain('/host');
  });

  test('is the root directory, read-only and with later mounts, for file systems', () => {
    const { containers: [{ volumeMounts }], volumes } = podOf({ plugins: [CollectdPlugin.df()] });
    expect(volumeMounts).toContainEqual({ name: 'host-root', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' });
    expect(volumes).toContainEqual({ name: 'host-root', hostPath: { path: '/', type: 'Directory' } });
  });

  test('is the file of the users that are logged in', () => {
    const { containers: [{ volumeMounts }], volumes } = podOf({ plugins: [CollectdPlugin.users()] });
    expect(volumeMounts).toContainEqual({ name: 'host-run-utmp', mountPath: '/var/run/utmp', readOnly: true });
    expect(volumes).toContainEqual({ name: 'host-run-utmp', hostPath: { path: '/run/utmp', type: 'File' } });
  });

  test('is never the network of the pod in place of the node', () => {
    expect(() => podOf({}, { hostNamespaces: { network: false } })).toThrow(new Error(
      'platform/metrics: hostNamespaces.network must be true with plugins that report the network of the node, got false: they would report that of the pod: '
      + 'leave it out, or give plugins without interface'));
  });
});

describe('its file systems', () => {
  /** Whether a mount is reported, as the plugin decides: each list by itself, all with one switch. */
  function reports(plugin: CollectdPlugin, dir: string, type: string): boolean {
    const values = (key: string) => plugin._items.filter(item => item.key === key).map(item => item.values[0]);
    const [isExcluding] = values('IgnoreSelected');
    return ([['MountPoint', dir], ['FSType', type]] as const).every(([key, value]) => {
      const fits = values(key).some(one => /^\/.+\/$/.test(String(one)) ? new RegExp(String(one).slice(1, -1)).test(value) : one === value);
      return values(key).length === 0 || fits !== isExcluding;
    });
  }

  test.each([
    ['/host', 'ext4', true],
    ['/host/var', 'xfs', true],
    ['/host/home', 'ext4', true],
    ['/', 'overlay', false],
    ['/etc/hosts', 'ext4', false],
    ['/h', 'ext4', false],
    ['/hosts', 'ext4', false],
    ['/home/a', 'ext4', false],
    ['/hot', 'ext4', false],
    ['/hose', 'ext4', false],
    ['/host/proc', 'proc', false],
    ['/host/mnt/share', 'nfs4', false],
    ['/host/mnt/bucket', 'fuse.s3fs', false],
    ['/host/run/containerd/io.containerd.runtime.v2.task/k8s.io/a/rootfs', 'ext4', false],
    ['/host/var/lib/kubelet/pods/0b9f6f1c-5f0b-4c67-8a3e-0123456789ab/volumes/kubernetes.io~csi/a/mount', 'ext4', false],
    ['/host/var/snap/microk8s/common/var/lib/kubelet/plugins/kubernetes.io/csi/a/globalmount', 'ext4', false],
  ])('%s of type %s: %s', (dir, type, expected) => {
    expect(reports(CollectdPlugin.df(), dir, type)).toBe(expected);
  });

  test('are called as on the node where they are written', () => {
    const included = CollectdPlugin.df({ include: { mountPoints: ['/', '/var/lib', '/^\\/data[0-9]\\//'] } });
    expect(['/host', '/host/var/lib', '/host/data1/a'].every(dir => reports(included, dir, 'ext4'))).toBe(true);
    expect(['/', '/var/lib', '/host/var', '/host/srv/data1/a'].some(dir => reports(included, dir, 'ext4'))).toBe(false);
    const excluded = CollectdPlugin.df({ exclude: { mountPoints: ['/var/lib'], types: ['tmpfs'] } });
    expect(reports(excluded, '/host/var', 'ext4')).toBe(true);
    expect([['/host/var/lib', 'ext4'], ['/host/tmp', 'tmpfs'], ['/var', 'ext4']].some(([dir, type]) => reports(excluded, dir, type))).toBe(false);
  });

  test('are those of the node alone, whatever is chosen of them', () => {
    const plugin = CollectdPlugin.df({ include: { types: ['ext4'] } });
    expect(reports(plugin, '/host/var', 'ext4')).toBe(true);
    expect(reports(plugin, '/etc/hosts', 'ext4')).toBe(false);
  });
});

describe('its configuration', () => {
  test('begins with the log, and with no name that must resolve', () => {
    expect(confOf()).toMatch(/^LoadPlugin "logfile"\n<Plugin "logfile">\n {2}LogLevel "info"\n {2}File "STDOUT"\n/);
    expect(confOf()).toContain('\nFQDNLookup false\n');
  });

  test('escapes quotes and backslashes', () => {
    expect(confOf({ plugins: [CollectdPlugin.processes({ matches: { java: 'a"b\\.c' } })] })).toContain('  ProcessMatch "java" "a\\"b\\\\.c"\n');
  });

  test('has an interval for all, and one for a plugin, before what reads by them', () => {
    const conf = confOf({ interval: 30, plugins: [CollectdPlugin.cpu({ interval: 5, byCpu: false })] });
    expect(conf).toContain('Interval 30\n');
    expect(conf).toContain('<LoadPlugin "cpu">\n  Interval 5\n</LoadPlugin>\n<Plugin "cpu">\n  ReportByCpu false\n</Plugin>\n');
    expect(conf.indexOf('Interval 30')).toBeLessThan(conf.indexOf('LoadPlugin "cpu"'));
  });

  test('has one block for the outputs of a kind', () => {
    const conf = confOf({ outputs: [CollectdOutput.graphite({ host: 'a' }), CollectdOutput.graphite({ host: 'b', port: 9 })] });
    expect(conf.match(/LoadPlugin "write_graphite"/g)).toHaveLength(1);
    expect(conf).toContain('  <Node "a:2003">\n    Host "a"\n    Port "2003"\n  </Node>\n  <Node "b:9">\n');
  });

  test('limits what waits for a server that does not answer', () => {
    expect(confOf()).toContain('WriteQueueLimitHigh 20000\n');
    expect(confOf({ writeQueueLimit: 5 })).toContain('WriteQueueLimitHigh 5\nWriteQueueLimitLow 5\n');
  });
});

describe('its metrics', () => {
  test('have one port for listener, probes, Service and monitor', () => {
    const chart = chartWith({ outputs: [CollectdOutput.prometheus({ port: 9999 })] }, { monitor: Monitor.serviceMonitor() });
    const [container] = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers;
    expect(manifestsOf(chart, 'ConfigMap')[0].data['collectd.conf']).toContain('  Port 9999\n');
    expect(container.ports).toEqual([{ name: 'metrics', containerPort: 9999 }]);
    // collectd goes on where the port is taken, so that the port is what must live.
    expect(container.livenessProbe.httpGet).toEqual({ path: '/metrics', port: 'metrics' });
    expect(manifestsOf(chart, 'Service')[0].spec.ports).toEqual([{ name: 'metrics', port: 9999 }]);
    expect(manifestsOf(chart, 'ServiceMonitor')[0].spec.endpoints[0].port).toBe('metrics');
  });

  test('are not scraped without the output for it', () => {
    const chart = chartWith({ outputs: [CollectdOutput.graphite({ host: 'graphite' })] });
    expect(manifestsOf(chart, 'Service')).toEqual([]);
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0]).not.toHaveProperty('livenessProbe');
    expect(() => chartWith({ outputs: [] }, { monitor: Monitor.podMonitor() })).toThrow(new Error(
      'platform/metrics: outputs of a monitored collectd must be one of them for Prometheus, got undefined: add CollectdOutput.prometheus()'));
  });
});

describe('the name of the node', () => {
  test('is what the network of the node gives it, without a shell', () => {
    expect(podOf()).not.toHaveProperty('initContainers');
  });

  test('is written before it starts where the pod has a network of its own', () => {
    const options = { plugins: [CollectdPlugin.cpu()] };
    const { initContainers: [init], containers: [collectd], volumes } = podOf(options);
    expect(init).toMatchObject({ image: IMAGE, command: ['sh', '/etc/collectd-init/node.sh'], env: [{ name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }] });
    expect(init.securityContext).toEqual(collectd.securityContext);
    expect(filesOf(options)['node.sh']).toBe('set -eu\numask 077\ncat > /etc/collectd-node/node.conf <<END_OF_FILE\nHostname "$NODE_NAME"\nEND_OF_FILE\n');
    expect(confOf(options)).toContain('Include "/etc/collectd-node/node.conf"\n');
    expect(collectd.volumeMounts).toContainEqual({ name: 'node-config', mountPath: '/etc/collectd-node', readOnly: true });
    expect(volumes).toContainEqual({ name: 'node-config', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } });
  });
});

describe('credentials', () => {
  const options = { outputs: [CollectdOutput.network({ servers: [{ host: 'metrics.example.com', username, password }] })] };

  test('stand in no file of the cluster and in no environment but that of the container that writes them', () => {
    const { initContainers: [init], containers: [collectd] } = podOf(options);
    expect(init.env.slice(1)).toEqual([
      { name: 'CREDENTIAL_1', valueFrom: { secretKeyRef: { name: 'metrics', key: 'username' } } },
      { name: 'CREDENTIAL_2', valueFrom: { secretKeyRef: { name: 'metrics', key: 'password' } } },
    ]);
    expect(collectd).not.toHaveProperty('env');
    expect(confOf(options)).not.toContain('Password');
    expect(filesOf(options)['node.sh']).toContain('    SecurityLevel "Encrypt"\n    Username "$CREDENTIAL_1"\n    Password "$CREDENTIAL_2"\n');
  });

  test('can be read by who reads them, whoever that is', () => {
    const securityContext = SecurityContext.root();
    const { initContainers: [init] } = podOf({ ...options, container: { image: IMAGE, securityContext } });
    expect(init.securityContext.runAsUser).toBe(0);
  });

  test('come as a whole piece of configuration too, for images without a shell', () => {
    const pieces = { secretConfiguration: [SecretValue.key('a', 'mysql.conf'), SecretValue.key('b', 'c')] };
    const { containers: [collectd], volumes } = podOf(pieces);
    expect(confOf(pieces)).toMatch(/Include "\/etc\/collectd-secrets\/1.conf"\nInclude "\/etc\/collectd-secrets\/2.conf"\n$/);
    expect(collectd.volumeMounts).toContainEqual({ name: 'secret-config', mountPath: '/etc/collectd-secrets', readOnly: true });
    expect(volumes).toContainEqual({
      name: 'secret-config',
      projected: {
        sources: [
          { secret: { name: 'a', items: [{ key: 'mysql.conf', path: '1.conf' }] } },
          { secret: { name: 'b', items: [{ key: 'c', path: '2.conf' }] } },
        ],
      },
    });
  });

  test('and certificates of a server are files', () => {
    const output = CollectdOutput.http({ url: 'https://metrics.example.com/post', ca: SecretValue.key('ca', 'ca.crt') });
    const { containers: [collectd], volumes } = podOf({ outputs: [output] });
    const mount = collectd.volumeMounts.find((one: any) => one.name.startsWith('tls-'));
    expect(confOf({ outputs: [output] })).toContain(`    CACert "${mount.mountPath}/ca.crt"\n`);
    expect(volumes.find((one: any) => one.name === mount.name).projected.sources).toEqual([{ secret: { name: 'ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] } }]);
  });
});

describe('with BARE', () => {
  const profile = DaemonProfile.BARE;

  test('it is the container as it is written', () => {
    expect(podOf({}, { profile })).toEqual({ containers: [{ name: 'collectd', image: IMAGE }] });
  });

  test('it has what is written of its configuration, and what that asks for', () => {
    const { hostNetwork, containers: [collectd] } = podOf({ plugins: [CollectdPlugin.interfaces()] }, { profile });
    expect(hostNetwork).toBe(true);
    expect(collectd).toEqual({
      name: 'collectd',
      image: IMAGE,
      command: ['collectd'],
      args: ['-f', '-C', '/etc/collectd/collectd.conf'],
      volumeMounts: [{ name: 'state', mountPath: '/var/lib/collectd' }, { name: 'config', mountPath: '/etc/collectd', readOnly: true }],
    });
  });
});

test('it gives way to what is written of its container', () => {
  const chart = chartOf();
  DaemonDefaults.on(chart, { resources: { requests: { cpu: '1' } } });
  new NodeExporter(chart, 'metrics', { agent: MetricsAgent.collectd({ container: { image: IMAGE, name: 'agent', command: ['/opt/collectd/sbin/collectd'] } }) });
  const [container] = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers;
  expect(container).toMatchObject({ name: 'agent', command: ['/opt/collectd/sbin/collectd'], resources: { requests: { cpu: '1' } } });
});

test.each<[string, () => unknown, string]>([
  ['no image', () => MetricsAgent.collectd({ container: {} }),
    "image of collectd must be given, as its project publishes none, got undefined: write container: { image: 'registry.example.com/collectd:1.2.3' }"],
  ['a plugin twice', () => podOf({ plugins: [CollectdPlugin.cpu(), CollectdPlugin.custom('cpu')] }),
    "plugins must be different from each other, got 'cpu': give all of its options in one"],
  ['an output twice', () => podOf({ outputs: [CollectdOutput.prometheus(), CollectdOutput.prometheus({ port: 1 })] }),
    "outputs must be different from each other, got 'write_prometheus': give all of its options in one"],
  ['two outputs of one name', () => podOf({ outputs: [CollectdOutput.graphite({ host: 'a' }), CollectdOutput.graphite({ host: 'a' })] }),
    "outputs must be different from each other, got 'write_graphite a:2003': give each a name of its own"],
  ['a plugin that is an output', () => podOf({ plugins: [CollectdPlugin.custom('write_http')], outputs: [CollectdOutput.http({ url: 'http://a' })] }),
    'plugins must be without logfile and without those of the outputs, got ["write_http"]'],
  ['no interval', () => MetricsAgent.collectd({ container: { image: IMAGE }, interval: 0 }), 'interval of collectd must be a number of seconds above 0, got 0'],
  ['an interval of text', () => CollectdPlugin.cpu({ interval: '10s' as any }), "interval of the plugin cpu must be a number of seconds above 0, got '10s'"],
  ['no port', () => CollectdOutput.prometheus({ port: 70000 }), 'port of the metrics must be a whole number from 1 to 65535, got 70000'],
  ['a name in two lines', () => CollectdPlugin.processes({ programs: ['a\nPassword'] }), "Process in collectd.conf must be text in one line, a number, true or false, got 'a\nPassword'"],
  ['both directions', () => CollectdPlugin.disk({ include: ['sda'], exclude: ['sdb'] }),
    'disks must be included or excluded, one of the two, got {"include":["sda"],"exclude":["sdb"]}: collectd has one switch for both'],
  ['a list of nothing', () => CollectdPlugin.interfaces({ include: [] }), 'interfaces must be given, or left out altogether, got []'],
  ['a quoted expression', () => CollectdPlugin.interfaces({ exclude: ["'/^veth/'"] }), "interfaces must be names, or regular expressions such as '/^veth/', got ''/^veth/''"],
  ['lookaround', () => CollectdPlugin.interfaces({ exclude: ['/^(?!eth)/'] }),
    "interfaces must be extended regular expressions of POSIX, which have no lookaround and no \\d, got '/^(?!eth)/'"],
  ['a class of Perl', () => CollectdPlugin.disk({ include: ['/^sd\\d/'] }),
    "disks must be extended regular expressions of POSIX, which have no lookaround and no \\d, got '/^sd\\d/'"],
  ['an open bracket', () => CollectdPlugin.processes({ matches: { a: '(' } }),
    "match of the processes 'a' must be an extended regular expression of POSIX, without slashes around it, lookaround and \\d, got '('"],
  ['a relative mount point', () => CollectdPlugin.df({ include: { mountPoints: ['var'] } }),
    "mount points must be absolute paths, or regular expressions such as '/^\\/var\\//', got 'var'"],
  ['an expression that never fits', () => CollectdPlugin.df({ exclude: { mountPoints: ['/^(\\/a|\\/b)/'] } }),
    "mount points must be expressions that go on with a slash after '^', as the root of the node is mounted elsewhere, got '/^(\\/a|\\/b)/'"],
  ['a credential among lines', () => CollectdPlugin.custom('mysql', { lines: ['<Database a>', 'Password "x"', '</Database>'] }),
    "a line of a plugin must be no credential, got 'Password': write the plugin into a Secret: secretConfiguration: [SecretValue.key('…', '…')]"],
  ['a line that collectd cannot read', () => CollectdPlugin.custom('conntrack', { lines: ['OldFiles'] }),
    "a line of a plugin must be an option and its value, such as 'OldFiles true', or the begin or the end of a block, got 'OldFiles'"],
  ['the name of no plugin', () => CollectdPlugin.custom('cpu"'), "name of a plugin must be small letters, digits and '_', got 'cpu\"'"],
  ['no servers', () => CollectdOutput.network({ servers: [] }), "servers must be given, such as [{ host: 'metrics.example.com' }], got []"],
  ['a server with its port', () => CollectdOutput.network({ servers: [{ host: 'a:1' }] }),
    "host of a server must be a name or an address, without scheme and port, such as 'metrics.example.com', got 'a:1'"],
  ['a password alone', () => CollectdOutput.network({ servers: [{ host: 'a', password }] }), 'username and password must be given together, got {"password":"password"}'],
  ['credentials that protect nothing', () => CollectdOutput.network({ servers: [{ host: 'a', username, password, security: CollectdSecurity.NONE }] }),
    "security of a server with username and password must be CollectdSecurity.SIGN or ENCRYPT, got 'None'"],
  ['encryption without credentials', () => CollectdOutput.network({ servers: [{ host: 'a', security: CollectdSecurity.ENCRYPT }] }),
    'credentials of a server with CollectdSecurity.ENCRYPT must be given, got undefined: give username and password'],
  ['credentials in a URL', () => CollectdOutput.http({ url: 'https://a:b@metrics.example.com/' }),
    "url of an output must be without credentials, got 'https://…@metrics.example.com': give username and password: SecretValue.key('…', '…')"],
  ['no URL', () => CollectdOutput.http({ url: 'metrics.example.com' }), "url of an output must be one of http or https, such as 'https://metrics.example.com/post', got 'metrics.example.com'"],
  ['certificates without TLS', () => CollectdOutput.http({ url: 'http://a/', ca: password }), "url of an output with certificates must be one of https, got 'http://a/'"],
])('fails with %s', (_what, act, message) => {
  expect(act).toThrow(new Error(message));
});
