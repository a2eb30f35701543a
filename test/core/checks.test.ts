import { App, Chart } from 'cdk8s';
import { chartOf, daemonIn, manifestsOf } from './testing';
import { Checks, ContainerPort, DaemonProfile, LogAgent, LogCollector, NodePlacement, UpdateStrategy } from '../../src';

const ACCEPTED = 'cdk8s-node-daemons/acknowledged';
const reasons = (chart: Chart) => manifestsOf(chart, 'DaemonSet').map(({ metadata }) => metadata.annotations?.[ACCEPTED]);
const surging = (chart: Chart, props = {}, id = 'surging') => daemonIn(chart, { ports: [ContainerPort.tcp(9100, { hostPort: 9100 })] }, {
  profile: DaemonProfile.BARE, name: id, placement: NodePlacement.exactly({ nodeSelector: { pool: id } }), updateStrategy: UpdateStrategy.rollingUpdate({ maxSurge: '1', maxUnavailable: '0' }), ...props,
}, id);

test('what is accepted for a scope is accepted in every daemon below, the earlier and the later', () => {
  const app = new App();
  const chart = new Chart(app, 'chart');
  surging(chart, {}, 'before');
  Checks.of(app).acknowledge({ id: 'ND201', reason: 'the nodes are replaced, never updated' });
  Checks.of(app).acknowledge({ id: 'ND301', reason: 'one of them is off' });
  surging(chart, {}, 'after');
  const text = '{"ND201":"the nodes are replaced, never updated","ND301":"one of them is off"}';
  expect(reasons(chart)).toEqual([text, text]);
  expect(() => app.synthYaml()).not.toThrow();
});

test('without it synthesis fails', () => {
  const chart = chartOf();
  surging(chart);
  expect(() => (chart.node.scope as App).synthYaml()).toThrow('ND201 with maxSurge');
});

test('the nearest reason counts, and that of the daemon itself first', () => {
  const chart = chartOf();
  Checks.of(chart).acknowledge({ id: 'ND201', reason: 'of the chart' });
  Checks.of(surging(chart, {}, 'a')).acknowledge({ id: 'ND201', reason: 'nearer' });
  surging(chart, { acknowledge: [{ id: 'ND201', reason: 'own' }] }, 'b');
  expect(reasons(chart)).toEqual(['{"ND201":"nearer"}', '{"ND201":"own"}']);
});

test('a ready construct hands it to the daemon underneath', () => {
  const chart = chartOf();
  const collector = new LogCollector(chart, 'logs', { agent: LogAgent.fluentd({ container: { image: 'fluentd:1' } }) });
  Checks.of(collector).acknowledge({ id: 'ND302', reason: 'never on one node' });
  expect(reasons(chart)).toEqual(['{"ND302":"never on one node"}']);
});

test('an id that no check has, and a reason that says nothing, are refused where they are typed', () => {
  const chart = chartOf();
  expect(() => Checks.of(chart).acknowledge({ id: 'ND1', reason: 'x' })).toThrow(
    `${chart.node.path}: id of an acknowledgement must be that of a check that can be accepted, got 'ND1': docs/checks.md lists them`);
  expect(() => Checks.of(chart).acknowledge({ id: 'ND201', reason: '' })).toThrow(`${chart.node.path}: reason for accepting ND201 must be given, got ''`);
});
