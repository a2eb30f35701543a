import { answer, Check } from '../check';
import { isNamedByContent, restartsOnChange, sourcesOfVolume } from '../configuration';
import { mountedPaths } from '../mounted-paths';
import { Severity } from '../severity';

/** ND509 */
export const configurationBySubPath: Check = {
  id: 'ND509',
  severity: Severity.WARNING,
  title: 'A file of a ConfigMap or Secret is mounted by subPath, and never changes again',
  text: 'The kubelet updates mounted ConfigMaps and Secrets, but not what is mounted by `subPath`: '
    + '[ConfigMaps](https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically), '
    + '[elastic/helm-charts#632](https://github.com/elastic/helm-charts/issues/632). Mount the directory, or let a checksum of the content in an '
    + 'annotation of the pod template restart the pods.',
  acknowledgeable: true,
  judge(daemon) {
    // A container that ends before the others start has read it by then.
    const parts = daemon.containers.filter(({ isInit }) => !isInit).flatMap(placed => mountedPaths(daemon.pod, placed)).filter(({ isPart }) => isPart);
    const fixed = parts
      .map(mount => ({ ...mount, sources: mount.volume === undefined ? [] : sourcesOfVolume(mount.volume).filter(source => !isNamedByContent(source)) }))
      .filter(({ sources }) => sources.length > 0);
    return fixed.length === 0 ? 'does not apply' : restartsOnChange(daemon) ? 'holds' : answer(fixed.map(({ by, field, mountPath, sources: [{ kind, name }] }) => ({
      field: `${field}.subPath`,
      message: `container '${by}' keeps the '${mountPath}' that it started with, whatever ${kind} '${name}' says later: `
        + 'mount the whole directory, or add an annotation with a checksum of it to the pod template',
    })));
  },
};
