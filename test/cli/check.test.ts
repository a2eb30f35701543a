import { daemonSet, MISSPELT, MISSPELT_MESSAGE } from './manifests';
import { directoryWith, run } from './run';
import { Analysis } from '../../src/analysis/analysis';

const TWO_PORTS = `${daemonSet({ name: 'first', hostPort: 9100 })}---\n${daemonSet({ name: 'second', hostPort: 9100 })}`;
const PERHAPS_ONE_PORT = `${daemonSet({ name: 'first', hostPort: 9100, pod: 'nodeSelector: {disk: ssd}' })}---
${daemonSet({ name: 'second', hostPort: 9100, pod: 'nodeSelector: {zone: a}' })}`;

const WITHOUT_ADVICE = ['--ignore', 'ND218', '--ignore', 'ND902'];

test('nothing is wrong with a good manifest', async () => {
  expect(await run(['check', 'good.yaml'], { files: { 'good.yaml': daemonSet() } }))
    .toEqual({ code: 0, stdout: '0 errors and 0 warnings in 1 object\n', stderr: '' });
});

test('an error says where it stands, and the exit code is 1', async () => {
  const { code, stdout, stderr } = await run(['check', 'bad.yaml'], { files: { 'bad.yaml': MISSPELT } });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^DaemonSet agents\/agent\nbad.yaml:\d+: error ND104 /);
  expect(stdout).toContain(`${MISSPELT_MESSAGE}\n\n1 error and 0 warnings in 1 object\n`);
});

test('findings about one object stand together, and objects of all files are compared', async () => {
  const files = { 'a.yaml': daemonSet({ name: 'first', hostPort: 9100 }), 'b.yaml': daemonSet({ name: 'second', hostPort: 9100, pod: 'nodeselector: {}' }) };
  const { stdout } = await run(['check', 'a.yaml', 'b.yaml', ...WITHOUT_ADVICE], { files });
  expect(stdout.replace(/:\d+:/g, ':LINE:')).toBe(`DaemonSet agents/second
b.yaml:LINE: error ND104 ${MISSPELT_MESSAGE}
b.yaml:LINE: error ND301 port TCP 9100 of the node is taken by 'DaemonSet agents/first' on the same nodes: give one of them another port, or place them on different nodes

2 errors and 0 warnings in 2 objects
`);
});

test('a warning is no failure until --fail-on says so', async () => {
  const files = { 'perhaps.yaml': PERHAPS_ONE_PORT };
  expect((await run(['check', 'perhaps.yaml'], { files })).code).toBe(0);
  expect((await run(['check', 'perhaps.yaml', '--fail-on', 'warning'], { files })).code).toBe(1);
});

test('an ignored check finds nothing', async () => {
  const files = { 'bad.yaml': MISSPELT, 'ports.yaml': TWO_PORTS };
  expect(await run(['check', '.', '--ignore', 'ND104', '--ignore', 'ND301', ...WITHOUT_ADVICE], { files }))
    .toEqual({ code: 0, stdout: '0 errors and 0 warnings in 3 objects\n', stderr: '' });
});

test('what the manifest acknowledges is counted and not printed', async () => {
  const annotations = 'cdk8s-node-daemons/acknowledged: \'{"ND104":"a patched kubelet"}\'';
  expect(await run(['check', 'bad.yaml'], { files: { 'bad.yaml': daemonSet({ pod: 'nodeselector: {}', annotations }) } }))
    .toEqual({ code: 0, stdout: '0 errors and 0 warnings in 1 object; 1 acknowledged\n', stderr: '' });
});

test('standard input is a file', async () => {
  const { code, stdout } = await run(['check', '-'], { stdin: MISSPELT });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^<stdin>:\d+: error ND104/m);
});

test('what the cluster has takes part, and nothing is said of it', async () => {
  const files = { 'own.yaml': daemonSet({ name: 'second', hostPort: 9100 }), 'cluster.yaml': `${daemonSet({ name: 'first', hostPort: 9100 })}---\n${MISSPELT}` };
  const { code, stdout } = await run(['check', 'own.yaml', '--cluster', 'cluster.yaml'], { files });
  expect(code).toBe(1);
  expect(stdout).toContain("ND301 port TCP 9100 of the node is taken by 'DaemonSet agents/first'");
  expect(stdout).toContain('1 error, 0 warnings and 2 info in 1 object\n');
});

test('the version of the cluster decides what it knows', async () => {
  const files = { 'new.yaml': daemonSet({ pod: 'resources: {limits: {memory: 1Gi}}' }) };
  expect((await run(['check', 'new.yaml', '--kubernetes-version', '1.37'], { files })).stdout).not.toContain('ND103');
  expect((await run(['check', 'new.yaml', '--kubernetes-version', '1.25'], { files })).stdout).toContain('ND103');
});

test('an object that comes twice is bad input, and the first is analysed', async () => {
  const { code, stdout, stderr } = await run(['check', 'a.yaml', 'b.yaml'], { files: { 'a.yaml': daemonSet(), 'b.yaml': `${daemonSet({ name: 'other' })}---\n${MISSPELT}` } });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'b.yaml:31: document 2: DaemonSet agents/agent stands in a.yaml:1 already, which is the one that was checked: take one of them out\n',
  });
  expect(stdout).toBe('0 errors and 0 warnings in 2 objects; 1 problem with the input\n');
});

test('bad input wins over findings, and the rest is still analysed', async () => {
  const { code, stdout, stderr } = await run(['check', 'broken.yaml', 'bad.yaml'], { files: { 'broken.yaml': 'a: [', 'bad.yaml': MISSPELT } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^broken.yaml:\d+: document 1: .*\n$/);
  expect(stdout).toContain(MISSPELT_MESSAGE);
});

test('bad input beside the manifests counts too', async () => {
  const { code, stderr } = await run(['check', 'good.yaml', '--baseline', 'gone.yaml'], { files: { 'good.yaml': daemonSet() } });
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'gone.yaml: there is no such file or directory\n' });
});

test('a manifest on which the analysis fails is named, and the rest is analysed', async () => {

  const of = Analysis.of;
  const spy = jest.spyOn(Analysis, 'of').mockImplementation(((manifests: any[], options: object) => {
    if (manifests.some(({ metadata }) => metadata.name === 'poison')) { throw new RangeError('Maximum call stack size exceeded'); }
    return of.call(Analysis, manifests, options);
  }) as any);
  const cwd = directoryWith({ 'a.yaml': daemonSet({ name: 'poison' }), 'b.yaml': MISSPELT });
  const { code, stdout, stderr } = await run(['check', 'a.yaml', 'b.yaml'], { cwd });
  spy.mockRestore();
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'a.yaml:1: document 1: it cannot be analysed (Maximum call stack size exceeded): please report it with the manifest at '
      + 'https://github.com/cdk8s-node-daemons/cdk8s-node-daemons/issues\n',
  });
  expect(stdout).toContain(MISSPELT_MESSAGE);
});
