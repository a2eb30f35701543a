import { Check } from '../check';
import { Severity } from '../severity';

/** ND220 */
export const fsGroupOnHostPaths: Check = {
  id: 'ND220',
  severity: Severity.WARNING,
  title: 'fsGroup is set, and all volumes are paths of the node, which it does not change',
  text: 'The kubelet gives the files of other volumes to `fsGroup`, and never those of the node: '
    + '[kubernetes#138411](https://github.com/kubernetes/kubernetes/issues/138411). Only processes get the group; where that is meant, '
    + '`supplementalGroups` says so.',
  acknowledgeable: true,
  judge({ pod: { securityContext, volumes = [] } }) {
    const group = securityContext?.fsGroup;
    if (group === undefined || volumes.length === 0) {
      return 'does not apply';
    }
    return volumes.some(({ hostPath }) => hostPath === undefined) ? 'holds' : [{
      field: 'spec.template.spec.securityContext.fsGroup',
      message: `fsGroup ${group} changes no file, as all volumes are paths of the node: leave it out; an init container that runs as root can change `
        + 'owners, and supplementalGroups gives the processes a group',
    }];
  },
};
