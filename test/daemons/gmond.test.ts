import { Testing } from 'cdk8s';
import {
  DaemonProfile, GmondOptions, GmondReceiveChannel, GmondSendChannel, IpFamily, MetricsAgent, Monitor, NodeDaemonOptions, NodeExporter, NodePlatform,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const IMAGE = 'registry.example.com/gmond:3.7.2';
const UNICAST = [GmondSendChannel.unicast('gmond.monitoring')];
const MULTICAST = [GmondSendChannel.multicast()];
const OF_CPU = [{ collectEvery: 20, timeThreshold: 90, metrics: [{ name: 'cpu_user', valueThreshold: 0.5, title: 'CPU' }] }];

const agentOf = (options: Partial<GmondOptions> = {}) => MetricsAgent.gmond({ container: { image: IMAGE }, cluster: { name: 'production' }, send: UNICAST, ...options });

function chartWith(options: Partial<GmondOptions> = {}, props: NodeDaemonOptions = {}) {
  const chart = chartOf('monitoring');
  new NodeExporter(chart, 'metrics', { ...props, agent: agentOf(options) });
  return chart;
}

const podOf = (options?: Partial<GmondOptions>, props?: NodeDaemonOptions) => manifestsOf(chartWith(options, props), 'DaemonSet')[0].spec.template.spec;
const confOf = (options?: Partial<GmondOptions>, props?: NodeDaemonOptions): string => manifestsOf(chartWith(options, props), 'ConfigMap')[0].data['gmond.conf'];

test('defaults of gmond', () => {
  expect(Testing.synth(chartWith())).toMatchSnapshot();
});

describe('what it sees of the node', () => {
  test('is the network and the root directory, read-only, for what is usual', () => {
    const { hostNetwork, containers: [{ volumeMounts }] } = podOf();
    expect(hostNetwork).toBe(true);
    expect(volumeMounts).toContainEqual({ name: 'host-root', mountPath: '/host', readOnly: true, mountPropagation: 'HostToContainer' });
  });

  test('pain 18: on its network gmond answers on the address of the node alone', () => {
    expect(confOf()).toContain('bind = "${HOST_IP}"');
    expect(confOf({ groups: OF_CPU })).not.toContain('bind');
    expect(confOf({ tcpAccept: [{ bind: '127.0.0.1' }] })).toContain('bind = "127.0.0.1"');
  });

  test('is nothing for metrics of the CPU', () => {
    const { hostNetwork, containers: [{ volumeMounts }] } = podOf({ groups: OF_CPU });
    expect(hostNetwork).toBeUndefined();
    expect(volumeMounts).toEqual([{ name: 'config', mountPath: '/etc/ganglia', readOnly: true }]);
  });

  test('is the network for multicast, whatever it measures', () => {
    expect(podOf({ groups: OF_CPU, send: MULTICAST }).hostNetwork).toBe(true);
    expect(podOf({ groups: OF_CPU, receive: [GmondReceiveChannel.multicast()] }).hostNetwork).toBe(true);
  });
});

describe('its configuration', () => {
  test('stays in the foreground, and changes no user', () => {
    expect(confOf()).toMatch(/^globals \{\n {2}daemonize = no\n {2}setuid = no\n/);
  });

  test('says its metrics again to who hears them by unicast, as nobody asks there', () => {
    expect(confOf()).toContain('  send_metadata_interval = 60\n');
    expect(confOf({ metadataInterval: 30 })).toContain('  send_metadata_interval = 30\n');
    expect(confOf({ send: MULTICAST })).not.toContain('send_metadata_interval');
  });

  test('hears the group that it sends to', () => {
    const conf = confOf({ send: [GmondSendChannel.multicast({ group: '239.1.2.3', port: 9000 })] });
    expect(conf).toContain('udp_send_channel {\n  mcast_join = "239.1.2.3"\n  port = 9000\n  ttl = 1\n}\n');
    expect(conf).toContain('udp_recv_channel {\n  mcast_join = "239.1.2.3"\n  port = 9000\n  bind = "239.1.2.3"\n}\n');
  });

  test('calls the node by its name and address', () => {
    expect(confOf()).toContain('  override_hostname = "${NODE_NAME}"\n  override_ip = "${HOST_IP}"\n');
    expect(podOf().containers[0].env.map(({ name, valueFrom }: any) => [name, valueFrom.fieldRef.fieldPath])).toEqual([['NODE_NAME', 'spec.nodeName'], ['HOST_IP', 'status.hostIP']]);
    expect(confOf({ hostIsNode: false })).not.toContain('override');
  });

  test('calls the node by its name alone where addresses have colons, at which the other end cuts', () => {
    const platform = NodePlatform.of({ ipFamily: IpFamily.IPV6 });
    expect(confOf({}, { platform })).toContain('  override_hostname = "${NODE_NAME}"\n}\n');
    expect(confOf({}, { platform })).toContain('tcp_accept_channel {\n  port = 8649\n  family = "inet6"\n}\n');
    expect(podOf({}, { platform }).containers[0].env).toHaveLength(1);
  });

  test('loads the modules of its metrics, and those that are written', () => {
    const conf = confOf({ groups: [...OF_CPU, { collectOnce: true, metrics: [{ name: 'own' }] }], modules: [{ name: 'own_module', path: 'own.so', parameters: { user: 'a' } }] });
    expect(conf).toContain('modules {\n  module {\n    name = "cpu_module"\n    path = "modcpu.so"\n  }\n  module {\n    name = "own_module"\n    path = "own.so"\n'
      + '    param "user" {\n      value = "a"\n    }\n  }\n}\n');
    expect(conf).toContain('  metric {\n    name = "cpu_user"\n    value_threshold = 0.5\n    title = "CPU"\n  }\n');
  });

  test('takes a dollar sign for what it is', () => {
    expect(confOf({ cluster: { name: 'a ${HOME} \\' } })).toContain('cluster {\n  name = "a \\${HOME} \\\\"\n}\n');
  });

  test('tells nobody what an access list does not allow', () => {
    expect(confOf({ tcpAccept: [{ acl: { allow: ['10.0.0.0/8', '2001:db8::1'], deny: ['10.1.1.1'] } }] })).toContain([
      '  acl {', '    default = "deny"',
      '    access {', '      ip = "10.1.1.1"', '      mask = "32"', '      action = "deny"', '    }',
      '    access {', '      ip = "10.0.0.0"', '      mask = "8"', '      action = "allow"', '    }',
      '    access {', '      ip = "2001:db8::1"', '      mask = "128"', '      action = "allow"', '    }',
      '  }', '}', '',
    ].join('\n'));
  });
});

describe('its ports', () => {
  test('are one value for listener and probe', () => {
    const { containers: [gmond] } = podOf({ tcpAccept: [{ port: 9000 }] });
    expect(gmond.ports).toEqual([{ name: 'ganglia-xml', containerPort: 9000 }]);
    expect(gmond.livenessProbe.tcpSocket).toEqual({ port: 9000 });
  });

  test('are those of an aggregator, which measures nothing', () => {
    const options = { send: [], mute: true, receive: [GmondReceiveChannel.unicast(), GmondReceiveChannel.unicast({ port: 9, bind: '::1' })] };
    const { hostNetwork, containers: [gmond] } = podOf(options);
    expect(hostNetwork).toBeUndefined();
    expect(gmond.ports).toEqual([
      { name: 'ganglia-xml', containerPort: 8649 }, { name: 'ganglia', containerPort: 8649, protocol: 'UDP' }, { name: 'ganglia-2', containerPort: 9, protocol: 'UDP' },
    ]);
    expect(confOf(options)).toContain('  mute = yes\n');
    expect(confOf(options)).not.toContain('collection_group');
    expect(confOf(options)).toContain('  port = 9\n  bind = "::1"\n  family = "inet6"\n');
  });

  test('are none where it is deaf', () => {
    const { containers: [gmond] } = podOf({ deaf: true });
    expect([gmond.ports, gmond.livenessProbe]).toEqual([undefined, undefined]);
    expect(confOf({ deaf: true })).toContain('  deaf = yes\n');
  });
});

test('with BARE, it has its configuration and what is written', () => {
  const { hostNetwork, containers: [gmond] } = podOf({}, { profile: DaemonProfile.BARE });
  expect(hostNetwork).toBeUndefined();
  expect(gmond).toEqual({
    name: 'gmond', image: IMAGE, command: ['gmond'], args: ['-f', '-c', '/etc/ganglia/gmond.conf'], volumeMounts: [{ name: 'config', mountPath: '/etc/ganglia', readOnly: true }],
  });
});

test.each<[string, () => unknown, string]>([
  ['no image', () => agentOf({ container: {} }),
    "image of gmond must be given, as its project publishes none, got undefined: write container: { image: 'registry.example.com/gmond:1.2.3' }"],
  ['no cluster', () => agentOf({ cluster: {} as any }), "cluster of gmond must be given, such as { name: 'production' }, got {}"],
  ['a quote in a name', () => agentOf({ cluster: { name: 'a "b"' } }), 'name of the cluster must be text without ", <, > and &, as gmond puts it into XML as it is, got \'a "b"\''],
  ['a name in two lines', () => agentOf({ cluster: { name: 'a\nb' } }), "name of the cluster must be text in one line, got 'a\nb'"],
  ['a location that is no XML', () => agentOf({ location: '<1>' }), "location must be text without \", <, > and &, as gmond puts it into XML as it is, got '<1>'"],
  ['neither ear nor mouth', () => agentOf({ deaf: true, mute: true }), 'gmond must be deaf or mute, not both, got {"deaf":true,"mute":true}: one that neither measures nor hears does nothing'],
  ['a deaf one that hears', () => agentOf({ deaf: true, receive: [GmondReceiveChannel.unicast()] }),
    "receive and tcpAccept of a deaf gmond must be left out, got 'given': leave out deaf: true"],
  ['a deaf one that answers', () => agentOf({ deaf: true, tcpAccept: [{}] }), "receive and tcpAccept of a deaf gmond must be left out, got 'given': leave out deaf: true"],
  ['a mute one that measures', () => agentOf({ mute: true, receive: [GmondReceiveChannel.unicast()], groups: OF_CPU }),
    "groups of a mute gmond must be left out, got 'given': leave out mute: true"],
  ['a mute one that hears nothing', () => agentOf({ mute: true }), 'receive of a mute gmond must be given, got undefined: write receive: [GmondReceiveChannel.unicast()]'],
  ['nobody to send to', () => agentOf({ send: [] }),
    "send of gmond must be given, got []: write send: [GmondSendChannel.unicast('gmond.monitoring')], or mute: true and send: [] for an aggregator"],
  ['unicast without a host', () => GmondSendChannel.unicast(''),
    "host of a channel must be a name or an address, without scheme and port, such as 'metrics.example.com', got ''"],
  ['a group that is none', () => GmondSendChannel.multicast({ group: '10.0.0.1' }),
    "group of a channel must be an address from 224.0.0.0 to 239.255.255.255, such as '239.2.11.71', got '10.0.0.1'"],
  ['an interface that is none', () => GmondReceiveChannel.multicast({ networkInterface: 'eth0 up' }), "networkInterface must be the name of an interface, such as 'eth0', got 'eth0 up'"],
  ['no time to say metrics again', () => agentOf({ metadataInterval: 0 }), 'metadataInterval must be a whole number of at least 1, got 0'],
  ['a name to bind to', () => GmondReceiveChannel.unicast({ bind: 'localhost' }), "bind must be an address, such as '127.0.0.1', got 'localhost'"],
  ['an access list of nothing', () => agentOf({ tcpAccept: [{ acl: {} }] }), 'acl must be given allow or deny, as gmond does not read a list without entries, got {}'],
  ['a range that is none', () => agentOf({ tcpAccept: [{ acl: { allow: ['10.0.0.0/33'] } }] }), "allow of an acl must be addresses or ranges such as '10.0.0.0/8', got '10.0.0.0/33'"],
  ['a metric that gmond does not know', () => agentOf({ groups: [{ metrics: [{ name: 'load_two' }] }], location: undefined }),
    'name of a metric must be one of gexec, heartbeat, location, cpu_num, cpu_speed, cpu_user, cpu_nice, cpu_system, cpu_idle, cpu_aidle, cpu_wio, cpu_intr, cpu_sintr, '
    + 'cpu_steal, disk_total, disk_free, part_max_used, load_one, load_five, load_fifteen, mem_total, mem_free, mem_shared, mem_buffers, mem_cached, swap_free, swap_total, '
    + "mem_sreclaimable, bytes_out, bytes_in, pkts_in, pkts_out, proc_run, proc_total, boottime, sys_clock, machine_type, os_name, os_release, mtu, got 'load_two': "
    + 'give the module that measures it'],
  ['two times of one group', () => agentOf({ groups: [{ metrics: [{ name: 'mtu' }], collectOnce: true, collectEvery: 5 }] }), 'collectEvery of a group must be left out with collectOnce, got 5'],
  ['an empty group', () => agentOf({ groups: [{ metrics: [] }] }), "metrics of a group must be given, such as [{ name: 'load_one' }], got []"],
  ['a threshold below nought', () => agentOf({ groups: [{ metrics: [{ name: 'mtu', valueThreshold: -1 }] }] }), 'valueThreshold of mtu must be a number of at least 0, got -1'],
  ['a module that is its own', () => agentOf({ modules: [{ name: 'cpu_module' }] }), "name of a module must be one that gmond does not load by itself for its metrics, got 'cpu_module'"],
  ['multicast in the network of the pod', () => podOf({ send: MULTICAST }, { hostNamespaces: { network: false } }),
    'platform/metrics: hostNamespaces.network must be true with multicast, got false: few pod networks carry it: leave it out, or use GmondSendChannel.unicast'],
  ['metrics of the network of the pod', () => podOf({}, { hostNamespaces: { network: false } }),
    'platform/metrics: hostNamespaces.network must be true with metrics of the network of the node, got false: they would be those of the pod: '
    + 'leave it out, or give groups without bytes_in, bytes_out, pkts_in, pkts_out'],
  ['a monitor', () => podOf({}, { monitor: Monitor.podMonitor() }), "platform/metrics: monitor of gmond must be left out, as Prometheus does not read its XML, got 'given'"],
])('fails with %s', (_what, act, message) => {
  expect(act).toThrow(new Error(message));
});
