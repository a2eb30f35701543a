import { Testing } from 'cdk8s';
import { nodePlugin, OWN } from './csi';
import {
  ApiAccess, ConfigFile, CsiDriver, CsiHostAccess, CsiNodePlugin, DaemonProfile, EnvValue,
  HostPath, HostPathType, LifecycleHook, NodePlatform, SecurityContext,
} from '../../src';
import { chartOf } from '../core/testing';

test('defaults', () => {
  const chart = chartOf('kube-system');
  new CsiNodePlugin(chart, 'csi', { driver: CsiDriver.hostPath() });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

describe('paths', () => {
  test.each<[string, NodePlatform, string]>([
    ['standard', NodePlatform.standard(), '/var/lib/kubelet'],
    ['microk8s', NodePlatform.microk8s(), '/var/snap/microk8s/common/var/lib/kubelet'],
    ['k0s', NodePlatform.k0s(), '/var/lib/k0s/kubelet'],
    ['one of your own, however it is spelled', NodePlatform.of({ kubeletRoot: '/data//kubelet/' }), '/data/kubelet'],
  ])('all five follow from the root of the kubelet: %s', (_, platform, root) => {
    const { containers, hostPaths } = nodePlugin(CsiDriver.hostPath(), { platform });
    expect(hostPaths).toMatchObject({
      'plugin-dir': `${root}/plugins/csi-hostpath DirectoryOrCreate`,
      'registration-dir': `${root}/plugins_registry Directory`,
      'pods-dir': `${root}/pods Directory`,
      'plugins-dir': `${root}/plugins Directory`,
    });
    expect(containers['node-driver-registrar'].args).toContain(`--kubelet-registration-path=${root}/plugins/csi-hostpath/csi.sock`);
    expect(containers.hostpath.volumeMounts).toEqual(expect.arrayContaining([
      { name: 'pods-dir', mountPath: `${root}/pods`, mountPropagation: 'Bidirectional' },
      { name: 'plugins-dir', mountPath: `${root}/plugins`, mountPropagation: 'Bidirectional' },
    ]));
  });

  test('the directory of the socket bears the name of the driver', () => {
    expect(nodePlugin(CsiDriver.custom(OWN)).hostPaths['plugin-dir']).toBe('/var/lib/kubelet/plugins/own.example.com DirectoryOrCreate');
  });

  test.each(['mine', '/var/lib/kubelet/plugins/mine', '/var/lib/kubelet/plugins/mine/'])('it can be another one: %s', pluginDirectory => {
    const { hostPaths, containers } = nodePlugin(CsiDriver.custom({ ...OWN, pluginDirectory }));
    expect(hostPaths['plugin-dir']).toBe('/var/lib/kubelet/plugins/mine DirectoryOrCreate');
    expect(containers['node-driver-registrar'].args[1]).toBe('--kubelet-registration-path=/var/lib/kubelet/plugins/mine/csi.sock');
  });

  test('no type is checked where the kubelet does not see the path', () => {
    const driver = CsiDriver.custom({ ...OWN, seLinux: true, access: CsiHostAccess.pods({ devices: true }) });
    const { hostPaths } = nodePlugin(driver, { platform: NodePlatform.talos() });
    expect(hostPaths).toEqual({
      'plugin-dir': '/var/lib/kubelet/plugins/own.example.com DirectoryOrCreate',
      'pods-dir': '/var/lib/kubelet/pods Directory',
      'device-dir': '/dev Directory',
      'host-sys-fs-selinux': '/sys/fs/selinux Directory',
      'host-etc-selinux-config': '/etc/selinux/config',
      'registration-dir': '/var/lib/kubelet/plugins_registry Directory',
    });
  });
});

describe('what the driver sees of the node', () => {
  const pathsOf = (access: CsiHostAccess) => nodePlugin(CsiDriver.custom({ ...OWN, access })).containers.own.volumeMounts
    .map(({ mountPath, mountPropagation }: any) => [mountPath, ...mountPropagation ? [mountPropagation] : []].join(' '));

  test.each<[string, CsiHostAccess, string[]]>([
    ['the directories of pods', CsiHostAccess.pods(), ['/var/lib/kubelet/pods Bidirectional']],
    ['those of plugins too', CsiHostAccess.staging(), ['/var/lib/kubelet/pods Bidirectional', '/var/lib/kubelet/plugins Bidirectional']],
    ['all of the kubelet', CsiHostAccess.kubeletDirectory(), ['/var/lib/kubelet Bidirectional']],
    ['devices', CsiHostAccess.pods({ devices: true }), ['/var/lib/kubelet/pods Bidirectional', '/dev']],
    ['devices and staging', CsiHostAccess.staging({ devices: true }), ['/var/lib/kubelet/pods Bidirectional', '/var/lib/kubelet/plugins Bidirectional', '/dev']],
    ['devices and all', CsiHostAccess.kubeletDirectory({ devices: true }), ['/var/lib/kubelet Bidirectional', '/dev']],
  ])('%s', (_, access, paths) => {
    expect(pathsOf(access)).toEqual(['/csi', ...paths, '/tmp']);
  });

  test('by default it is the directories of pods alone', () => {
    expect(nodePlugin(CsiDriver.custom(OWN)).containers.own.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/csi', '/var/lib/kubelet/pods', '/tmp']);
  });

  test('a mount that is written replaces the one for the same path', () => {
    const hostPath = HostPath.readWrite('/var/lib/kubelet/pods', { type: HostPathType.DIRECTORY_OR_CREATE, volumeName: 'pods' });
    const { hostPaths } = nodePlugin(CsiDriver.custom({ ...OWN, container: { ...OWN.container, hostPaths: [hostPath] } }));
    expect(hostPaths.pods).toBe('/var/lib/kubelet/pods DirectoryOrCreate');
    expect(hostPaths['pods-dir']).toBeUndefined();
  });
});

describe('the driver', () => {
  test('it is told where to listen and on which node it is', () => {
    expect(nodePlugin(CsiDriver.custom(OWN)).containers.own.env).toEqual([
      { name: 'CSI_ENDPOINT', value: 'unix:///csi/csi.sock' }, { name: 'NODE_ID', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ]);
  });

  test('what it is told gives way to what is written', () => {
    const env = { CSI_ENDPOINT: EnvValue.text('unix:/csi/csi.sock'), MODE: EnvValue.text('node') };
    expect(nodePlugin(CsiDriver.custom({ ...OWN, container: { ...OWN.container, env } })).containers.own.env).toEqual([
      { name: 'CSI_ENDPOINT', value: 'unix:/csi/csi.sock' }, { name: 'NODE_ID', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }, { name: 'MODE', value: 'node' },
    ]);
  });

  test('it is privileged, root, and cannot write to its image', () => {
    expect(nodePlugin(CsiDriver.custom(OWN)).containers.own.securityContext).toEqual({ privileged: true, runAsUser: 0, readOnlyRootFilesystem: true });
  });

  test('it has no memory limit unless one is written', () => {
    expect(nodePlugin().containers.hostpath.resources).toEqual({ requests: { cpu: '10m', memory: '64Mi' } });
    const resources = { limits: { memory: '256Mi' } };
    const limited = nodePlugin(CsiDriver.hostPath({ container: { resources } }));
    expect(limited.containers.hostpath.resources).toEqual(resources);
    expect(limited.daemonSet.metadata.annotations['cdk8s-node-daemons/acknowledged']).not.toContain('ND506');
  });

  test('what it cannot be without is accepted with its reason', () => {
    const accepted = (access: CsiHostAccess) => JSON.parse(nodePlugin(CsiDriver.custom({ ...OWN, access })).daemonSet.metadata.annotations['cdk8s-node-daemons/acknowledged']);
    expect(Object.keys(accepted(CsiHostAccess.pods()))).toEqual(['ND401', 'ND506']);
    expect(accepted(CsiHostAccess.kubeletDirectory()).ND402).toBe('the driver mounts volumes anywhere below /var/lib/kubelet');
  });

  test('its own command runs before it stops', () => {
    expect(nodePlugin(CsiDriver.custom({ ...OWN, preStop: ['/bin/own', 'drain'] })).containers.own.lifecycle).toEqual({ preStop: { exec: { command: ['/bin/own', 'drain'] } } });
  });

  test('a hook after its start stays', () => {
    const lifecycle = { postStart: LifecycleHook.exec('/bin/own', 'hello') };
    expect(Object.keys(nodePlugin(CsiDriver.custom({ ...OWN, container: { ...OWN.container, lifecycle }, preStop: ['/bin/own'] })).containers.own.lifecycle))
      .toEqual(['postStart', 'preStop']);
  });

  test('it may ask the API server and read files', () => {
    const { manifests, containers, pod } = nodePlugin(CsiDriver.custom({
      ...OWN, apiAccess: [ApiAccess.read('storage.k8s.io', 'volumeattachments')], configFiles: [ConfigFile.text('/etc/own/own.yaml', 'a: b')],
    }));
    expect(manifests.find(({ kind }) => kind === 'ClusterRole').rules).toEqual([{ apiGroups: ['storage.k8s.io'], resources: ['volumeattachments'], verbs: ['get', 'list', 'watch'] }]);
    expect(containers.own.volumeMounts.map(({ mountPath }: any) => mountPath)).toContain('/etc/own');
    expect(pod.automountServiceAccountToken).toBe(true);
  });

  test('the account is annotated for the role of a cloud', () => {
    const serviceAccountAnnotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/ebs' };
    expect(nodePlugin(undefined, { serviceAccountAnnotations }).manifests.find(({ kind }) => kind === 'ServiceAccount').metadata.annotations).toEqual(serviceAccountAnnotations);
  });

  test('without a need it gets no token', () => {
    expect(nodePlugin().pod.automountServiceAccountToken).toBe(false);
    expect(nodePlugin().manifests.map(({ kind }) => kind)).toEqual(['DaemonSet', 'CSIDriver']);
  });
});

describe('the containers beside it', () => {
  test('they are root without any capability, cannot write, and only read the directory of the socket', () => {
    const { 'node-driver-registrar': registrar, 'liveness-probe': liveness } = nodePlugin().containers;
    expect(registrar.securityContext).toEqual({
      runAsUser: 0, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(liveness.securityContext).toEqual(registrar.securityContext);
    expect(registrar.volumeMounts).toEqual([{ name: 'plugin-dir', mountPath: '/csi', readOnly: true }, { name: 'registration-dir', mountPath: '/registration' }]);
    expect(liveness.volumeMounts).toEqual([{ name: 'plugin-dir', mountPath: '/csi', readOnly: true }]);
  });

  test('they have flags that are not deprecated, and memory limits', () => {
    const { 'node-driver-registrar': registrar, 'liveness-probe': liveness } = nodePlugin().containers;
    expect(registrar.args).toEqual(['--csi-address=/csi/csi.sock', '--kubelet-registration-path=/var/lib/kubelet/plugins/csi-hostpath/csi.sock', '--http-endpoint=:9809']);
    expect(liveness.args).toEqual(['--csi-address=/csi/csi.sock', '--probe-timeout=3s', '--http-endpoint=:9808']);
    expect([registrar, liveness].map(({ resources }) => resources.limits)).toEqual([{ memory: '64Mi' }, { memory: '64Mi' }]);
  });

  test('the kubelet waits longer for the one than that waits for the driver, and restarts the driver', () => {
    const { hostpath, 'liveness-probe': liveness } = nodePlugin().containers;
    expect(hostpath.livenessProbe).toMatchObject({ httpGet: { path: '/healthz', port: 9808 }, timeoutSeconds: 5 });
    expect(liveness.livenessProbe).toBeUndefined();
  });

  test('a rollout waits until the driver answers', () => {
    expect(nodePlugin().containers.hostpath.readinessProbe.httpGet).toEqual({ path: '/healthz', port: 9808 });
  });

  test('a registrar that lost its socket is restarted', () => {
    expect(nodePlugin().containers['node-driver-registrar'].livenessProbe.httpGet).toEqual({ path: '/healthz', port: 9809 });
  });

  test('what is written of them wins, and flags are added', () => {
    const { containers } = nodePlugin(CsiDriver.hostPath({
      registrar: { container: { image: 'example.com/registrar:1', resources: { limits: { memory: '1Gi' } } }, extraArgs: ['--v=5'], port: 9000 }, livenessProbe: { enabled: false },
    }));
    expect(containers['node-driver-registrar']).toMatchObject({ image: 'example.com/registrar:1', resources: { limits: { memory: '1Gi' } } });
    expect(containers['node-driver-registrar'].args.slice(-2)).toEqual(['--http-endpoint=:9000', '--v=5']);
    expect(Object.keys(containers)).toEqual(['hostpath', 'node-driver-registrar']);
    expect(containers.hostpath.livenessProbe).toBeUndefined();
  });

  test('further ones find the socket by its volume', () => {
    const provisioner = { image: 'example.com/provisioner:1', args: ['--csi-address=/csi/csi.sock'], volumes: [{ name: 'plugin-dir', mountPath: '/csi' }] };
    const { containers } = nodePlugin(undefined, { sidecars: [provisioner] });
    expect(Object.keys(containers)).toEqual(['hostpath', 'node-driver-registrar', 'liveness-probe', 'provisioner']);
    expect(containers.provisioner.volumeMounts[0]).toEqual({ name: 'plugin-dir', mountPath: '/csi' });
  });
});

describe('under the network of the node', () => {
  const { pod, containers } = nodePlugin(CsiDriver.nfs());

  test('servers listen on the loopback address, and the kubelet asks there', () => {
    expect(containers['node-driver-registrar'].args).toContain('--http-endpoint=127.0.0.1:19809');
    expect(containers['liveness-probe'].args).toContain('--http-endpoint=127.0.0.1:29653');
    expect(containers.nfs.livenessProbe.httpGet).toEqual({ host: '127.0.0.1', path: '/healthz', port: 29653 });
    expect(containers['node-driver-registrar'].livenessProbe.httpGet).toEqual({ host: '127.0.0.1', path: '/healthz', port: 19809 });
  });

  test('the ports are known to the scheduler, and the names of the cluster to the driver', () => {
    expect(containers['liveness-probe'].ports).toEqual([{ name: 'healthz', containerPort: 29653, hostPort: 29653, hostIP: '127.0.0.1' }]);
    expect(pod.dnsPolicy).toBe('ClusterFirstWithHostNet');
  });

  test('NFS has it by itself, and no other driver', () => {
    expect(pod.hostNetwork).toBe(true);
    expect(nodePlugin().pod.hostNetwork).toBeUndefined();
  });

  test('NFS without it has the ports of all', () => {
    expect(nodePlugin(CsiDriver.nfs(), { hostNamespaces: { network: false } }).containers['liveness-probe'].args).toContain('--http-endpoint=:9808');
  });
});

describe('SELinux', () => {
  const { containers, csiDriver } = nodePlugin(CsiDriver.custom({ ...OWN, seLinux: true }));

  test('the containers beside the driver may use its socket', () => {
    expect(['node-driver-registrar', 'liveness-probe'].map(name => containers[name].securityContext.seLinuxOptions)).toEqual([{ type: 'spc_t' }, { type: 'spc_t' }]);
  });

  test('the driver sees how it is set up, and mounts with a label', () => {
    expect(containers.own.volumeMounts.filter(({ mountPath }: any) => mountPath.includes('selinux'))).toEqual([
      { name: 'host-sys-fs-selinux', mountPath: '/sys/fs/selinux', readOnly: true }, { name: 'host-etc-selinux-config', mountPath: '/etc/selinux/config', readOnly: true },
    ]);
    expect(csiDriver.spec.seLinuxMount).toBe(true);
  });
});

describe('the daemon', () => {
  test('its pods go last, stop in half a minute, and a tenth of the nodes is updated at a time', () => {
    const { pod, daemonSet } = nodePlugin();
    expect(pod).toMatchObject({ priorityClassName: 'system-node-critical', terminationGracePeriodSeconds: 30, tolerations: [{ operator: 'Exists' }] });
    expect(daemonSet.spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: '10%' });
  });

  test('each default gives way to its prop', () => {
    expect(nodePlugin(undefined, { terminationGracePeriodSeconds: 60 }).pod.terminationGracePeriodSeconds).toBe(60);
  });
});

describe('with BARE', () => {
  const bare = (driver: CsiDriver) => nodePlugin(driver, { profile: DaemonProfile.BARE, acknowledge: [{ id: 'ND401', reason: 'it mounts' }] });

  test('nothing is added to a driver', () => {
    const { pod, csiDriver } = bare(CsiDriver.custom(OWN));
    expect(pod).toEqual({ containers: [{ name: 'own', image: 'example.com/own:1' }] });
    expect(csiDriver).toBeUndefined();
  });

  test('what is referred to is there', () => {
    const { own } = bare(CsiDriver.custom({ ...OWN, container: { ...OWN.container, args: ['--endpoint=$(CSI_ENDPOINT)'] } })).containers;
    expect(own.env).toEqual([{ name: 'CSI_ENDPOINT', value: 'unix:///csi/csi.sock' }]);
  });

  test('what is asked for is there, and no more', () => {
    const { containers } = bare(CsiDriver.custom({
      ...OWN,
      container: { ...OWN.container, securityContext: SecurityContext.privileged() },
      access: CsiHostAccess.pods(),
      registrar: { port: 9809 },
      livenessProbe: {},
    }));
    expect(containers.own.volumeMounts.map(({ mountPath }: any) => mountPath)).toEqual(['/csi', '/var/lib/kubelet/pods']);
    expect(containers['node-driver-registrar']).toEqual({
      name: 'node-driver-registrar',
      image: 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0',
      args: ['--csi-address=/csi/csi.sock', '--kubelet-registration-path=/var/lib/kubelet/plugins/own.example.com/csi.sock', '--http-endpoint=:9809'],
      livenessProbe: { httpGet: { path: '/healthz', port: 9809 } },
      volumeMounts: [{ name: 'plugin-dir', mountPath: '/csi' }, { name: 'registration-dir', mountPath: '/registration' }],
    });
    expect(containers['liveness-probe'].args).toEqual(['--csi-address=/csi/csi.sock']);
  });
});

test('nodes of OpenShift enforce SELinux, which says nothing of the driver\'s mounts', () => {
  const typeOf = (seLinux?: boolean) => {
    const { containers, hostPaths, csiDriver } = nodePlugin(CsiDriver.custom({ ...OWN, seLinux }), { platform: NodePlatform.openshift() });
    return [containers['liveness-probe'].securityContext.seLinuxOptions?.type, Object.values(hostPaths).includes('/sys/fs/selinux Directory'), csiDriver.spec.seLinuxMount];
  };
  expect([typeOf(), typeOf(false), typeOf(true)]).toEqual([['spc_t', true, undefined], [undefined, false, undefined], ['spc_t', true, true]]);
});
