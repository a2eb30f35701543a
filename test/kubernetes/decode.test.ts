import { withContainer, withMetadata, withPod, withSpec } from './refusals';
import type { DecodingProblem } from '../../src/kubernetes/decode';
import { decode } from '../../src/kubernetes/decode';

function problems(source: unknown): readonly DecodingProblem[] {
  return decode('DaemonSet', source).problems;
}

const POD = 'spec.template.spec';

describe('Kubernetes does not decode', () => {
  test.each([
    ['text where a number belongs', withSpec({ minReadySeconds: '5' }), 'spec.minReadySeconds', 'expected a whole number of 32 bits, got "5"'],
    ['half a second', withSpec({ minReadySeconds: 1.5 }), 'spec.minReadySeconds', 'expected a whole number of 32 bits, got 1.5'],
    ['a number over 32 bits', withSpec({ minReadySeconds: 2147483648 }), 'spec.minReadySeconds', 'expected a whole number of 32 bits, got 2147483648'],
    ['a number over 64 bits', withPod({ terminationGracePeriodSeconds: 1e19 }), `${POD}.terminationGracePeriodSeconds`, 'expected a whole number of 64 bits, got 10000000000000000000'],
    ['a number where text belongs', withMetadata({ labels: { a: 1 } }), 'metadata.labels.a', 'expected a string, got 1'],
    ['text where a choice belongs', withPod({ hostNetwork: 'true' }), `${POD}.hostNetwork`, 'expected true or false, got "true"'],
    ['an object where a list belongs', withPod({ containers: {} }), `${POD}.containers`, 'expected a list, got an object'],
    ['a list where an object belongs', withPod({ securityContext: [] }), `${POD}.securityContext`, 'expected an object, got a list'],
    ['text where a map belongs', withPod({ nodeSelector: 'linux' }), `${POD}.nodeSelector`, 'expected a map, got "linux"'],
    ['a number in a list of texts', withContainer({ args: ['a', 1] }), `${POD}.containers[0].args[1]`, 'expected a string, got 1'],
    ['text as a container', withPod({ containers: ['a'] }), `${POD}.containers[0]`, 'expected an object, got "a"'],
    ['half a port', withSpec({ updateStrategy: { rollingUpdate: { maxSurge: 0.5 } } }), 'spec.updateStrategy.rollingUpdate.maxSurge', 'expected a whole number of 32 bits or a string, got 0.5'],
    ['a time without its time', withMetadata({ creationTimestamp: '2024-01-01' }), 'metadata.creationTimestamp', 'expected a time such as 2006-01-02T15:04:05Z, got "2024-01-01"'],
    ['a choice as an amount', withContainer({ resources: { limits: { cpu: true } } }), `${POD}.containers[0].resources.limits.cpu`, 'expected a quantity, got true'],
  ])('%s', (_, manifest, field, detail) => expect(problems(manifest)).toEqual([{ field, detail, kind: 'type' }]));

  test('an amount that is none', () => {
    const [problem] = problems(withContainer({ resources: { limits: { cpu: '1kk' } } }));
    expect(problem).toMatchObject({ field: `${POD}.containers[0].resources.limits.cpu`, kind: 'type' });
    expect(problem.detail).toMatch(/^expected a quantity, got "1kk": /);
  });

  test('fields that it does not know', () => {
    expect(problems({ ...withContainer({ commands: ['a'] }), extra: 1 })).toEqual([
      { field: `${POD}.containers[0].commands`, detail: 'unknown field', kind: 'unknown' },
      { field: 'extra', detail: 'unknown field', kind: 'unknown' },
    ]);
  });
});

describe('Kubernetes decodes', () => {
  test('fields of a later release when that is allowed, and keeps them', () => {
    const { object, problems: found } = decode('DaemonSet', withPod({ future: { a: 1 } }), { allowUnknown: true });
    expect(found).toEqual([]);
    expect(object.spec.template.spec).toMatchObject({ future: { a: 1 } });
  });

  test('null as absence', () => {
    const { object, problems: found } = decode('DaemonSet', withPod({ nodeSelector: null, hostNetwork: null, volumes: null }));
    expect(found).toEqual([]);
    expect(Object.keys(object.spec.template.spec!)).toEqual(['containers']);
  });

  test('undefined as absence', () => {
    const { object } = decode('DaemonSet', withContainer({ imagePullPolicy: undefined }));
    expect(Object.keys(object.spec.template.spec!.containers![0])).toEqual(['name', 'image', 'resources']);
  });

  test('null in a list or a map as zero', () => {
    const { object } = decode('DaemonSet', withContainer({ args: [null], env: [null] }));
    expect(object.spec.template.spec!.containers![0]).toMatchObject({ args: [''], env: [{ name: '' }] });
  });

  test('zero as absence where the two are the same', () => {
    const { object } = decode('DaemonSet', withPod({ hostNetwork: false, nodeName: '', nodeSelector: {}, terminationGracePeriodSeconds: 0 }));
    expect(object.spec.template.spec).toEqual({ containers: [{ name: 'c0', image: 'busybox', resources: {} }], terminationGracePeriodSeconds: 0 });
  });

  test('amounts into their one spelling', () => {
    const { object } = decode('DaemonSet', withContainer({ resources: { limits: { cpu: 0.5, memory: '1024Mi' } } }));
    expect(object.spec.template.spec!.containers![0].resources).toEqual({ limits: { cpu: '500m', memory: '1Gi' } });
  });

  test('amounts over all suffixes as they are written, for the server would write others', () => {
    const { object } = decode('DaemonSet', withContainer({ resources: { limits: { cpu: '1000E' } } }));
    expect(object.spec.template.spec!.containers![0].resources).toEqual({ limits: { cpu: '1000E' } });
  });

  test('bytes of a ConfigMap as base64, and as a list of numbers too', () => {
    expect(decode('ConfigMap', { binaryData: { a: 'aGk=', b: [104, 105] } }).object.binaryData).toEqual({ a: 'aGk=', b: 'aGk=' });
    expect(decode('ConfigMap', { binaryData: { a: 'hi!' } }).problems).toHaveLength(1);
  });

  test('without a change to what it is given, and shares what it need not change', () => {
    const manifest = withContainer({ resources: { limits: { cpu: '0.5' } }, args: ['a'] });
    const before = structuredClone(manifest);
    const { object } = decode('DaemonSet', manifest);
    expect(manifest).toEqual(before);
    expect(object.metadata).toBe(manifest.metadata);
  });
});
