import type { PodSpec } from '../../kubernetes/wire/pod-spec';
import { answer, Check } from '../check';
import { Daemon } from '../daemon';
import { Severity } from '../severity';

/** ND210 */
export const resourceOfUnknownContainer: Check = {
  id: 'ND210',
  severity: Severity.ERROR,
  title: 'A resource is read of a container that the pod does not have',
  text: 'The API server does not look for the container. The kubelet does, and never starts the container that wants the number '
    + '(`CreateContainerConfigError`), or never mounts the volume.',
  acknowledgeable: true,
  judge(daemon) {
    const named = [...ofEnvironments(daemon), ...ofFiles(daemon.pod)].filter(({ name }) => name !== undefined && name !== '');
    const known = daemon.containers.map(({ container }) => container.name);
    return named.length === 0 ? 'does not apply' : answer(named.filter(({ name }) => !known.includes(name!)).map(({ name, field }) => ({
      field: `${field}.resourceFieldRef.containerName`,
      message: `there is no container '${name}' whose resources could be read: name one of ${known.map(one => `'${one}'`).join(', ')}`,
    })));
  },
};

function ofEnvironments({ containers }: Daemon) {
  return containers.flatMap(({ container, field }) => (container.env ?? [])
    .map(({ valueFrom }, i) => ({ name: valueFrom?.resourceFieldRef?.containerName, field: `${field}.env[${i}].valueFrom` })));
}

function ofFiles({ volumes = [] }: PodSpec) {
  return volumes.flatMap(({ downwardAPI, projected }, i) => [
    { items: downwardAPI?.items, at: 'downwardAPI' },
    ...(projected?.sources ?? []).map((source, j) => ({ items: source.downwardAPI?.items, at: `projected.sources[${j}].downwardAPI` })),
  ].flatMap(({ items = [], at }) => items
    .map(({ resourceFieldRef }, j) => ({ name: resourceFieldRef?.containerName, field: `spec.template.spec.volumes[${i}].${at}.items[${j}]` }))));
}
