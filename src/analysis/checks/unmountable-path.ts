import { isAbsolutePath } from '../../kubernetes/host-path';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** Options as `docker run -v` takes them after the path. */
const OPTIONS = /:((?:(?:ro|rw|z|Z|r?private|r?shared|r?slave|nocopy|cached|delegated|consistent)(?:,|$))+)$/;

/** ND211 */
export const unmountablePath: Check = {
  id: 'ND211',
  severity: Severity.ERROR,
  title: 'A path of the node is relative, or a mount path ends in mount options',
  text: 'The API server takes both. A container runtime finds no relative path on the node. Options such as `:ro` are how `docker run -v` is told; in a '
    + '`mountPath` they become part of the directory\'s name: [kubernetes#129453](https://github.com/kubernetes/kubernetes/issues/129453).',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const relative = (pod.volumes ?? []).flatMap(({ name, hostPath }, i) => hostPath === undefined || isAbsolutePath(hostPath.path) ? [] : [{
      field: `spec.template.spec.volumes[${i}].hostPath.path`,
      message: `volume '${name}' has the path '${hostPath.path}' of the node, which does not start at the root: write '/${hostPath.path}'`,
    }]);
    const optioned = containers.flatMap(({ container, field }) => (container.volumeMounts ?? []).flatMap(({ mountPath }, i) => {
      const [, options] = OPTIONS.exec(mountPath) ?? [];
      return options === undefined ? [] : [{
        field: `${field}.volumeMounts[${i}].mountPath`,
        message: `container '${container.name}' has '${options}' in the mount path '${mountPath}', where it is part of the name: `
          + `write '${mountPath.slice(0, -options.length - 1)}', and readOnly: true or mountPropagation beside it`,
      }];
    }));
    return answer([...relative, ...optioned]);
  },
};
