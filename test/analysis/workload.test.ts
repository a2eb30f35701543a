import { Analysis } from '../../src/analysis/analysis';

const pod = { containers: [{ name: 'c', image: 'c:1', args: ['--pattern="^(x)$"'] }] };
const template = { metadata: { labels: { app: 'c' } }, spec: pod };
const fieldsOf = (manifest: any) => Analysis.of([{ metadata: { name: 'c' }, ...manifest }]).findings.map(({ id, field }) => `${id} ${field}`);

test.each([
  ['a Deployment', { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } }, 'spec.template.spec.containers[0].args[0]'],
  ['a CronJob', { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: { spec: { template } } } }, 'spec.jobTemplate.spec.template.spec.containers[0].args[0]'],
  ['a Pod', { apiVersion: 'v1', kind: 'Pod', spec: pod }, 'spec.containers[0].args[0]'],
])('what is wrong with the program of %s is found where its manifest has it', (_, manifest, field) => {
  expect(fieldsOf(manifest)).toEqual([`ND601 ${field}`]);
});

test.each([{ spec: null }, { spec: { template: 7 } }, { spec: { template: { spec: { containers: ['x'] } } } }, {}])('a Deployment of %j says nothing', manifest => {
  expect(fieldsOf({ apiVersion: 'apps/v1', kind: 'Deployment', ...manifest })).toEqual([]);
});
