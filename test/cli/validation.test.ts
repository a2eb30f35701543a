import { join } from 'path';
import { daemonSet } from './manifests';
import { directoryWith } from './run';
import { NodeDaemonsValidation } from '../../cli/validation';

async function reportOn(text: string, properties?: object): Promise<{ status?: string; violations: any[] }> {
  const file = join(directoryWith({ 'app.k8s.yaml': text }), 'app.k8s.yaml');
  const reported: { status?: string; violations: any[] } = { violations: [] };
  await new NodeDaemonsValidation(properties).validate({
    manifests: [file],
    report: { addViolation: violation => reported.violations.push(violation), submit: status => { reported.status = status; } },
  });
  return JSON.parse(JSON.stringify(reported).split(file).join('FILE'));
}

const SURGING = daemonSet({ name: 'agent', hostPort: 9100 }).replace('maxUnavailable: 10%', 'maxUnavailable: 0\n      maxSurge: 1');

test('an error fails the synthesis, with the name by which cdk8s finds the construct', async () => {
  const { status, violations } = await reportOn(SURGING);
  expect(status).toBe('failure');
  expect(violations.find(({ ruleName }) => ruleName.startsWith('ND201'))).toEqual({
    ruleName: 'ND201 (error)',
    recommendation: 'A surge rollout of a daemon with host ports never ends',
    fix: "what each location says; 'node-daemons explain ND201' has more",
    violatingResources: [{
      resourceName: 'agent',
      locations: [expect.stringContaining('spec.updateStrategy.rollingUpdate.maxSurge: with maxSurge the new pod waits for ever')],
      manifestPath: 'FILE',
    }],
  });
});

test('warnings are reported, and fail only where that is asked for', async () => {
  const text = daemonSet({ name: 'agent', pod: 'tolerations: [{ operator: Exists }]' });
  expect(await reportOn(text)).toMatchObject({ status: 'success', violations: expect.arrayContaining([expect.objectContaining({ ruleName: 'ND226 (warning)' })]) });
  expect((await reportOn(text, { failOn: 'warning' })).status).toBe('failure');
});

test('an ignored check reports nothing', async () => {
  const { status, violations } = await reportOn(SURGING, { ignore: ['ND201'] });
  expect(status).toBe('success');
  expect(violations.map(({ ruleName }) => ruleName)).not.toContain('ND201 (error)');
});

test('a file that cannot be read fails', async () => {
  expect(await reportOn('a: [')).toMatchObject({ status: 'failure', violations: [{ ruleName: 'input', violatingResources: [{ resourceName: 'FILE' }] }] });
});

test.each([
  [{ failon: 'error' }, "the validation has no property 'failon': give failOn, kubernetesVersion, ignore"],
  [{ failOn: 'info' }, "failOn must be error or warning, got 'info'"],
  [{ ignore: ['ND999'] }, "ignore: there is no check 'ND999'"],
])('%j is refused', (properties, message) => {
  expect(() => new NodeDaemonsValidation(properties as object)).toThrow(message);
});
