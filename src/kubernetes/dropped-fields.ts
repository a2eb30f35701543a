import { differences } from './difference';
import { dropDisabledFields } from './disabled-fields';
import type { DaemonSet } from './wire/daemon-set';

/**
 * The paths of what an API server with default feature gates drops in silence from a DaemonSet.
 *
 * @param daemonSet decoded
 */
export function droppedFields(daemonSet: DaemonSet): string[] {
  const template = { ...daemonSet.spec.template, spec: daemonSet.spec.template?.spec ?? { containers: [] } };
  const kept = dropDisabledFields(template);
  if (kept === template) { return []; }
  return differences('PodTemplateSpec', template, kept, 'spec.template', { quantities: 'text', order: () => 'ordered' }).map(({ path }) => path);
}
