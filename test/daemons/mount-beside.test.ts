import { ApiObject, App, Chart } from 'cdk8s';
import { shared } from './files';
import { DaemonProfile, FileSystemDaemon, HostPath, HostPathType, NodeDaemon, SharedDirectory } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

/** A client with pods of its own, and a daemon for each directory, of which the pods get some. */
function beside(pod: object, mount: (client: ApiObject, ...daemons: FileSystemDaemon[]) => void, paths = ['/run/share'], spec: object = {}): any {
  const chart = chartOf();
  const daemons = paths.map((path, i) =>
    new FileSystemDaemon(chart, `files-${i}`, { container: { image: 'example.com/share:1' }, directory: SharedDirectory.owned(path) }));
  const containers = [{ name: 'shop', image: 'shop:1' }];
  const client = new ApiObject(chart, 'client', { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { ...spec, template: { spec: { containers, ...pod } } } });
  mount(client, ...daemons);
  (chart.node.root as App).synthYaml();
  return client.toJson().spec.template.spec;
}

const withMounts = (...volumeMounts: object[]) => ({ containers: [{ name: 'shop', image: 'shop:1', volumeMounts }] });
const mountsOf = ({ containers: [{ volumeMounts }] }: any) => volumeMounts.map(({ name, mountPath }: any) => [name, mountPath]);

describe('a claim of a StatefulSet wins over the volume of its name', () => {
  const claims = (name: string) => ({ volumeClaimTemplates: [{ metadata: { name } }] });

  test('so that its name is refused', () => {
    expect(() => beside({}, (client, files) => files.mountInto(client, '/m', { volumeName: 'data' }), undefined, claims('data'))).toThrow(
      "[platform/client] volume name must be taken by no volumeClaimTemplate, got 'data': its claim would be mounted in the place of the directory: choose another volumeName");
  });

  test('so that another default is taken', () => {
    const pod = beside({}, (client, files) => files.mountInto(client, '/m'), undefined, claims('host-run-share'));
    expect(mountsOf(pod)).toEqual([[pod.volumes[0].name, '/m']]);
    expect(pod.volumes[0].name).toMatch(/^host-run-share-[0-9a-f]{8}$/);
  });
});

test('two directories that come to one name are two volumes, however often they are mounted', () => {
  const mount = (client: ApiObject, ...daemons: FileSystemDaemon[]) => daemons.forEach((files, i) => files.mountInto(client, `/m${i}`));
  const once = beside({}, mount, ['/run/a-b', '/run/a/b']);
  expect(once.volumes.map(({ name, hostPath }: any) => [name.replace(/[0-9a-f]{8}$/, '…'), hostPath.path])).toEqual([['host-run-a-b', '/run/a-b'], ['host-run-a-b-…', '/run/a/b']]);
  expect(beside({}, (...all) => [mount, mount].forEach(again => again(...all)), ['/run/a-b', '/run/a/b'])).toEqual(once);
});

