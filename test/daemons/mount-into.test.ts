import { ApiObject, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { assert, array, boolean, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import {
  DaemonProfile, FileSystemDaemon, FileSystemDaemonProps, HostPath, HostPathType, MountIntoOptions, MountPropagation, NodeDaemon, NodePlacement, NodePlatform,
  SecurityContext, SharedDirectory,
} from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const PATH = '/run/share';
const VOLUME = { name: 'host-run-share', hostPath: { path: PATH, type: 'Directory' } };
const MOUNT = { name: 'host-run-share', mountPath: '/share', readOnly: true, mountPropagation: 'HostToContainer' };

function filesIn(chart: Chart, props: Partial<FileSystemDaemonProps> = {}): FileSystemDaemon {
  return new FileSystemDaemon(chart, 'files', { container: { image: 'example.com/share:1' }, directory: SharedDirectory.socket(PATH, 'share.sock'), ...props });
}

/** A workload as somebody else writes it. */
function clientIn(chart: Chart, pod: object = {}, id = 'client'): ApiObject {
  return new ApiObject(chart, id, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      selector: { matchLabels: { app: id } },
      template: { metadata: { labels: { app: id } }, spec: { containers: [{ name: 'shop', image: 'shop:1' }, { name: 'proxy', image: 'proxy:1' }], ...pod } },
    },
  });
}

/** The pod of a client into which the directory is mounted. */
function mounted(options: MountIntoOptions = {}, pod: object = {}, props: Partial<FileSystemDaemonProps> = {}): any {
  const chart = chartOf();
  filesIn(chart, props).mountInto(clientIn(chart, pod), '/share', options);
  return manifestsOf(chart, 'Deployment')[0].spec.template.spec;
}

const mountsOf = ({ containers }: any) => Object.fromEntries(containers.map(({ name, volumeMounts = [] }: any) => [name, volumeMounts]));

describe('by default the directory is mounted', () => {
  test('read-only into all containers, with later mounts, and the pod waits until it is there', () => {
    const pod = mounted({}, { initContainers: [{ name: 'init', image: 'init:1' }] });
    expect(pod.volumes).toEqual([VOLUME]);
    expect(mountsOf(pod)).toEqual({ shop: [MOUNT], proxy: [MOUNT] });
    expect(pod.initContainers).toEqual([{ name: 'init', image: 'init:1' }]);
  });

  test('without a type where the kubelet of the platform does not see it', () => {
    const props = { platform: NodePlatform.talos(), directory: SharedDirectory.owned('/var/lib/share') };
    expect(mounted({}, {}, props).volumes[0].hostPath).toEqual({ path: '/var/lib/share' });
    expect(mounted({ type: HostPathType.DIRECTORY }, {}, props).volumes[0].hostPath.type).toBe('Directory');
  });

  test('whatever the profile of the daemon, which says nothing of its clients', () => {
    expect(mountsOf(mounted({}, {}, { profile: DaemonProfile.BARE }))).toEqual({ shop: [MOUNT], proxy: [MOUNT] });
  });
});

describe('each of it can be said', () => {
  const of = (options: MountIntoOptions, pod?: object) => mountsOf(mounted(options, pod)).shop[0];

  test.each<[string, MountIntoOptions, object]>([
    ['writable', { readOnly: false }, { name: 'host-run-share', mountPath: '/share', mountPropagation: 'HostToContainer' }],
    ['no propagation', { propagation: MountPropagation.NONE }, { name: 'host-run-share', mountPath: '/share', readOnly: true }],
    ['a part of it', { subPath: 'one' }, { ...MOUNT, subPath: 'one' }],
    ['the name of the volume', { volumeName: 'share' }, { ...MOUNT, name: 'share' }],
  ])('%s', (_, options, mount) => {
    expect(of(options)).toEqual(mount);
  });

  test.each([[HostPathType.UNCHECKED, undefined], [HostPathType.DIRECTORY_OR_CREATE, 'DirectoryOrCreate']])('the type %s', (type, text) => {
    expect(mounted({ type }).volumes[0].hostPath.type).toBe(text);
  });

  test('mounts that go both ways, for containers that may', () => {
    const containers = [{ name: 'shop', image: 'shop:1', securityContext: { privileged: true } }];
    expect(of({ propagation: MountPropagation.BIDIRECTIONAL }, { containers }).mountPropagation).toBe('Bidirectional');
  });

  test('the containers, init containers by their names or all of them', () => {
    const init = { initContainers: [{ name: 'init', image: 'init:1' }, { name: 'late', image: 'late:1' }] };
    const chosen = mounted({ containers: ['shop', 'init'] }, init);
    expect(mountsOf(chosen)).toEqual({ shop: [MOUNT], proxy: [] });
    expect(chosen.initContainers.map(({ volumeMounts }: any) => volumeMounts)).toEqual([[MOUNT], undefined]);
    expect(mounted({ initContainers: true }, init).initContainers.every(({ volumeMounts }: any) => volumeMounts.length === 1)).toBe(true);
  });
});

