import { Check } from '../check';
import { Severity } from '../severity';

/** ND201 https://github.com/kubernetes/kubernetes/issues/106417 */
export const surgeWithHostPorts: Check = {
  id: 'ND201',
  severity: Severity.ERROR,
  title: 'A surge rollout of a daemon with host ports never ends',
  text: 'With `maxSurge` the new pod starts beside the old one, and the scheduler gives a port of a node to one of them only. The new '
    + 'pod waits for the port, and the old one for the new pod: '
    + '[kubernetes#106417](https://github.com/kubernetes/kubernetes/issues/106417).',
  acknowledgeable: true,
  judge({ defaulted, outline: { hostPorts: ports } }) {
    const surge = defaulted.spec?.updateStrategy?.rollingUpdate?.maxSurge ?? 0;
    if (surge === 0 || surge === '0%' || defaulted.spec?.updateStrategy?.type !== 'RollingUpdate') {
      return 'does not apply';
    }
    return ports.length === 0 ? 'holds' : [{
      field: 'spec.updateStrategy.rollingUpdate.maxSurge',
      message: `with maxSurge the new pod waits for ever for ${ports.map(({ protocol, port }) => `${protocol} ${port}`).join(', ')} of the node, `
        + 'which the old pod holds: use maxUnavailable, or give up the host port',
    }];
  },
};
