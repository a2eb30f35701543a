import { placeOf } from '../../kubernetes/host-path';
import { daemonTolerations, tolerates } from '../../kubernetes/toleration';
import { Check } from '../check';
import { hostMounts } from '../host-mounts';
import { Severity } from '../severity';

/** The directory of network configurations, wherever a distribution has it. */
const CONFIGURATION = /(\/cni\/net\.d|\/args\/cni-network)(\/|$)/;
const NOT_READY = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' };

/** ND224: without host networking a pod waits for the network anyway, so that what it installs is no node's first network. */
export const cniWaitsForNetwork: Check = {
  id: 'ND224',
  severity: Severity.ERROR,
  title: 'A network daemon waits for nodes that wait for it',
  text: 'Each new node has the taint `node.kubernetes.io/not-ready:NoSchedule` until a network is configured, and the DaemonSet controller adds no '
    + 'toleration for it. A daemon that writes the CNI configuration and does not tolerate it never comes to a new node: '
    + '[kube-router#547](https://github.com/cloudnativelabs/kube-router/issues/547), '
    + '[cilium#1075](https://github.com/cilium/cilium/issues/1075). Accept it for a plugin that is chained to another network.',
  acknowledgeable: true,
  judge(daemon) {
    const written = hostMounts(daemon).find(({ path, isWritable }) => isWritable && CONFIGURATION.test(placeOf(path)));
    if (written === undefined || !daemon.pod.hostNetwork) {
      return 'does not apply';
    }
    return daemonTolerations(daemon.pod).some(toleration => tolerates(toleration, NOT_READY)) ? 'holds' : [{
      field: 'spec.template.spec.tolerations',
      message: `container '${written.container.name}' writes the network configuration '${written.path}', and the pods wait until nodes are ready, which they are `
        + 'not without a network: tolerate node.kubernetes.io/not-ready with operator Exists and effect NoSchedule',
    }];
  },
};
