import { existsSync, mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, IResolver, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { chartOf, daemonIn, manifestsOf } from './testing';
import {
  ContainerPort, DaemonContainer, EnvValue, HostPath, LabelExpression, NodeDaemonOptions, NodePlacement, NodePlatform,
} from '../../src';
import * as reading from '../../src/analysis/reading';
import { plainJson } from '../../src/core/plain-json';
import * as rendering from '../../src/core/render-daemon-set';

describe('the work of a synthesis', () => {
  afterEach(() => jest.restoreAllMocks());

  test('each daemon is rendered and read once, however many charts there are', () => {
    const read = jest.spyOn(reading, 'readingOf');
    const render = jest.spyOn(rendering, 'renderDaemonSet');
    const app = new App();
    for (let i = 0; i < 20; i++) {
      daemonIn(new Chart(app, `chart-${i}`, { namespace: 'agents' }));
    }
    app.synthYaml();
    expect([read.mock.calls.length, render.mock.calls.length]).toEqual([20, 20]);
  });

  test('a second synthesis renders again and reads nothing that did not change', () => {
    const chart = chartOf();
    daemonIn(chart);
    Testing.synth(chart);
    const read = jest.spyOn(reading, 'readingOf');
    Testing.synth(chart);
    expect(read).not.toHaveBeenCalled();
  });
});

describe('the manifest without the detour through resolvers', () => {
  const json = fc.letrec(tie => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined),
      fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true })),
  })).value;

  test('is what cdk8s writes', () => {
    fc.assert(fc.property(fc.dictionary(fc.string().filter(key => key !== '__proto__'), json, { noNullPrototype: true }), spec => {
      const object = new ApiObject(chartOf(), 'object', { apiVersion: 'v1', kind: 'Any', spec });
      expect(JSON.stringify(plainJson({ spec }))).toBe(JSON.stringify({ spec: object.toJson().spec }));
    }), { numRuns: 200 });
  });

  test('is not taken where a value must be resolved', () => {
    expect(plainJson({ late: Lazy.any({ produce: () => 1 }) })).toBeUndefined();
  });

  test('values that come late are resolved', () => {
    const chart = chartOf();
    daemonIn(chart, { args: Lazy.any({ produce: () => ['--late'] }) as any });
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].args).toEqual(['--late']);
  });

  test('resolvers of the app see every value', () => {
    const rewrite: IResolver = {
      resolve: context => {
        if (context.key.at(-1) === 'image' && !context.value.startsWith('mirror/')) {
          context.replaceValue(`mirror/${context.value}`);
        }
      },
    };
    const chart = new Chart(new App({ resolvers: [rewrite] }), 'platform');
    daemonIn(chart);
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].image).toBe('mirror/example.com/agent:1');
  });
});

describe('a failed synthesis', () => {
  test('writes nothing', () => {
    const outdir = join(mkdtempSync(join(tmpdir(), 'node-daemons-')), 'dist');
    const app = new App({ outdir });
    daemonIn(new Chart(app, 'good', { namespace: 'agents' }));
    const bad = daemonIn(new Chart(app, 'bad', { namespace: 'agents' }));
    ApiObject.of(bad).addJsonPatch(JsonPatch.add('/spec/template/spec/restartPolicy', 'Never'));
    expect(() => app.synth()).toThrow(/^Validation failed/);
    expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
    rmSync(join(outdir, '..'), { recursive: true });
  });

  test('names every daemon that is wrong', () => {
    const chart = chartOf();
    for (const id of ['first', 'second']) {
      ApiObject.of(daemonIn(chart, {}, {}, id)).addJsonPatch(JsonPatch.add('/spec/template/spec/restartPolicy', 'Never'));
    }
    expect(() => Testing.synth(chart)).toThrow(/\[platform\/first\] ND101 .*\n {2}\[platform\/second\] ND101 /);
  });
});

describe('what belongs to a daemon', () => {
  test.each<[string, NodeDaemonOptions, DaemonContainer, string]>([
    ['a Service without a port', { service: {} }, {}, 'a Service needs a port: give the container ports, or give the service ports\n'
      + "  [second/agent] ND101 the API server refuses Service 'second-agent-service-c8a712a4': spec.ports: Required value"],
    ['a Service whose daemon is found by expressions', {
      service: { headless: true }, selector: { matchExpressions: [LabelExpression.exists('app.kubernetes.io/name')] },
    }, {},
    'a Service finds pods by labels, and the selector of the daemon has none: give selector.matchLabels'],
    ['a Service with a name that only a DaemonSet may have', { name: 'a.b', service: {} }, { ports: [ContainerPort.tcp(80)] },
      'ND101 the API server refuses Service \'a.b\': metadata.name: Invalid value: "a.b": must not contain dots'],
  ])('is judged before anything is written: %s', (_what, options, container, message) => {
    const outdir = mkdtempSync(join(tmpdir(), 'node-daemons-'));
    const app = new App({ outdir });
    daemonIn(new Chart(app, 'first', { namespace: 'others' }));
    daemonIn(new Chart(app, 'second', { namespace: 'agents' }), container, options);
    expect(() => app.synth()).toThrow(new Error(`Validation failed with the following errors:\n  [second/agent] ${message}`));
    expect(readdirSync(outdir)).toEqual([]);
    rmSync(outdir, { recursive: true });
  });

  test('is patched before anything is written', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'node-daemons-'));
    const app = new App({ outdir });
    daemonIn(new Chart(app, 'first', { namespace: 'agents' }));
    const daemon = daemonIn(new Chart(app, 'second', { namespace: 'agents' }), { ports: [ContainerPort.tcp(80)] }, { service: {} });
    daemon.service!.addJsonPatch(JsonPatch.replace('/nothing/there', 1));
    expect(() => app.synth()).toThrow(/second\/agent\/Service/);
    expect(readdirSync(outdir)).toEqual([]);
    rmSync(outdir, { recursive: true });
  });
});

