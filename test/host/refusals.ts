import { Daemon } from '../../src/analysis/daemon';
import { renderError } from '../../src/kubernetes/field-error';
import type { Container } from '../../src/kubernetes/wire/container';
import type { DaemonSetUpdateStrategy } from '../../src/kubernetes/wire/daemon-set';
import type { PodSpec } from '../../src/kubernetes/wire/pod-spec';

/** Parts of a DaemonSet that is otherwise right. */
export interface Parts {
  readonly pod?: Partial<PodSpec>;
  readonly container?: Partial<Container>;
  readonly updateStrategy?: DaemonSetUpdateStrategy;
}

/** What the API server would refuse of a DaemonSet with these parts. */
export function refusals({ pod, container, updateStrategy }: Parts): string[] {
  const labels = { app: 'agent' };
  const { problems, errors } = new Daemon(() => 'agent', {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', namespace: 'agents' },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy,
      template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'example.com/agent:1', ...container }], ...pod } },
    },
  });
  return [...problems.map(({ field, detail }) => `${field}: ${detail}`), ...errors.map(renderError)];
}
