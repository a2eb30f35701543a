import { execFileSync } from 'child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'fs';
import { join } from 'path';
import { ApiObject } from 'cdk8s';
import type { Pod } from './harness/cluster-pod';
import { directory } from './harness/directory';
import { eventually } from './harness/eventually';
import { alpine, COUNT } from './harness/image';
import { ClusterNode, nodes } from './harness/nodes';
import { startDaemonSet, startDeployment } from './harness/workloads';
import { logcd, productionLogcd } from './tutorial';
import { FileSystemDaemon, SecurityContext, SharedDirectory } from '../../src';
import { chartOf } from '../core/testing';

const ROUNDS = 10;
const packing = alpine({ haste: 150 });
const writing = alpine({ haste: 150, rounds: ROUNDS });

const NODES = { 'node-1': { env: 'prod' }, 'node-2': { env: 'dev' }, 'node-3': { env: 'prod' } };

const archivesOf = ({ root }: ClusterNode) => readdirSync(join(root, 'var/log')).filter(name => name.endsWith('.tar.gz')).map(name => join(root, 'var/log', name));

/** The files of an archive, with how many greetings of whom each has; nothing while it is written. */
function read(archive: string): { readonly [file: string]: readonly string[] } | undefined {
  const into = directory();
  try {
    execFileSync('tar', ['xzf', archive, '-C', into], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  const names = existsSync(join(into, 'var/log')) ? readdirSync(join(into, 'var/log')) : [];
  return Object.fromEntries(names.map(name => [name, execFileSync('sed', ['s/.* Greetings from //', join(into, 'var/log', name)], { encoding: 'utf8' }).trim().split('\n')]));
}

/** The last archive of a node that was begun when every greeting was there. */
async function packed(node: ClusterNode): Promise<{ readonly [file: string]: readonly string[] }> {
  const earlier = archivesOf(node).length;
  let found: ReturnType<typeof read>;
  // The second that begins from now on finds all of them, and the third says that it is whole.
  await eventually(`an archive is packed on ${node.name}`, () => archivesOf(node).length >= earlier + 3);
  const [, last] = archivesOf(node).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  await eventually('it is whole', () => (found = read(last)) !== undefined);
  return found!;
}

async function written(on: readonly ClusterNode[], manifests: readonly any[]) {
  const daemons = await startDaemonSet(on, manifests, { image: packing });
  const clients = await startDeployment(on, manifests, { image: writing });
  await eventually('all greetings are written', () => clients.every(({ containers: [container] }) => container.read(`${COUNT}/sleeps`).length >= ROUNDS));
  return { daemons, clients };
}

const filesOf = (clients: readonly Pod[], node: ClusterNode) => Object.fromEntries(clients.filter(client => client.node === node)
  .map(({ name }) => [`${name}.log`, Array(ROUNDS).fill(name)]));

test('each archive holds the logs of the pods on its node, whole, and no others', async () => {
  const three = await nodes(NODES);
  const { daemons, clients } = await written(three, logcd());
  expect(daemons.map(({ node }) => node.name)).toEqual(['node-1', 'node-2', 'node-3']);
  const archives = await Promise.all(three.map(packed));
  process.stdout.write(`archives on ${three.length} nodes of ${clients.length} clients: ${archives.map(files => Object.keys(files).join(' ')).join(' | ')}\n`);
  expect(archives).toEqual(three.map(node => filesOf(clients, node)));
}, 60_000);

test('a daemon that is for production runs and packs there alone', async () => {
  const three = await nodes(NODES);
  const { daemons, clients } = await written(three, productionLogcd());
  expect(daemons.map(({ node }) => node.name)).toEqual(['node-1', 'node-3']);
  const [first, development, third] = three;
  expect(await Promise.all([first, third].map(packed))).toEqual([first, third].map(node => filesOf(clients, node)));
  expect(archivesOf(development)).toEqual([]);
}, 60_000);

test('a directory of its own belongs to the daemon, which has no right but to write it, and clients read it alone', async () => {
  const [node] = await nodes({ node: { 'kubernetes.io/os': 'linux' } });
  const chart = chartOf('default');
  const daemon = new FileSystemDaemon(chart, 'share', {
    name: 'share',
    container: {
      image: 'example.com/share:1',
      command: ['sh', '-c', 'echo of $(id -u) > /var/lib/share/file; sleep 3600'],
      securityContext: SecurityContext.restricted({ runAsUser: 1000 }),
    },
    directory: SharedDirectory.owned('/var/lib/share', { owner: 1000, mode: '0755' }),
  });
  const containers = [{ name: 'client', image: 'example.com/client:1', command: ['sh', '-c', 'cat /share/file; echo > /share/other'] }];
  const client = new ApiObject(chart, 'client', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'client' }, spec: { containers } });
  daemon.mountInto(client, '/share');
  const manifests = chart.toJson();
  await startDaemonSet([node], manifests, { image: packing });
  await eventually('it has written', () => existsSync(join(node.root, 'var/lib/share/file')));
  const { containers: [container] } = await node.start(manifests.find(({ kind }) => kind === 'Pod'), { name: 'client', image: packing });
  expect(await container.ended).toEqual({ code: 2, output: expect.stringMatching(/^of 1000\n.*Read-only file system\n$/) });
}, 60_000);

test('a directory of the node that must be there is not made', async () => {
  const [node] = await nodes({ node: {} });
  const volumes = [{ name: 'log', hostPath: { path: '/var/lib/logs', type: 'Directory' } }];
  const template = { spec: { volumes, containers: [{ name: 'client', command: ['true'], volumeMounts: [{ name: 'log', mountPath: '/logs', readOnly: true }] }] } };
  await expect(node.start(template, { name: 'client' })).rejects.toThrow('hostPath type check failed: /var/lib/logs is not a directory');
  mkdirSync(join(node.root, 'var/lib/logs'), { recursive: true });
  expect(await (await node.start(template, { name: 'client' })).containers[0].ended).toEqual({ code: 0, output: '' });
}, 60_000);
