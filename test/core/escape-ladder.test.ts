import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { chartOf, containerOf, daemonIn, manifestsOf } from './testing';
import { ContainerPort, EnvValue, HostPath, LogAgent, LogCollector, VolumeSource } from '../../src';
import { expectRefusal } from '../kubernetes/verdicts/refused';

// No release has it: that a patch can write it all the same is what is tested.
expectRefusal('unknown field "spec.template.spec.fieldOfTheFuture"');

describe('the escape ladder, rung by rung', () => {
  test('a typed prop', () => {
    expect(containerOf({ workingDir: '/srv' }).workingDir).toBe('/srv');
  });

  test('a method of the daemon underneath a ready construct', () => {
    const chart = chartOf();
    const { daemon } = new LogCollector(chart, 'logs', { agent: LogAgent.custom({ container: { image: 'collector:1' } }) });
    daemon.addContainer({ name: 'helper', image: 'helper:1' });
    daemon.addInitContainer({ name: 'prepare', image: 'prepare:1' });
    daemon.addHostPath(HostPath.readOnly('/var/log'));
    daemon.addVolume({ mountPath: '/data', source: VolumeSource.emptyDir() }, 'helper');
    daemon.addPort(ContainerPort.tcp(80));
    daemon.addEnv('NODE', EnvValue.NODE_NAME, 'helper');
    daemon.addPodLabel('team', 'nodes');
    daemon.addPodAnnotation('example.com/note', 'text');
    const { template } = manifestsOf(chart, 'DaemonSet')[0].spec;
    const [collector, helper] = template.spec.containers;
    expect(collector).toMatchObject({ ports: [{ containerPort: 80 }], volumeMounts: [{ mountPath: '/var/log' }, { mountPath: '/tmp' }] });
    expect(helper).toMatchObject({ env: [{ name: 'NODE' }], volumeMounts: [{ mountPath: '/data' }, { mountPath: '/tmp' }] });
    expect(template.spec.initContainers).toMatchObject([{ name: 'prepare' }]);
    expect(template.metadata).toMatchObject({ labels: { team: 'nodes' }, annotations: { 'example.com/note': 'text' } });
  });

  test.each([
    ['a field by its real name', '/spec/template/spec/hostPID', true],
    ['a count that cdk8s-plus would lose', '/spec/updateStrategy/rollingUpdate/maxUnavailable', '25%'],
    ['a resource that cdk8s-plus would lose', '/spec/template/spec/containers/0/resources', { limits: { 'nvidia.com/gpu': '1' } }],
    ['a field that Kubernetes does not have yet', '/spec/template/spec/fieldOfTheFuture', { mode: 'New' }],
  ])('a JSON patch of the finished manifest: %s', (_what, path, value) => {
    const chart = chartOf();
    ApiObject.of(new LogCollector(chart, 'logs', { agent: LogAgent.custom({ container: { image: 'collector:1' } }) }))
      .addJsonPatch(JsonPatch.add(path, value));
    const found = path.split('/').slice(1).reduce((at: any, step) => at[step], manifestsOf(chart, 'DaemonSet')[0]);
    expect(found).toEqual(value);
  });

  test('metadata of the DaemonSet', () => {
    const chart = chartOf();
    ApiObject.of(daemonIn(chart)).metadata.addAnnotation('example.com/owner', 'nodes');
    expect(manifestsOf(chart, 'DaemonSet')[0].metadata.annotations).toEqual({ 'example.com/owner': 'nodes' });
  });

  test('no rung does nothing: what changes after a synthesis is in the next one, and is judged', () => {
    const chart = chartOf();
    const daemon = daemonIn(chart);
    Testing.synth(chart);
    daemon.addPort(ContainerPort.tcp(80));
    expect(manifestsOf(chart, 'DaemonSet')[0].spec.template.spec.containers[0].ports).toEqual([{ containerPort: 80 }]);
    ApiObject.of(daemon).metadata.addLabel('not a label', 'x');
    expect(() => Testing.synth(chart)).toThrow(/\[platform\/agent\] ND101 the API server refuses metadata.labels/);
  });
});
