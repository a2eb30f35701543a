import { chartOf, daemonIn, manifestsOf } from './testing';
import { ContainerAutoscaling, ControlledValues, VerticalAutoscaler } from '../../src';

const specOf = (verticalAutoscaler: VerticalAutoscaler): any => {
  const chart = chartOf();
  daemonIn(chart, {}, { name: 'agent', verticalAutoscaler });
  return manifestsOf(chart, 'VerticalPodAutoscaler')[0].spec;
};

test('an autoscaler targets the DaemonSet', () => {
  const chart = chartOf();
  const daemon = daemonIn(chart, {}, { name: 'agent', verticalAutoscaler: VerticalAutoscaler.off({ labels: { team: 'a' } }) });
  expect(daemon.verticalAutoscaler!.toJson()).toMatchObject({
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: { name: 'agent', namespace: 'agents', labels: { 'app.kubernetes.io/name': 'agent', 'team': 'a' } },
    spec: { targetRef: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent' }, updatePolicy: { updateMode: 'Off' } },
  });
});

test('the DaemonSet is found by the name that it got, too', () => {
  const chart = chartOf();
  const daemon = daemonIn(chart, {}, { verticalAutoscaler: VerticalAutoscaler.off() });
  expect(manifestsOf(chart, 'VerticalPodAutoscaler')[0].spec.targetRef.name).toBe(daemon.name);
});

test.each<[string, VerticalAutoscaler]>([
  ['Off', VerticalAutoscaler.off()],
  ['Initial', VerticalAutoscaler.initial()],
  ['Recreate', VerticalAutoscaler.recreate()],
  ['InPlaceOrRecreate', VerticalAutoscaler.inPlaceOrRecreate()],
])('the mode %s is said', (updateMode, autoscaler) => {
  expect(specOf(autoscaler).updatePolicy).toEqual({ updateMode });
});

test('each container has its bounds, or is left alone', () => {
  expect(specOf(VerticalAutoscaler.recreate({
    name: 'agents',
    minReplicas: 1,
    containers: {
      'agent': {
        minAllowed: { cpu: '10m', memory: '32Mi' },
        maxAllowed: { cpu: '1', memory: '1Gi' },
        controlledResources: ['memory'],
        controlledValues: ControlledValues.REQUESTS_ONLY,
      },
      '*': { enabled: false },
    },
  }))).toMatchObject({
    updatePolicy: { updateMode: 'Recreate', minReplicas: 1 },
    resourcePolicy: {
      containerPolicies: [
        {
          containerName: 'agent',
          minAllowed: { cpu: '10m', memory: '32Mi' },
          maxAllowed: { cpu: '1', memory: '1Gi' },
          controlledResources: ['memory'],
          controlledValues: 'RequestsOnly',
        },
        { containerName: '*', mode: 'Off' },
      ],
    },
  });
});

test('there is none where none was asked for, as clusters without its definition refuse it', () => {
  const chart = chartOf();
  daemonIn(chart);
  expect(manifestsOf(chart, 'VerticalPodAutoscaler')).toEqual([]);
});

test('a container that is not there fails, as the autoscaler would say nothing', () => {
  expect(() => specOf(VerticalAutoscaler.off({ containers: { exporter: {} } })))
    .toThrow(/verticalAutoscaler names the container 'exporter', and there are 'agent'/);
});

test('a container may come later', () => {
  const chart = chartOf();
  daemonIn(chart, {}, { verticalAutoscaler: VerticalAutoscaler.off({ containers: { helper: {} } }) }).addContainer({ name: 'helper', image: 'helper:1' });
  expect(manifestsOf(chart, 'VerticalPodAutoscaler')).toHaveLength(1);
});

const scaling = (agent: ContainerAutoscaling) => () => VerticalAutoscaler.off({ containers: { agent } });

test.each<[string, () => unknown, string]>([
  ['a minimum above the maximum', scaling({ minAllowed: { memory: '1Gi' }, maxAllowed: { memory: '1000Mi' } }),
    "minAllowed.memory of 'agent' must be at most maxAllowed.memory, '1000Mi', got '1Gi'"],
  ['no amount', scaling({ minAllowed: { cpu: 'much' } }), "minAllowed of 'agent' for cpu must be whole thousandths such as '100m', got 'much'"],
  ['less than a thousandth of a CPU', scaling({ maxAllowed: { cpu: '1500u' } }), "maxAllowed of 'agent' for cpu must be whole thousandths such as '100m', got '1500u'"],
  ['a part of a byte', scaling({ maxAllowed: { memory: '100m' } }), "maxAllowed of 'agent' for memory must be whole bytes such as '64Mi', got '100m'"],
  ['a resource that it does not scale', scaling({ maxAllowed: { 'nvidia.com/gpu': '1' } }),
    "maxAllowed of 'agent' must be quantities of 'cpu' and 'memory', which is all that the autoscaler scales, got 'nvidia.com/gpu'"],
  ['a controlled resource that it does not scale', scaling({ controlledResources: ['ephemeral-storage'] }),
    "controlledResources of 'agent' must be 'cpu', 'memory' or both, got [\"ephemeral-storage\"]"],
  ['bounds of what is not scaled', scaling({ enabled: false, maxAllowed: { cpu: '1' } }),
    "autoscaling of 'agent' must be without other props where enabled is false, got [\"maxAllowed\"]"],
  ['half a pod', () => VerticalAutoscaler.off({ minReplicas: 0.5 }), 'minReplicas of the autoscaler must be a whole number from 1, got 0.5'],
  ['a name that no object has', () => VerticalAutoscaler.off({ name: 'A' }),
    "name of the autoscaler must be at most 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends, got 'A'"],
])('%s is an error', (_what, define, message) => {
  expect(define).toThrow(new Error(message));
});