describe('a volume of the pod for that directory is used', () => {
  test.each(['/var/run/share', '/run//share/', '/run/./share'])('spelled %s', path => {
    const volumes = [{ name: 'mine', hostPath: { path, type: 'Directory' } }];
    expect(beside({ volumes }, (client, files) => files.mountInto(client, '/m')).volumes).toEqual(volumes);
  });

  test.each(['DirectoryOrCreate', undefined])('with its own type %s, where no type is written', type => {
    const volumes = [{ name: 'mine', hostPath: { path: '/run/share', type } }];
    const pod = beside({ volumes }, (client, files) => files.mountInto(client, '/m'));
    expect([pod.volumes, mountsOf(pod)]).toEqual([JSON.parse(JSON.stringify(volumes)), [['mine', '/m']]]);
  });

  test('the one of that type first', () => {
    const volumes = [{ name: 'a', hostPath: { path: '/run/share' } }, { name: 'b', hostPath: { path: '/run/share', type: 'Directory' } }];
    expect(mountsOf(beside({ volumes }, (client, files) => files.mountInto(client, '/m')))).toEqual([['b', '/m']]);
    expect(mountsOf(beside({ volumes }, (client, files) => files.mountInto(client, '/m', { type: HostPathType.UNCHECKED })))).toEqual([['a', '/m']]);
  });

  test('of a daemon that is its own client', () => {
    const chart = chartOf();
    const files = new FileSystemDaemon(chart, 'files', { container: { image: 'example.com/share:1' }, directory: SharedDirectory.owned('/run/share') });
    files.mountInto(files, '/m');
    const pod = manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
    expect(pod.volumes).toContainEqual({ name: 'host-run-share', hostPath: { path: '/run/share', type: 'DirectoryOrCreate' } });
    expect(pod.containers[0].volumeMounts).toContainEqual({ name: 'host-run-share', mountPath: '/m', readOnly: true, mountPropagation: 'HostToContainer' });
  });

  test('of a sidecar that spells the path otherwise', () => {
    const sidecars = [{ name: 'side', image: 'side:1', hostPaths: [HostPath.readWrite('/var/lib/x/')] }];
    const { pod } = shared(SharedDirectory.owned('/var/lib/x'), { sidecars });
    expect(pod.volumes.filter(({ hostPath }: any) => hostPath)).toEqual([{ name: 'host-var-lib-x', hostPath: { path: '/var/lib/x', type: 'DirectoryOrCreate' } }]);
  });
});

describe('a mount inside another', () => {
  const empty = [{ name: 'own', emptyDir: {} }];

  test('is made in a directory of the client', () => {
    const pod = beside({ ...withMounts({ name: 'own', mountPath: '/srv' }), volumes: empty }, (client, files) => files.mountInto(client, '/srv/m'));
    expect(mountsOf(pod)).toEqual([['own', '/srv'], ['host-run-share', '/srv/m']]);
  });

  test('is made in a directory that the client writes', () => {
    const pod = beside({ ...withMounts({ name: 'own', mountPath: '/srv/m/cache' }), volumes: empty },
      (client, files) => files.mountInto(client, '/srv/m', { readOnly: false }));
    expect(mountsOf(pod)).toEqual([['own', '/srv/m/cache'], ['host-run-share', '/srv/m']]);
  });

  test('has a mount point in a read-only one where it is the same directory of the node', () => {
    const pod = beside({}, (client, files) => {
      files.mountInto(client, '/m');
      files.mountInto(client, '/m/shop', { subPath: 'shop', readOnly: false });
    });
    expect(mountsOf(pod)).toEqual([['host-run-share', '/m'], ['host-run-share', '/m/shop']]);
  });

  test.each([['the outer first', ['/m', '/m/sub']], ['the inner first', ['/m/sub', '/m']]])('has none in another read-only one: %s', (_, paths) => {
    expect(() => beside({}, (client, ...daemons) => daemons.forEach((files, i) => files.mountInto(client, paths[i])), ['/run/a', '/run/b'])).toThrow(
      "mount '/m/sub' of container 'shop' must be outside of '/m', where a directory of the node is mounted read-only, got ");
  });

  test('is none where the containers differ', () => {
    const containers = [{ name: 'shop', image: 'shop:1' }, { name: 'other', image: 'other:1', volumeMounts: [{ name: 'own', mountPath: '/m/own' }] }];
    expect(mountsOf(beside({ containers, volumes: empty }, (client, files) => files.mountInto(client, '/m', { containers: ['shop'] })))).toEqual([['host-run-share', '/m']]);
  });
});

test('a daemon to which nothing is added does not say whom it uses', () => {
  const chart: Chart = chartOf();
  const files = new FileSystemDaemon(chart, 'files', { container: { image: 'example.com/share:1' }, directory: SharedDirectory.owned('/run/share') });
  const client = new NodeDaemon(chart, 'client', { container: { image: 'client:1' }, profile: DaemonProfile.BARE });
  files.mountInto(client, '/m');
  expect(client.apiObject.toJson().metadata).not.toHaveProperty('annotations');
});
