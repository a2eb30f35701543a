import { ApiObject, App, Chart, Include, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { chartOf, daemonIn, manifestsOf } from './testing';
import { changeContainers, ContainerChoice, podEdit, withEnv } from '../../src/core/edit-pod';
import { editWorkload } from '../../src/core/workload-edits';

const SET = { name: 'ADDRESS', value: 'here' };

function set(workload: any, choice: ContainerChoice = {}, variable: { name: string; value: string } = SET): void {
  editWorkload(workload, podEdit(pod => changeContainers(pod, choice, container => withEnv(container, variable))));
}

function deployment(chart: Chart, id = 'client'): kplus.Deployment {
  return new kplus.Deployment(chart, id, { containers: [{ name: 'shop', image: 'shop:1', envVariables: { OWN: kplus.EnvValue.fromValue('x') } }] });
}

function envOf(chart: Chart, kind = 'Deployment'): any {
  return manifestsOf(chart, kind)[0].spec.template.spec.containers.map(({ env }: any) => env);
}

describe('an edit of a workload', () => {
  test('comes behind what the workload has, patches and later additions included', () => {
    const chart = chartOf();
    const client = deployment(chart);
    set(client);
    ApiObject.of(client).addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/env/-', { name: 'PATCHED', value: 'y' }));
    client.containers[0].env.addVariable('LATER', kplus.EnvValue.fromValue('z'));
    expect(envOf(chart)).toEqual([[
      { name: 'OWN', value: 'x' }, { name: 'LATER', value: 'z' }, { name: 'PATCHED', value: 'y' }, SET,
    ]]);
  });

  test('is there once, however often it is made, and in every synthesis', () => {
    const chart = chartOf();
    const client = deployment(chart);
    set(client);
    set(client);
    expect(envOf(chart)[0].filter(({ name }: any) => name === 'ADDRESS')).toHaveLength(1);
    expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
  });

  test('of a daemon is judged with it', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart);
    set(daemon, {}, { name: 'not a\tname=', value: 'x' });
    expect(() => Testing.synth(chart)).toThrow(/\[platform\/agent\] ND101 the API server refuses spec.template.spec.containers\[0\].env\[0\].name/);
  });

  test('reaches a construct whose object is called Default or Resource', () => {
    const chart = chartOf();
    const wrapped = new Construct(chart, 'wrapped');
    new kplus.Deployment(wrapped, 'Default', { containers: [{ name: 'shop', image: 'shop:1' }] });
    set(wrapped);
    expect(envOf(chart)).toEqual([[SET]]);
  });
});

describe('what cannot be fails the synthesis, on the construct of the workload', () => {
  test('a container that it has not', () => {
    const chart = chartOf();
    const client = deployment(chart);
    set(client, { containers: ['shopp'] });
    expect(() => ApiObject.of(client).toJson()).toThrow(
      new Error("platform/client: container must be one of 'shop', got 'shopp': name one of those, or none for all"));
    expect(() => (chart.node.root as App).synthYaml()).toThrow(
      "[platform/client] container must be one of 'shop', got 'shopp': name one of those, or none for all");
  });

  test('a variable with another value', () => {
    const chart = chartOf();
    const client = deployment(chart);
    set(client, {}, { name: 'OWN', value: 'here' });
    expect(() => (chart.node.root as App).synthYaml()).toThrow("[platform/client] environment variable 'OWN' of container 'shop' must be 'here', "
      + "as it is set here, got 'x': take that one away, or give this one another name");
  });
});

describe('what makes no pods is refused where it was typed', () => {
  test.each([
    ['no construct', () => ({ kind: 'Deployment' }), 'workload must be a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object '
      + 'with a pod template, got {"kind":"Deployment"}: give the construct, not its manifest'],
    ['a Service', (chart: Chart) => new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service' }), "'platform/service' must be a Deployment, "
      + "StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template, got 'v1 Service': it has no pod template where workloads have theirs: give the object that makes the pods"],
    ['a construct without objects', (chart: Chart) => new Construct(chart, 'empty'), "'platform/empty' must be one object, "
      + "got 'a construct without one': give a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template"],
  ])('%s', (_what, of: (chart: Chart) => any, message) => {
    const chart = chartOf();
    expect(() => set(of(chart))).toThrow(new Error(message));
  });

  test('a file with several objects, whose names are said', () => {
    const chart = chartOf();
    const include = new Include(chart, 'file', { url: 'examples/platform/namespace.k8s.yaml' });
    new ApiObject(include, 'second', { apiVersion: 'v1', kind: 'Service' });
    expect(() => set(include)).toThrow(
      /^'platform\/file' must be one object, got 'a construct with 2 of them and none called Default': give the one that makes the pods: 'platform\/file\//);
  });
});
