import { admitDaemonSet } from '../../../src/kubernetes/admission';
import { daemonPod } from '../../../src/kubernetes/daemon-pod';
import { validatePod } from '../../../src/kubernetes/validation/pod';
import { withContainer, withPod, withPodMetadata } from '../refusals';

function refusal(manifest: Record<string, unknown>): string[] {
  const { stored, errors } = admitDaemonSet(manifest);
  expect(errors).toEqual([]);
  return validatePod(daemonPod(stored!)).map(({ type, field, detail }) => `${type} ${field}: ${detail}`);
}

describe('Kubernetes takes a DaemonSet and refuses its pods', () => {
  test('for blanks around an image', () => {
    expect(refusal(withContainer({ image: ' busybox' }))).toEqual(['FieldValueInvalid spec.containers[0].image: must not have leading or trailing whitespace']);
  });

  test('for a host port that two containers get by host networking', () => {
    const containers = ['a', 'b'].map((name) => ({ name, image: 'i', ports: [{ containerPort: 80 }] }));
    expect(refusal(withPod({ hostNetwork: true, containers }))).toEqual(['FieldValueDuplicate spec.containers[1].ports[0].hostPort: ']);
  });

  test('for a scheduling gate beside a node', () => {
    expect(refusal(withPod({ nodeName: 'n', schedulingGates: [{ name: 'a' }] }))).toEqual([
      'FieldValueForbidden spec.nodeName: cannot be set until all schedulingGates have been cleared',
    ]);
  });

  test('for a finalizer of the template without a domain', () => {
    expect(refusal(withPodMetadata({ finalizers: ['mine'] }))).toEqual([
      'FieldValueInvalid metadata.finalizers[0]: name is neither a standard finalizer name nor is it fully qualified',
    ]);
  });
});

test('a DaemonSet that is yet to be named has good pods', () => {
  const { stored } = admitDaemonSet({ ...withPod({}), metadata: { generateName: 'agent-' } });
  expect(validatePod(daemonPod(stored!))).toEqual([]);
});