describe('what the pod has stays', () => {
  test('a volume of that path and type is used', () => {
    const volumes = [{ name: 'other', emptyDir: {} }, { name: 'mine', hostPath: { path: `${PATH}/`, type: 'Directory' } }];
    const pod = mounted({}, { volumes });
    expect(pod.volumes).toEqual(volumes);
    expect(mountsOf(pod).shop).toEqual([{ ...MOUNT, name: 'mine' }]);
  });

  test('the same mount is no second one, its path spelled with a slash or without', () => {
    const containers = [{ name: 'shop', image: 'shop:1', volumeMounts: [{ ...MOUNT, mountPath: '/share/' }] }];
    expect(mountsOf(mounted({}, { volumes: [VOLUME], containers })).shop).toEqual([{ ...MOUNT, mountPath: '/share/' }]);
  });

  test('one directory is mounted at two places from one volume', () => {
    const chart = chartOf();
    const files = filesIn(chart);
    const client = clientIn(chart);
    files.mountInto(client, '/share', { containers: ['shop'] });
    files.mountInto(client, '/own', { containers: ['shop'], readOnly: false, subPath: 'shop' });
    const pod = manifestsOf(chart, 'Deployment')[0].spec.template.spec;
    expect(pod.volumes).toEqual([VOLUME]);
    expect(mountsOf(pod).shop.map(({ name, mountPath }: any) => [name, mountPath])).toEqual([['host-run-share', '/share'], ['host-run-share', '/own']]);
  });
});

describe('the client says whom it uses', () => {
  const annotations = (props: Partial<FileSystemDaemonProps>, times = 1) => {
    const chart = chartOf();
    const files = filesIn(chart, { name: 'share', ...props });
    const client = clientIn(chart);
    [...Array(times)].forEach(() => files.mountInto(client, '/share'));
    return client.toJson().metadata.annotations;
  };

  test('in its own metadata, once', () => {
    expect(annotations({}, 2)).toEqual({ 'cdk8s-node-daemons/uses': 'agents/share' });
  });

  test('not under BARE', () => {
    expect(annotations({ profile: DaemonProfile.BARE })).toBeUndefined();
  });

  test('so that one on nodes without the daemon is found', () => {
    const chart = chartOf();
    const files = filesIn(chart, { placement: NodePlacement.exactly({ nodeSelector: { disk: 'ssd' } }) });
    files.mountInto(clientIn(chart, { nodeSelector: { disk: 'hdd' } }), '/share');
    expect(() => Testing.synth(chart)).toThrow(/ND309 /);
  });
});

describe('clients may be', () => {
  test('a Deployment of cdk8s-plus', () => {
    const chart = chartOf();
    const client = new kplus.Deployment(chart, 'client', { containers: [{ name: 'shop', image: 'shop:1' }] });
    filesIn(chart).mountInto(client, '/share');
    expect(mountsOf(manifestsOf(chart, 'Deployment')[0].spec.template.spec).shop).toEqual([MOUNT]);
  });

  test.each<[string, (chart: Chart) => NodeDaemon | FileSystemDaemon]>([
    ['a daemon', chart => new NodeDaemon(chart, 'client', { container: { image: 'client:1' } })],
    ['a ready daemon', chart => new FileSystemDaemon(chart, 'client', { container: { image: 'client:1' }, directory: SharedDirectory.owned('/var/lib/client') })],
  ])('%s', (_, of) => {
    const chart = chartOf();
    filesIn(chart).mountInto(of(chart), '/share');
    const pod = manifestsOf(chart, 'DaemonSet').find(({ metadata }) => metadata.name.includes('client')).spec.template.spec;
    expect(pod.volumes).toContainEqual(VOLUME);
    expect(pod.containers[0].volumeMounts).toContainEqual(MOUNT);
  });

  test('a daemon that names the path itself, with the same type', () => {
    const chart = chartOf();
    const client = new NodeDaemon(chart, 'client', { container: { image: 'client:1', hostPaths: [HostPath.readOnly(PATH, { mountPath: '/in', volumeName: 'in' })] } });
    filesIn(chart).mountInto(client, '/share');
    const [{ spec: { template } }] = manifestsOf(chart, 'DaemonSet').filter(({ metadata }) => metadata.name.includes('client'));
    expect(template.spec.volumes.filter(({ hostPath }: any) => hostPath)).toEqual([{ name: 'in', hostPath: { path: PATH, type: 'Directory' } }]);
  });
});

