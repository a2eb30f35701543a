import { spawn } from 'child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { CniBinary, CniConfig, NetworkProgram } from '../../src';
import { atEnd } from './harness/cleanup';
import { CniNode, NodeFiles } from './harness/cni-node';
import { directory } from './harness/directory';
import { networkAgent } from './harness/network-agents';
import { program } from './harness/program';
import { run } from './harness/run';

/** A program that takes several writes to copy. */
const programOf = (name: string, version: number) => `${name} ${version}\n`.repeat(5_000);
const REFERENCE = { portmap: 'portmap', bridge: 'bridge' };

const flannel = networkAgent(NetworkProgram.flannel());
const several = networkAgent(NetworkProgram.custom({
  container: { image: 'example.com/agent:1' },
  cniBinaries: [
    CniBinary.fromImage('example.com/agent-cni:1', { paths: ['/opt/cni/bin/agent', '/opt/cni/bin/agent-ipam'] }),
    CniBinary.fromImage('example.com/other-cni:1', { paths: ['/other'], names: { '/other': 'other-cni' } }),
  ],
  cniConfig: CniConfig.conflist('05-agent.conflist', {
    name: 'pods', plugins: [{ type: 'agent', ipam: { type: 'agent-ipam' } }, { type: 'other-cni' }, { type: 'portmap', capabilities: { portMappings: true } }],
  }, { replaces: ['05-agent.conf', '00-bootstrap.conflist'] }),
}));

interface Installed {
  readonly agent: ReturnType<typeof networkAgent>;
  readonly images: { readonly [path: string]: string };
  /** What must be there in the end. */
  readonly whole: NodeFiles;
  /** What was there before. */
  readonly older: NodeFiles;
}

const CASES: { readonly [name: string]: Installed } = {
  'flannel': {
    agent: flannel,
    images: { '/flannel': programOf('flannel', 2) },
    whole: { conf: { '10-flannel.conflist': flannel.files['10-flannel.conflist'] }, bin: { ...REFERENCE, flannel: programOf('flannel', 2) } },
    older: { conf: { '10-flannel.conf': '{"cniVersion": "0.3.1", "name": "cbr0", "type": "flannel"}' }, bin: { ...REFERENCE, flannel: programOf('flannel', 1) } },
  },
  'programs of two images and a configuration that replaces two': {
    agent: several,
    images: { '/opt/cni/bin/agent': programOf('agent', 2), '/opt/cni/bin/agent-ipam': programOf('ipam', 2), '/other': programOf('other', 2) },
    whole: {
      conf: { '05-agent.conflist': several.files['05-agent.conflist'] },
      bin: { ...REFERENCE, 'agent': programOf('agent', 2), 'agent-ipam': programOf('ipam', 2), 'other-cni': programOf('other', 2) },
    },
    older: {
      conf: {
        '00-bootstrap.conflist': '{"cniVersion": "0.4.0", "name": "first", "plugins": [{"type": "bridge"}]}',
        '05-agent.conflist': '{"cniVersion": "0.4.0", "name": "pods", "plugins": [{"type": "agent"}]}',
      },
      bin: { ...REFERENCE, agent: programOf('agent', 1) },
    },
  },
};

const states = ({ whole, older }: Installed): { readonly [name: string]: NodeFiles } => ({
  'a new node': { conf: {}, bin: REFERENCE },
  'a node with an older version': older,
  'a node that has it all': whole,
  'a node where it was killed before': {
    conf: { ...older.conf, ...Object.fromEntries(Object.keys(whole.conf).map(name => [`.${name}.new`, '{"cniVersion"'])) },
    bin: { ...older.bin, ...Object.fromEntries(Object.keys(whole.bin).filter(name => !(name in REFERENCE)).map(name => [`.${name}.new`, 'half'])) },
  },
});

interface Killed { readonly points: number; readonly broken: string[]; readonly unrepaired: string[] }

/** Kills the scripts at each of their steps, one after the other. */
function killEverywhere(node: CniNode, scripts: readonly string[], { whole, older }: Installed, start: NodeFiles): Killed {
  const [broken, unrepaired]: string[][] = [[], []];
  // Most moments leave one of few states.
  const seen = new Map<string, { complaint?: string; isRepaired: boolean }>();
  const judge = () => {
    const complaint = node.complaint({ ...whole, older });
    // The kubelet starts all init containers again.
    scripts.forEach(again => node.runScript(again));
    return { complaint, isRepaired: node.state() === JSON.stringify([sorted(whole.conf), sorted(whole.bin)]) };
  };
  let points = 0;
  node.reset(start);
  for (const [position, script] of scripts.entries()) {
    const before = node.snapshot();
    const stops = node.runScript(script);
    const after = node.snapshot();
    for (let at = 1; at <= stops; at++, points++) {
      before();
      node.runScript(script, at);
      const state = node.state();
      const { complaint, isRepaired } = seen.get(state) ?? judge();
      seen.set(state, { complaint, isRepaired });
      broken.push(...complaint === undefined ? [] : [`container ${position + 1}, stop ${at}: ${complaint}`]);
      unrepaired.push(...isRepaired ? [] : [`container ${position + 1}, stop ${at}`]);
    }
    after();
  }
  return { points, broken, unrepaired };
}

const sorted = (files: { readonly [name: string]: string }) => Object.fromEntries(Object.entries(files).sort(([a], [b]) => a < b ? -1 : 1));

