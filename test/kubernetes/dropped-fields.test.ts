import { withContainer, withPod, withPodMetadata } from './refusals';
import { fieldRows } from './schema-source';
import { decode } from '../../src/kubernetes/decode';
import { defaultDaemonSet } from '../../src/kubernetes/default-daemon-set';
import { droppedFields } from '../../src/kubernetes/dropped-fields';

function dropped(manifest: unknown): string[] {
  return droppedFields(decode('DaemonSet', manifest).object);
}

describe('an API server drops in silence', () => {
  test('nothing of an ordinary DaemonSet', () => expect(dropped(withPod({}))).toEqual([]));

  test('a stop signal, and the lifecycle that has nothing else', () => {
    expect(dropped(withContainer({ lifecycle: { stopSignal: 'SIGTERM' } }))).toEqual(['spec.template.spec.containers[0].lifecycle']);
    expect(dropped(withContainer({ lifecycle: { stopSignal: 'SIGTERM', preStop: { sleep: { seconds: 1 } } } }))).toEqual([
      'spec.template.spec.containers[0].lifecycle.stopSignal',
    ]);
  });

  test('the owners of files, of the first source only', () => {
    expect(dropped(withPod({ volumes: [{ name: 'v', secret: { secretName: 's', defaultUser: 1 } }] }))).toEqual(['spec.template.spec.volumes[0].secret.defaultUser']);
    expect(dropped(withPod({ volumes: [{ name: 'v', secret: { secretName: 's' }, downwardAPI: { defaultUser: 1 } }] }))).toEqual([]);
  });

  test('annotations that once were init containers', () => {
    const annotations = { 'pod.beta.kubernetes.io/init-containers': '[]', 'a': 'b' };
    expect(dropped(withPodMetadata({ annotations }))).toEqual(['spec.template.metadata.annotations[pod.beta.kubernetes.io/init-containers]']);
  });
});

describe('of the fields behind gates that no release has opened', () => {
  // The namespace of a claim's source is dropped from claims, not from the templates of claims.
  const closed = fieldRows()['apps/v1 DaemonSet']
    .filter(({ gate, enabled }) => gate !== undefined && enabled === undefined && gate !== 'CrossNamespaceVolumeDataSource');

  test('there are some', () => expect(closed.length).toBeGreaterThan(10));
  test.each(closed)('the server drops $path', ({ path, type }) => {
    const { object } = decode('DaemonSet', sample(path, type));
    expect(droppedFields(object)).toHaveLength(1);
    expect(JSON.stringify(defaultDaemonSet(object))).not.toContain(path.split('.').pop()!.replace(/\W/g, ''));
  });
});

/** A DaemonSet with little more than that field. */
function sample(path: string, type: string): unknown {
  const value: unknown = ({ int32: 1, int64: 1, bool: true, string: 'a', list: ['noexec'], object: {} } as Record<string, unknown>)[type];
  return path.split('.').reduceRight<unknown>((inner, step) => step.endsWith('[]') ? { [step.slice(0, -2)]: [inner] } : { [step]: inner }, value);
}
