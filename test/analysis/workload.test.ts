import { Analysis } from '../../src/analysis/analysis';
import { Severity } from '../../src/analysis/severity';

const pod = { containers: [{ name: 'c', image: 'c:1', args: ['--pattern="^(x)$"'] }] };
const template = { metadata: { labels: { app: 'c' } }, spec: pod };
const fieldsOf = (manifest: any) => Analysis.of([{ metadata: { name: 'c' }, ...manifest }]).findings.map(({ id, field }) => `${id} ${field}`);

test.each([
  ['a Deployment', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } }, 'spec.template.spec.containers[0].args[0]'],
  ['a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec.containers[0].args[0]'],
  ['a kind of others', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { template } }, 'spec.template.spec.containers[0].args[0]'],
  ['a Pod', { apiVersion: 'v1', kind: 'Pod', spec: pod }, 'spec.containers[0].args[0]'],
])('what is wrong with the program of %s is found where its manifest has it', (_, manifest, field) => {
  expect(fieldsOf(manifest)).toEqual([`ND601 ${field}`]);
});

test('a path of the whole node that a Deployment may write is a warning, where its manifest has the mount', () => {
  const volumes = [{ name: 'log', hostPath: { path: '/var/log', type: 'Directory' } }];
  const writing = { ...pod, containers: [{ name: 'c', image: 'c:1', volumeMounts: [{ name: 'log', mountPath: '/var/log' }] }], volumes };
  const { findings } = Analysis.of([{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'c' }, spec: { template: { spec: writing } } }]);
  expect(findings).toEqual([expect.objectContaining({
    id: 'ND402',
    severity: Severity.WARNING,
    object: 'Deployment c',
    field: 'spec.template.spec.containers[0].volumeMounts[0]',
    message: "container 'c' may write all of '/var/log' of the node, which belongs to others too: "
      + 'mount it readOnly, or only the directory below it that the container writes',
  })]);
});

test.each([{ spec: null }, { spec: { template: 7 } }, { spec: { template: { spec: { containers: ['x'] } } } }, {}])('a Deployment of %j says nothing', manifest => {
  expect(fieldsOf({ apiVersion: 'apps/v1', kind: 'Deployment', ...manifest })).toEqual([]);
});