describe.each(Object.entries(CASES))('%s', (name, installed) => {
  const node = new CniNode(installed.agent, installed.images);

  test.each(Object.entries(states(installed)))('%s: no moment at which it is killed leaves what a runtime cannot use', (state, start) => {
    const { points, broken, unrepaired } = killEverywhere(node, node.scripts, installed, start);
    process.stdout.write(`${name}, ${state}: kill points tried ${points}, broken states ${broken.length}, states that a second run did not repair ${unrepaired.length}\n`);
    expect({ broken, unrepaired }).toEqual({ broken: [], unrepaired: [] });
    expect(points).toBeGreaterThan(node.scripts.length * 20);
  }, 120_000);

  test('programs come before the configuration that names them', () => {
    node.reset({ conf: {}, bin: REFERENCE });
    node.scripts.slice(0, -1).forEach((_, position) => node.run(position));
    expect(node.files('conf')).toEqual({});
    expect(node.files('bin')).toEqual(sorted(installed.whole.bin));
  });

  test('what is there already is not touched', () => {
    node.reset(installed.whole);
    const before = [...Object.keys(installed.whole.bin).map(file => node.inode('bin', file)), ...Object.keys(installed.whole.conf).map(file => node.inode('conf', file))];
    node.scripts.forEach((_, position) => node.run(position));
    expect([...Object.keys(installed.whole.bin).map(file => node.inode('bin', file)), ...Object.keys(installed.whole.conf).map(file => node.inode('conf', file))]).toEqual(before);
  });

  test('a copy that lost its right to be run gets it back', () => {
    node.reset(installed.whole);
    const [first] = Object.keys(installed.whole.bin).filter(file => !(file in REFERENCE));
    chmodSync(join(node.path('bin'), first), 0o644);
    node.scripts.forEach((_, position) => node.run(position));
    expect(node.complaint(installed.whole)).toBeUndefined();
  });
});

test('a program that runs is replaced', async () => {
  const node = new CniNode(flannel, CASES.flannel.images);
  node.reset({ conf: {}, bin: REFERENCE });
  copyFileSync('/bin/sleep', join(node.path('bin'), 'flannel'));
  const running = spawn(join(node.path('bin'), 'flannel'), ['60']);
  atEnd(() => running.kill('SIGKILL'));
  await new Promise((done, fail) => running.on('spawn', done).on('error', fail));
  node.scripts.forEach((_, position) => node.run(position));
  expect(node.complaint(CASES.flannel.whole)).toBeUndefined();
  expect(running.exitCode).toBeNull();
});

describe('the way that many daemons go', () => {
  const node = new CniNode(flannel, CASES.flannel.images);
  const COPY = 'set -eu\ncp -f /flannel /host/cni-bin/flannel\n';
  const CONF = 'set -eu\ncat /cni-conf/10-flannel.conflist > /host/cni-conf/10-flannel.conflist\n';

  test('leaves states that a runtime cannot use: a copy to the last name', () => {
    const { points, broken } = killEverywhere(node, [COPY, CONF], CASES.flannel, { conf: {}, bin: REFERENCE });
    process.stdout.write(`plain copies: kill points tried ${points}, broken states ${broken.length}\n`);
    expect(broken.length).toBeGreaterThan(0);
  }, 120_000);

  test('leaves states that a runtime cannot use: the configuration first', () => {
    const { broken } = killEverywhere(node, [node.scripts[1], node.scripts[0]], CASES.flannel, { conf: {}, bin: REFERENCE });
    expect(broken.join('\n')).toContain('failed to find plugin "flannel"');
  }, 120_000);
});

describe('in a container', () => {
  const { conf, bin } = { conf: directory(), bin: directory() };
  const image = directory({ flannel: programOf('flannel', 2), ...flannel.files });

  /** The init containers as they are written, by root who has lost every capability. */
  const install = async (position: number) => {
    const busybox = program('busybox');
    const mounts = {
      '/host/cni-bin': bin,
      '/host/cni-conf': conf,
      '/flannel': join(image, 'flannel'),
      '/cni-conf/10-flannel.conflist': join(image, '10-flannel.conflist'),
      [dirname(busybox)]: dirname(busybox),
    };
    return run('/usr/bin/setpriv', ['--bounding-set=-all', '--inh-caps=-all', busybox, ...flannel.pod.initContainers[position].command], { container: { mounts } });
  };

  test('root without any capability installs, where the directories are root\'s', async () => {
    expect([await install(0), await install(1)]).toEqual(Array(2).fill({ code: 0, output: '' }));
    expect(statSync(join(bin, 'flannel')).mode.toString(8)).toBe('100755');
    expect(readFileSync(join(conf, '10-flannel.conflist'), 'utf8')).toBe(flannel.files['10-flannel.conflist']);
  });

  test('says so where a directory has the name of the configuration, and leaves the older one', async () => {
    const [file, older] = [join(conf, '10-flannel.conflist'), join(conf, '10-flannel.conf')];
    rmSync(file);
    mkdirSync(file);
    writeFileSync(older, '{}');
    expect(await install(1)).toEqual({ code: 1, output: '/host/cni-conf/10-flannel.conflist is a directory of the node and must be a file: remove it there\n' });
    expect([readdirSync(file), readFileSync(older, 'utf8')]).toEqual([[], '{}']);
  });

  test('and says so where they are not', async () => {
    rmSync(join(bin, 'flannel'));
    chmodSync(bin, 0o555);
    expect(await install(0)).toEqual({ code: 1, output: expect.stringContaining('Permission denied') });
    chmodSync(bin, 0o755);
  });
});
