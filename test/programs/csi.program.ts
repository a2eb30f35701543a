import { existsSync } from 'fs';
import { join } from 'path';
import { App, Chart } from 'cdk8s';
import { CsiEvent, hostPathFailures, startCsiContainer, startKubelet } from './harness/csi';
import { freePort, waitFor } from './harness/http';
import { HostRoot, hostRoot } from './host/root';
import {
  CsiDriver, CsiDriverObject, CsiNodePlugin, CsiNodePluginProps, CsiVolumeLifecycleMode, HostPathCsiDriverOptions, NodePlatform,
} from '../../src';

const LAYOUTS: readonly (readonly [string, NodePlatform])[] = [
  ['standard', NodePlatform.standard()],
  ['microk8s', NodePlatform.microk8s()],
  ['k0s', NodePlatform.k0s()],
  ['another', NodePlatform.of({ kubeletRoot: '/var/data/kubelet' })],
];

function manifests(driver: HostPathCsiDriverOptions = {}, props: Partial<CsiNodePluginProps> = {}): any[] {
  const chart = new Chart(new App(), 'platform', { namespace: 'kube-system' });
  new CsiNodePlugin(chart, 'csi', { name: 'csi-hostpath', driver: CsiDriver.hostPath(driver), ...props });
  return chart.toJson();
}

/** A node on which a kubelet has been started. */
function nodeOf({ kubeletRoot }: NodePlatform): HostRoot {
  const made = ['pods', 'plugins', 'plugins_registry'].map(name => `${kubeletRoot.slice(1)}/${name}/.keep`);
  return hostRoot(Object.fromEntries(['dev/null', ...made].map(path => [path, ''])));
}

interface OnPorts { readonly objects: any[]; readonly registrar: number; readonly livenessProbe: number }

/** What our manifest says, on ports that are free. */
async function onFreePorts(driver: HostPathCsiDriverOptions, props: Partial<CsiNodePluginProps>): Promise<OnPorts> {
  const [registrar, livenessProbe] = [await freePort(), await freePort()];
  return { objects: manifests({ ...driver, registrar: { port: registrar }, livenessProbe: { port: livenessProbe } }, props), registrar, livenessProbe };
}

const ofVolume = ({ mounted, failed }: CsiEvent) => (mounted ?? failed) !== undefined;

describe.each(LAYOUTS)('on the layout %s', (_, platform) => {
  const root = platform.kubeletRoot;

  test('the kubelet registers the driver through the generated paths, has it mount a volume, and asks for its health', async () => {
    const host = nodeOf(platform);
    const { objects, registrar, livenessProbe } = await onFreePorts({ name: 'made-up.csi.example.com', capacity: { fast: '10Gi' } }, { platform });
    expect(await hostPathFailures(objects[0], host)).toEqual([]);
    const kubelet = startKubelet(objects, root, host);
    const health = startCsiContainer(objects, 'liveness-probe', host);
    const registering = startCsiContainer(objects, 'node-driver-registrar', host);
    startCsiContainer(objects, 'hostpath', host);
    const registration = await kubelet.next('a registration', ({ registered }) => registered !== undefined);
    expect(registration).toEqual({ registered: 'made-up.csi.example.com', nodeID: 'made-up-node' });
    const target = `${root}/pods/made-up-uid/volumes/kubernetes.io~csi/made-up-volume/mount`;
    expect(await kubelet.next('a volume', ofVolume)).toEqual({ mounted: target });
    expect(existsSync(join(host.path, target))).toBe(true);
    expect((await waitFor(`http://127.0.0.1:${livenessProbe}/healthz`, health)).status).toBe(200);
    expect((await waitFor(`http://127.0.0.1:${registrar}/healthz`, registering)).status).toBe(200);
  });
});

