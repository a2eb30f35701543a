import { withPod } from './refusals';
import { admitDaemonSet } from '../../src/kubernetes/admission';
import type { DaemonPod } from '../../src/kubernetes/daemon-pod';
import { daemonPod } from '../../src/kubernetes/daemon-pod';

function podOf(fields: Record<string, unknown>, node?: string): DaemonPod {
  return daemonPod(admitDaemonSet(withPod(fields)).stored!, node);
}

describe('the pod of a daemon', () => {
  test('is bound to its node by name, in place of what the template required of nodes', () => {
    const preferred = [{ weight: 1, preference: { matchExpressions: [{ key: 'b', operator: 'Exists' }] } }];
    const required = { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] };
    const { spec } = podOf({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred,
        },
      },
    }, 'node-7');
    expect(spec.affinity).toEqual({
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-7'] }] }] },
        preferredDuringSchedulingIgnoredDuringExecution: preferred,
      },
    });
  });

  test('is named after the DaemonSet and labelled with its revision', () => {
    const { metadata } = podOf({});
    expect(metadata).toMatchObject({ generateName: 'agent-', namespace: 'default', labels: { app: 'x' } });
    expect(Object.keys(metadata.labels!)).toEqual(['app', 'controller-revision-hash', 'pod-template-generation']);
  });

  test('has the default account where the template names none', () => {
    expect(podOf({}).spec).toMatchObject({ serviceAccountName: 'default', serviceAccount: 'default' });
  });

  test('tolerates what every daemon does', () => expect(podOf({}).spec.tolerations).toHaveLength(6));
});