test('a daemon that could not be defined leaves nothing behind', () => {
  const chart = chartOf();
  expect(() => daemonIn(chart, { name: 'Wrong' })).toThrow(/container name must be/);
  expect(chart.node.children).toEqual([]);
  expect(Testing.synth(chart)).toEqual([]);
});

test('a daemon that was removed takes no port', () => {
  const chart = chartOf();
  const ports = [ContainerPort.tcp(80, { hostPort: 80 })];
  daemonIn(chart, { ports }, {}, 'old');
  chart.node.tryRemoveChild('old');
  daemonIn(chart, { ports }, {}, 'new');
  expect(manifestsOf(chart, 'DaemonSet')).toHaveLength(1);
});

describe('two daemons with one host port', () => {
  const ports = [ContainerPort.tcp(9100, { hostPort: 9100 })];
  const both = (first: object, second: object) => {
    const chart = chartOf();
    daemonIn(chart, { ports }, first, 'first');
    daemonIn(chart, { ports }, second, 'second');
    return () => Testing.synth(chart);
  };

  test('on different nodes are right', () => {
    const on = (disk: string) => ({ placement: NodePlacement.everyNode({ nodeSelector: { disk } }) });
    expect(both(on('ssd'), on('hdd'))).not.toThrow();
  });

  test('on nodes that they only may share are right', () => {
    const on = (label: string) => ({ placement: NodePlacement.everyNode({ nodeSelector: { [label]: 'yes' } }) });
    expect(both(on('a'), on('b'))).not.toThrow();
  });

  test('in clusters with different names are right', () => {
    const at = (cluster: string) => ({ platform: NodePlatform.standard({ cluster }) });
    expect(both(at('a'), at('b'))).not.toThrow();
    expect(both(at('a'), at('a'))).toThrow(/ND301/);
  });

  test('are accepted with a reason, which the manifest keeps', () => {
    const chart = chartOf();
    daemonIn(chart, { ports }, {}, 'first');
    const acknowledge = [{ id: 'ND301', reason: 'the first one is retired this week' }];
    daemonIn(chart, { ports }, { name: 'second', acknowledge }, 'second');
    const second = manifestsOf(chart, 'DaemonSet').find(({ metadata }) => metadata.name === 'second');
    expect(second.metadata.annotations).toEqual({ 'cdk8s-node-daemons/acknowledged': '{"ND301":"the first one is retired this week"}' });
    expect(second.spec.template.metadata.annotations).toBeUndefined();
  });

  test('one by host network and one by host port collide', () => {
    const chart = chartOf();
    daemonIn(chart, { ports: [ContainerPort.tcp(9100)] }, { hostNamespaces: { network: true } }, 'first');
    daemonIn(chart, { ports }, {}, 'second');
    expect(() => Testing.synth(chart)).toThrow(/\[platform\/second\] ND301 port TCP 9100 of the node is taken by 'platform\/first'/);
  });
});

test('the daemon reads no environment variable and no clock', () => {
  const chart = chartOf();
  daemonIn(chart, { env: { A: EnvValue.text('a') }, hostPaths: [HostPath.readOnly('/var/log')] });
  const first = App.of(chart).synthYaml();
  jest.useFakeTimers({ now: new Date('2040-01-01') });
  expect(App.of(chart).synthYaml()).toBe(first);
  jest.useRealTimers();
});

test('a role that others bind to the account of a daemon counts', () => {
  const chart = chartOf();
  daemonIn(chart, {}, { serviceAccountName: 'agent' });
  const object = (kind: string, fields: object) => new ApiObject(chart, kind, { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'all' }, ...fields });
  object('ClusterRole', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] });
  object('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'all' }, subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'agents' }] });
  expect(() => Testing.synth(chart)).toThrow(/\[platform\/agent\] ND405 ServiceAccount 'agent' may do everything by ClusterRole 'all'/);
});