test('under the network of the node all is told on the loopback address', async () => {
  const platform = NodePlatform.standard();
  const host = nodeOf(platform);
  const { objects, registrar, livenessProbe } = await onFreePorts({}, { hostNamespaces: { network: true } });
  const kubelet = startKubelet(objects, platform.kubeletRoot, host);
  const [, ...servers] = ['hostpath', 'node-driver-registrar', 'liveness-probe'].map(container => startCsiContainer(objects, container, host));
  await kubelet.next('a registration', ({ registered }) => registered === 'hostpath.csi.k8s.io');
  const { containers } = objects[0].spec.template.spec;
  const probes = containers.flatMap(({ livenessProbe: probe }: any) => probe === undefined ? [] : [probe.httpGet]);
  expect(probes.map(({ host: asked, port }: any) => [asked, port])).toEqual([['127.0.0.1', livenessProbe], ['127.0.0.1', registrar]]);
  const answers = probes.map(({ host: asked, port, path }: any, position: number) => waitFor(`http://${asked}:${port}${path}`, servers[1 - position]));
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
});

test('a driver that is not told of the pod cannot serve a volume that the pod brings', async () => {
  const platform = NodePlatform.standard();
  const host = nodeOf(platform);
  const { objects } = await onFreePorts({}, { driverObject: CsiDriverObject.create({ podInfoOnMount: false }) });
  const kubelet = startKubelet(objects, platform.kubeletRoot, host);
  startCsiContainer(objects, 'hostpath', host);
  startCsiContainer(objects, 'node-driver-registrar', host);
  expect((await kubelet.next('a volume', ofVolume)).failed).toMatch(/NotFound|does not exist|Missing|not found/);
});

test('a driver that must be attached first, and that nobody attaches: its volumes are never mounted', async () => {
  const platform = NodePlatform.standard();
  const host = nodeOf(platform);
  const driverObject = CsiDriverObject.create({ attachRequired: true, volumeLifecycleModes: [CsiVolumeLifecycleMode.PERSISTENT] });
  const { objects } = await onFreePorts({}, { driverObject });
  const kubelet = startKubelet(objects, platform.kubeletRoot, host);
  startCsiContainer(objects, 'hostpath', host);
  startCsiContainer(objects, 'node-driver-registrar', host);
  expect((await kubelet.next('a volume', ofVolume)).failed).toMatch(/volumeattachments.storage.k8s.io .* not found/);
});

describe('a mistake that the construct does not allow', () => {
  test('the layout of another distribution: the pod says at once what is missing', async () => {
    const host = nodeOf(NodePlatform.standard());
    const [daemonSet] = manifests({}, { platform: NodePlatform.microk8s() });
    expect((await hostPathFailures(daemonSet, host)).at(-1)).toMatch(
      /^MountVolume.SetUp failed for volume "registration-dir" : hostPath type check failed, \/var\/snap\/.*\/plugins_registry is not a directory/);
  });

  test('the path of the container for that of the node: the kubelet finds no driver', async () => {
    const host = nodeOf(NodePlatform.standard());
    const args = ['--csi-address=/csi/csi.sock', '--kubelet-registration-path=/csi/csi.sock', '--http-endpoint=:9809'];
    expect(() => manifests({ registrar: { container: { args } } })).toThrow(/ND235 registrar 'node-driver-registrar' tells the kubelet of '\/csi\/csi.sock'/);
    const objects = manifests({ registrar: { container: { args } } }, { acknowledge: [{ id: 'ND235', reason: 'to show what comes of it' }] });
    startKubelet(objects, '/var/lib/kubelet', host);
    startCsiContainer(objects, 'hostpath', host);
    const { code, output } = await startCsiContainer(objects, 'node-driver-registrar', host).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/\/csi\/csi\.sock/);
  });

  test('a path that is too long for a socket: the kubelet cannot connect to it', async () => {
    const [name, platform] = [`${'a'.repeat(59)}.csi`, NodePlatform.microk8s()];
    expect(() => manifests({ name }, { platform })).toThrow(/path of a socket must be at most 107 bytes, as the kernel knows no longer one/);
    // The standard root is short enough, and that of MicroK8s is not.
    const objects = JSON.parse(JSON.stringify(manifests({ name })).split('/var/lib/kubelet').join(platform.kubeletRoot));
    const host = nodeOf(platform);
    const kubelet = startKubelet(objects, platform.kubeletRoot, host);
    startCsiContainer(objects, 'hostpath', host);
    startCsiContainer(objects, 'node-driver-registrar', host);
    expect(await kubelet.says(/RegisterPlugin error -- dial failed at socket \S+/)).toContain(`plugins_registry/${name}-reg.sock`);
  });
});
