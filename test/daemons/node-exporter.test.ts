import { Testing } from 'cdk8s';
import { ContainerPort, DaemonProfile, MetricsAgent, NodeExporter, NodeExporterProps, NodePlatform } from '../../src';
import { chartOf, manifestsOf } from '../core/testing';

const CUSTOM = MetricsAgent.custom({ container: { image: 'example.com/exporter:1.2.3', ports: [ContainerPort.tcp(9400, { name: 'metrics' })] } });

function podOf(props: NodeExporterProps, namespace = 'monitoring'): any {
  const chart = chartOf(namespace);
  new NodeExporter(chart, 'metrics', props);
  return manifestsOf(chart, 'DaemonSet')[0].spec.template.spec;
}

test('defaults of a program of your own', () => {
  const chart = chartOf();
  new NodeExporter(chart, 'metrics', { agent: CUSTOM });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('its pods go before those of users where the cluster allows it', () => {
  expect(podOf({ agent: CUSTOM }).priorityClassName).toBe('system-cluster-critical');
  expect(podOf({ agent: CUSTOM, platform: NodePlatform.gke() }).priorityClassName).toBeUndefined();
});

test('with BARE, a program of your own is the container as it is written', () => {
  const { containers, priorityClassName } = podOf({ profile: DaemonProfile.BARE, agent: CUSTOM });
  expect(containers).toEqual([{ name: 'exporter', image: 'example.com/exporter:1.2.3', ports: [{ name: 'metrics', containerPort: 9400 }] }]);
  expect(priorityClassName).toBeUndefined();
});

test('what is no program is an error, also without types', () => {
  expect(() => podOf({ agent: { image: 'exporter:1' } as any })).toThrow(new Error(
    'platform/metrics: agent must be a program such as MetricsAgent.prometheus(), got {"image":"exporter:1"}'));
});