describe('the tutorial of the log archiver', () => {
  const bare = { profile: DaemonProfile.BARE, acknowledge: [{ id: 'ND402', reason: 'a tutorial' }] };

  function tutorial(): any[] {
    const chart = new Chart(chartOf().node.root as any, 'tutorial');
    const logcd = new FileSystemDaemon(chart, 'logcd', {
      ...bare,
      name: 'logcd',
      podMetadata: { labels: { name: 'logcd' } },
      container: { name: 'logcd', image: 'alpine', args: ['/bin/sh', '-c', 'sleep 60'] },
      directory: SharedDirectory.foreign('/var/log', { readOnly: false, volumeName: 'log' }),
    });
    const containers = [{ name: 'client2', image: 'alpine' }];
    logcd.mountInto(clientIn(chart, { containers }, 'client2'), '/var/log',
      { readOnly: false, type: HostPathType.UNCHECKED, propagation: MountPropagation.NONE, volumeName: 'log' });
    return Testing.synth(chart);
  }

  test('comes out as it is written there, and its client too', () => {
    const [daemon, client] = tutorial().map(({ spec }) => spec.template.spec);
    expect(tutorial()[1].metadata).not.toHaveProperty('annotations');
    const volumes = [{ name: 'log', hostPath: { path: '/var/log' } }];
    const volumeMounts = [{ name: 'log', mountPath: '/var/log' }];
    expect(daemon).toEqual({ containers: [{ name: 'logcd', image: 'alpine', args: ['/bin/sh', '-c', 'sleep 60'], volumeMounts }], volumes });
    expect(client).toEqual({ containers: [{ name: 'client2', image: 'alpine', volumeMounts }], volumes });
  });
});

test('a privileged daemon and its client share mounts', () => {
  const chart = chartOf();
  const securityContext = SecurityContext.privileged();
  const files = filesIn(chart, {
    container: { image: 'example.com/share:1', securityContext },
    directory: SharedDirectory.owned('/var/lib/mounts', { mounts: true }),
    acknowledge: [{ id: 'ND401', reason: 'it mounts' }],
  });
  files.mountInto(clientIn(chart), '/mounts');
  const propagations = Testing.synth(chart).map(({ spec }: any) => spec.template.spec.containers[0].volumeMounts[0].mountPropagation);
  expect(propagations).toEqual(['Bidirectional', 'HostToContainer']);
});

test('in any order, once or twice, each path is mounted once and each directory is one volume', () => {
  const directories = ['/run/a', '/run/b', '/var/lib/a'];
  const call = record({
    directory: integer({ min: 0, max: directories.length - 1 }), at: constantFrom('/one', '/two', '/three'), container: constantFrom('shop', 'proxy'), readOnly: boolean(),
  });
  const calls = uniqueArray(call, { selector: ({ at, container }) => `${at} ${container}`, minLength: 1 }).chain(some =>
    record({ some: array(constantFrom(...some), { maxLength: 4 }).map(again => [...some, ...again]), shuffle: array(integer(), { minLength: 10, maxLength: 10 }) }));
  assert(property(calls, ({ some, shuffle }) => {
    const pods = [some, some.map((one, i) => ({ one, key: shuffle[i % 10] })).sort((a, b) => a.key - b.key).map(({ one }) => one)].map(order => {
      const chart = chartOf();
      const daemons = directories.map((path, i) =>
        new FileSystemDaemon(chart, `files-${i}`, { container: { image: 'example.com/share:1' }, directory: SharedDirectory.owned(path) }));
      const client = clientIn(chart);
      order.forEach(({ directory, at, container, readOnly }) => daemons[directory].mountInto(client, at, { containers: [container], readOnly }));
      return client.toJson().spec.template.spec;
    });
    for (const pod of pods) {
      const paths = pod.volumes.map(({ hostPath }: any) => hostPath.path);
      expect(new Set(paths)).toEqual(new Set(some.map(({ directory }) => directories[directory])));
      expect(paths).toHaveLength(new Set(paths).size);
      expect(pod.volumes.map(({ name }: any) => name)).toHaveLength(new Set(pod.volumes.map(({ name }: any) => name)).size);
      for (const { volumeMounts = [] } of pod.containers) {
        expect(new Set(volumeMounts.map(({ mountPath }: any) => mountPath)).size).toBe(volumeMounts.length);
      }
    }
    const sorted = ({ containers, volumes }: any) => JSON.stringify([
      containers.map(({ volumeMounts = [] }: any) => volumeMounts.map((mount: any) => JSON.stringify(mount)).sort()), volumes.map((volume: any) => JSON.stringify(volume)).sort(),
    ]);
    expect(sorted(pods[0])).toBe(sorted(pods[1]));
  }), { numRuns: 60 });
});
