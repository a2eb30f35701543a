import { argsOf, containerOf, manifests, podOf } from './rendered-prometheus';
import { CollectorName, NodeCollector, NodePlatform, TextfileDirectory } from '../../src';

describe('collectors', () => {
  test('pain 21: what a collector is asked is one argument with its value', () => {
    expect(argsOf({ collectors: [NodeCollector.systemd({ unitInclude: '(docker|ssh)\\.service', restarts: true })] })).toEqual(expect.arrayContaining([
      '--collector.systemd', '--collector.systemd.unit-include=(docker|ssh)\\.service', '--collector.systemd.enable-restarts-metrics',
    ]));
  });

  test('those that are on by default are set up without being switched on', () => {
    const args = argsOf({ collectors: [NodeCollector.netdev({ include: '^eth0$' })] });
    expect(args).toContain('--collector.netdev.device-include=^eth0$');
    expect(args.filter(arg => /^--collector\.netdev(=|$)|netdev\.device-exclude/.test(arg))).toEqual([]);
  });

  test('the defaults of a collector stay where its other settings are written', () => {
    expect(argsOf({ collectors: [NodeCollector.netdev({ addressInfo: true })] }).filter(arg => arg.includes('netdev')))
      .toEqual([expect.stringMatching(/^--collector\.netdev\.device-exclude=/), '--collector.netdev.address-info']);
  });

  test('those that are off are switched off, in place of those of the default', () => {
    expect(argsOf({ without: [CollectorName.ZFS] }).filter(arg => arg.startsWith('--no-'))).toEqual(['--no-collector.zfs']);
    expect(argsOf({ collectors: [NodeCollector.hwmon({ chipInclude: 'coretemp' })] }).filter(arg => arg.startsWith('--no-'))).toEqual(['--no-collector.btrfs']);
  });

  test('only those that are named run where that is asked for', () => {
    expect(argsOf({ onlyTheseCollectors: true, collectors: [NodeCollector.named(CollectorName.CPU)] }).filter(arg => arg.includes('collector')))
      .toEqual(['--collector.disable-defaults', '--collector.cpu']);
  });

  test.each([[NodeCollector.systemd()], [NodeCollector.named(CollectorName.LOGIND)]])('pain 24: %o finds the D-Bus of the node, and no AppArmor in its way', collector => {
    const { containers: [{ volumeMounts, securityContext }], volumes } = podOf({ collectors: [collector] });
    expect(volumes).toContainEqual({ name: 'dbus', hostPath: { path: '/run/dbus/system_bus_socket', type: 'Socket' } });
    expect(volumeMounts).toContainEqual({ name: 'dbus', mountPath: '/var/run/dbus/system_bus_socket', readOnly: true });
    expect(securityContext.appArmorProfile).toEqual({ type: 'Unconfined' });
  });

  test('AppArmor is switched off by an annotation where the Kubernetes version has no field for it', () => {
    const [{ spec: { template } }] = manifests({ collectors: [NodeCollector.systemd()] }, {
      platform: NodePlatform.standard({ kubernetes: '1.29' }), podMetadata: { annotations: { team: 'a' } },
    });
    expect(template.metadata.annotations).toEqual({ 'container.apparmor.security.beta.kubernetes.io/node-exporter': 'unconfined', 'team': 'a' });
    expect(template.spec.containers[0].securityContext.appArmorProfile).toBeUndefined();
  });

  test('pain 24: those of root run as root, with no capability but that which they need', () => {
    expect(containerOf({ collectors: [NodeCollector.slabinfo({ include: 'dentry' })] }).securityContext).toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'] } });
    expect(containerOf({ collectors: [NodeCollector.perf({ cpus: '0-1' })] }).securityContext)
      .toMatchObject({ runAsUser: 0, capabilities: { drop: ['ALL'], add: ['PERFMON'] } });
  });
});

test.each(['veth1a2b3c4d', 'cali0123456789a', 'lxc_health', 'lxc0123456789ab', 'eni0123456789a', 'gke0123456789a', 'azv0123456789a'])('an interface of a pod is left out: %s', name => {
  const patterns = argsOf().filter(arg => /device-exclude|ignored-devices/.test(arg)).map(arg => new RegExp(arg.replace(/^.*?=/, '')));
  expect(patterns.map(pattern => [pattern.test(name), pattern.test('eth0'), pattern.test('enp0s3'), pattern.test('eno1')])).toEqual(Array(2).fill([true, false, false, false]));
});

describe('text files', () => {
  test('pain 24: a directory of the node is mounted where the flag says', () => {
    const { containers: [{ args, volumeMounts }], volumes } = podOf({ textfiles: [TextfileDirectory.host('/var/lib/metrics')] });
    expect(args).toContain('--collector.textfile.directory=/host/textfile');
    expect(volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/host/textfile', readOnly: true });
    expect(volumes).toContainEqual({ name: 'textfile', hostPath: { path: '/var/lib/metrics', type: 'DirectoryOrCreate' } });
  });

  test('its type is not checked where the kubelet does not see it, as it would be made in another place', () => {
    const { volumes } = podOf({ textfiles: [TextfileDirectory.host('/var/lib/metrics')] }, { platform: NodePlatform.talos() });
    expect(volumes).toContainEqual({ name: 'textfile', hostPath: { path: '/var/lib/metrics' } });
  });

  test('a container beside it writes what it reads', () => {
    const { containers: [exporter, writer] } = podOf({ textfiles: [TextfileDirectory.sidecar({ image: 'example.com/smart:1' }, '/out')] });
    expect(exporter.volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/host/textfile', readOnly: true });
    expect(writer.volumeMounts).toContainEqual({ name: 'textfile', mountPath: '/out' });
  });

  test('two directories are two mounts', () => {
    expect(argsOf({ textfiles: [TextfileDirectory.host('/a'), TextfileDirectory.host('/b')] }).slice(-2))
      .toEqual(['--collector.textfile.directory=/host/textfile', '--collector.textfile.directory=/host/textfile-2']);
  });
});
