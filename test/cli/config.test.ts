import { daemonSet, MISSPELT } from './manifests';
import { run } from './run';

const configured = (config: string, manifest = MISSPELT, args: readonly string[] = []) =>
  run(['check', 'a.yaml', ...args], { files: { 'node-daemons.yaml': config, 'a.yaml': manifest } });

const acknowledging = (object: string) => `acknowledge:
  - id: ND104
    object: ${object}
    reason: the kubelet is patched
`;

test.each(['DaemonSet agents/agent', 'DaemonSet agents/*', '"* agents/a*t"', '"*"'])('what %p acknowledges is counted and not printed', async object => {
  expect(await configured(acknowledging(object))).toEqual({ code: 0, stdout: '0 errors and 0 warnings in 1 object; 1 acknowledged\n', stderr: '' });
});

test.each(['DaemonSet agents/other', 'Daemon* other/*', 'DaemonSet agents/agen?'])('an acknowledgement of %p matches nothing, which is said', async object => {
  const { code, stderr } = await configured(acknowledging(`'${object}'`));
  expect({ code, stderr }).toEqual({ code: 1, stderr: `node-daemons: node-daemons.yaml:2: nothing of ND104 is found in '${object}': take the acknowledgement out\n` });
});

test('an acknowledgement of what is ignored is not missed', async () => {
  expect((await configured(`${acknowledging('DaemonSet x/y')}ignore: [ND104]\n`)).stderr).toBe('');
});

test('the reason in the manifest stands before the one in the file', async () => {
  const annotations = 'cdk8s-node-daemons/acknowledged: \'{"ND104":"mine"}\'';
  const { stdout, stderr } = await configured(acknowledging('DaemonSet agents/*'), daemonSet({ pod: 'nodeselector: {}', annotations }), ['--format', 'json']);
  expect(JSON.parse(stdout).findings).toMatchObject([{ id: 'ND104', acknowledged: 'mine' }]);
  expect(stderr).toBe('');
});

test('an ignored check finds nothing', async () => {
  expect(await configured('ignore: [ND104]')).toMatchObject({ code: 0, stderr: '' });
});

test.each(['', '# nothing yet\n', 'acknowledge:\nignore: []\n', '{}'])('%p asks for nothing', async config => {
  expect(await configured(config, daemonSet())).toMatchObject({ code: 0, stderr: '' });
});

test('a file of another name is read when it is named', async () => {
  const files = { 'ci/accepted.yaml': acknowledging('DaemonSet agents/agent'), 'a.yaml': MISSPELT };
  expect((await run(['check', 'a.yaml', '--config', 'ci/accepted.yaml'], { files })).code).toBe(0);
});

test.each([
  ['no YAML', 'acknowledge: [', '1: it is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ['a list', '- ND104', '1: the configuration must be a map with acknowledge and ignore'],
  ['an unknown setting', 'ignore: []\nacknowlege: []', "2: the configuration has no field 'acknowlege': did you mean 'acknowledge'?"],
  ['a setting like none', 'x: 1', "1: the configuration has no field 'x': it may have 'acknowledge' or 'ignore'"],
  ['no list of acknowledgements', 'acknowledge: ND104', '1: acknowledge must be a list'],
  ['an acknowledgement that is a text', 'acknowledge:\n  - ND104', '2: acknowledge[0] must be a map of id, object and reason'],
  ['an unknown id', 'ignore:\n  - ND3011', "2: ignore[0]: there is no check 'ND3011': did you mean 'ND301'?"],
  ['an id that is no text', 'ignore: [104]', '1: ignore[0] must be a text that is not empty'],
  ['an empty reason', 'acknowledge:\n  - id: ND104\n    object: DaemonSet a/b\n    reason: " "', '4: acknowledge[0].reason must be a text that is not empty'],
  ['no object', 'acknowledge:\n  - id: ND104\n    reason: because', '2: acknowledge[0].object is missing'],
  ['a misspelt field', 'acknowledge:\n  - id: ND104\n    object: DaemonSet a/b\n    reason: r\n    resaon: r', "5: acknowledge[0] has no field 'resaon': did you mean 'reason'?"],
  ['an object without its kind', 'acknowledge:\n  - {id: ND104, object: kube-proxy, reason: r}',
    "2: acknowledge[0].object must be a kind and a name such as 'DaemonSet kube-system/kube-proxy', with * for any letters, got 'kube-proxy'"],
  ['what the API server refuses', 'acknowledge:\n  - {id: ND101, object: DaemonSet a/b, reason: r}',
    '2: acknowledge[0].id: what ND101 finds cannot be acknowledged, only repaired; to see nothing of it, name it in ignore'],
])('%s is one line', async (_what, config, line) => {
  expect(await configured(config)).toEqual({ code: 2, stdout: '', stderr: `node-daemons.yaml:${line}\n` });
});

test('every mistake is said', async () => {
  const { code, stderr } = await configured('acknowledge:\n  - {id: ND999, object: x}\nignore: ND1');
  expect({ code, stderr }).toEqual({
    code: 2, stderr: `node-daemons.yaml:2: acknowledge[0].reason is missing
node-daemons.yaml:2: acknowledge[0].id: there is no check 'ND999': 'node-daemons explain' lists them
node-daemons.yaml:2: acknowledge[0].object must be a kind and a name such as 'DaemonSet kube-system/kube-proxy', with * for any letters, got 'x'
node-daemons.yaml:3: ignore must be a list
`,
  });
});
