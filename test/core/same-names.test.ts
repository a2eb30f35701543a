import { App, Chart } from 'cdk8s';
import { chartOf, daemonIn } from './testing';
import { NodeDaemonOptions } from '../../src';

const errorsOf = (chart: Chart) => chart.node.root.node.findAll().flatMap(({ node }) => node.validate().map(problem => `[${node.path}] ${problem}`));
const two = (chart: Chart, options: NodeDaemonOptions, other: NodeDaemonOptions = options) => {
  daemonIn(chart, {}, options, 'one');
  daemonIn(chart, {}, other, 'other');
  return errorsOf(chart);
};
const REPLACES = "is that of 'platform/one' too, and the one replaces the other in the cluster: leave the name out, or give each its own";

test('two daemons of one name in one chart fail the synthesis', () => {
  expect(two(chartOf(), { name: 'cache', createServiceAccount: false })).toEqual([`[platform/other] DaemonSet 'cache' ${REPLACES}`]);
});

test('two objects of one name of daemons in one chart fail the synthesis', () => {
  const service = { name: 'cache', ports: [] };
  const errors = two(chartOf(), { name: 'a', service: { ...service, headless: true } }, { name: 'b', service: { ...service, headless: true } });
  expect(errors).toEqual([`[platform/other] Service 'cache' ${REPLACES}`]);
});

test('two daemons of one name are two in two charts, which may be for two clusters', () => {
  const app = new App();
  const [eu, us] = ['eu', 'us'].map(cluster => new Chart(app, cluster, { namespace: 'agents' }));
  [eu, us].forEach(chart => daemonIn(chart, {}, { name: 'cache' }));
  expect(errorsOf(eu)).toEqual([]);
});
