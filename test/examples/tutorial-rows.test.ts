import { manifests } from './example';
import { asDaemonSet, comparisonOf, pairs } from './pairs';
import { ROWS } from './rows';
import { identical } from '../../src/kubernetes/equality';

describe.each(ROWS)('row %s', (row, example, file, tutorial) => {
  test('comes out identical', () => {
    const [manifest] = manifests(example, `${file}.k8s.yaml`);
    expect(identical(asDaemonSet(manifest), asDaemonSet(tutorial))).toEqual([]);
  });

  test('is identical for Kubernetes, which would start no rollout', () => {
    const { a, b } = pairs().find(pair => pair.row === row)!;
    expect(comparisonOf(a, b)).toMatchObject({ identical: true, rollout: false });
  });
});

describe.each(ROWS.filter(([, , , { kind }]: any) => kind === 'Deployment'))('the client of row %s', (_, example, file, { metadata, spec }: any) => {
  test('has the name and all that is not of its pods, too', () => {
    const [client] = manifests(example, `${file}.k8s.yaml`);
    expect({ ...client, spec: { ...client.spec, selector: {}, template: {} } })
      .toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: { ...spec, selector: {}, template: {} } });
  });
});

describe('a rollout of row L3', () => {
  const [before] = manifests('l3-rollout', 'tutorial-before.k8s.yaml');
  const [after] = manifests('l3-rollout', 'tutorial-after.k8s.yaml');

  test('changes the image and nothing else', () => {
    expect(identical(before, after).map(({ path }) => path)).toEqual(['spec.template.spec.containers[0].image']);
  });

  test('is one for Kubernetes', () => {
    expect(comparisonOf(before, after)).toMatchObject({ identical: false, rollout: true });
  });
});
