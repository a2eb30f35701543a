import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { daemonSet, MISSPELT, MISSPELT_MESSAGE } from './manifests';
import { run } from './run';
import { ALL_CHECKS } from '../../cli/check/known-ids';
import { hasColours } from '../../cli/format/colours';
import { github } from '../../cli/format/github';
import { text } from '../../cli/format/text';
import { Finding } from '../../src/analysis/finding';
import { Severity } from '../../src/analysis/severity';

const FILES = {
  'a dir/100%.yaml': MISSPELT,
  'broken.yaml': 'a: [',
  'known.yaml': daemonSet({ name: 'known', pod: 'nodeselector: {}' }),
  'own.yaml': daemonSet({ name: 'own', pod: 'nodeselector: {}', annotations: 'cdk8s-node-daemons/acknowledged: \'{"ND104":"by its owner"}\'' }),
  'node-daemons.yaml': 'acknowledge: [{id: ND104, object: DaemonSet agents/known, reason: by us}]',
};
const formatted = async (format: string) => run(['check', '--format', format, 'a dir', 'broken.yaml', 'known.yaml', 'own.yaml'], { files: FILES });
const FINDING: Finding & { file: string; document: number } = {
  id: 'ND301', severity: Severity.ERROR, message: 'first\nsecond: 100%, \u001b[31mred', object: 'DaemonSet a/b', position: 0, acknowledgeable: true, file: 'a:b,c.yaml', document: 1,
};

describe('text', () => {
  test.each([
    [false, {}, false],
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('on a terminal %p with %p, colours are %p', (isTerminal, env, colours) => {
    expect(hasColours({ isTerminal, env })).toBe(colours);
  });

  test('a severity has its colour, an object stands out', async () => {
    const { stdout } = await run(['check', 'a.yaml'], { files: { 'a.yaml': MISSPELT }, isTerminal: true });
    expect(stdout).toContain('\u001b[1mDaemonSet agents/agent\u001b[22m\n');
    expect(stdout).toContain(': \u001b[31merror\u001b[39m ND104 ');
  });

  test('a message is one line that no terminal takes for a command', () => {
    expect(text({ findings: [FINDING], badInput: [], objects: 1 }, false))
      .toBe('DaemonSet a/b\na:b,c.yaml: error ND301 first second: 100%,  [31mred\n\n1 error and 0 warnings in 1 object\n');
  });
});

describe('github', () => {
  test('findings and bad input are commands of a workflow', async () => {
    const { code, stdout } = await formatted('github');
    expect(code).toBe(2);
    expect(stdout.replace(/line=\d+/g, 'line=N').split('\n')).toEqual([
      expect.stringMatching(/^::error file=broken.yaml,line=N,title=bad input::document 1: /),
      `::error file=a dir/100%25.yaml,line=N,title=ND104::DaemonSet agents/agent: ${MISSPELT_MESSAGE}`,
      '',
    ]);
  });

  test('letters that mean something to GitHub are escaped', () => {
    expect(github({ findings: [{ ...FINDING, line: 3 }], badInput: [], objects: 1 }, '/'))
      .toBe('::error file=a%3Ab%2Cc.yaml,line=3,title=ND301::DaemonSet a/b: first%0Asecond: 100%25, \u001b[31mred\n');
  });

  test('a warning is a warning, and what is worth knowing a notice', () => {
    const findings = [Severity.WARNING, Severity.INFO].map(severity => ({ ...FINDING, severity }));
    expect(github({ findings, badInput: [], objects: 1 }, '/').match(/^::\w+/gm)).toEqual(['::warning', '::notice']);
  });
});

describe('json', () => {
  test('it has everything, the acknowledged too', async () => {
    const { stdout } = await formatted('json');
    const finding = { id: 'ND104', severity: 'error', field: 'spec.template.spec.nodeselector', document: 1, acknowledgeable: true, fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) };
    expect(JSON.parse(stdout)).toEqual({
      objects: 3,
      findings: [
        { ...finding, object: 'DaemonSet agents/agent', file: 'a dir/100%.yaml', line: expect.any(Number), message: MISSPELT_MESSAGE },
        { ...finding, object: 'DaemonSet agents/known', file: 'known.yaml', line: expect.any(Number), message: MISSPELT_MESSAGE, acknowledged: 'by us' },
        { ...finding, object: 'DaemonSet agents/own', file: 'own.yaml', line: expect.any(Number), message: MISSPELT_MESSAGE, acknowledged: 'by its owner' },
      ],
      badInput: [{ file: 'broken.yaml', line: expect.any(Number), document: 1, message: expect.any(String) }],
      daemons: ['agent', 'known', 'own'].map(name => expect.objectContaining({ name, namespace: 'agents', images: [`example.com/${name}:1`], line: 1 })),
      namespaces: [expect.objectContaining({ name: 'agents' })],
    });
  });
});

describe('sarif', () => {
  const validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(jest.requireActual('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

  test('it is valid, with findings, bad input and suppressions', async () => {
    const { stdout } = await formatted('sarif');
    const log = JSON.parse(stdout);
    validate(log);
    expect(validate.errors).toBeNull();
    const [{ invocations, results }] = log.runs;
    expect(invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }]);
    expect(results.map(({ suppressions }: any) => suppressions))
      .toEqual([[], [{ kind: 'external', justification: 'by us' }], [{ kind: 'inSource', justification: 'by its owner' }]]);
    expect(results[0]).toMatchObject({
      ruleId: 'ND104',
      level: 'error',
      message: { text: `DaemonSet agents/agent: ${MISSPELT_MESSAGE}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20dir/100%25.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: expect.any(Number) } } }],
    });
  });

  test('every check is a rule with its text', async () => {
    const { stdout } = await run(['check', '-', '--format', 'sarif'], { stdin: '' });
    const [{ tool: { driver } }] = JSON.parse(stdout).runs;
    expect(driver.rules.map(({ id, helpUri }: any) => `${id} ${helpUri.replace(/.*#/, '')}`)).toEqual(ALL_CHECKS.map(({ id }) => `${id} ${id.toLowerCase()}`));
    expect(driver.rules.every(({ help, shortDescription }: any) => help.text !== '' && shortDescription.text !== '')).toBe(true);
  });

  test('without findings it is valid too', async () => {
    const log = JSON.parse((await run(['check', '-', '--format', 'sarif'], { stdin: daemonSet() })).stdout);
    validate(log);
    expect(validate.errors).toBeNull();
    expect(log.runs[0].results).toEqual([]);
  });
});
