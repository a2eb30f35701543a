import { answer, Check } from '../check';
import { cniFiles, isNetworkFile } from '../cni';
import { Severity } from '../severity';

/** ND239 */
export const cniFileInPlace: Check = {
  id: 'ND239',
  severity: Severity.WARNING,
  title: 'A program or configuration of the network is overwritten where it is in use',
  text: 'A running program cannot be written: `cp` fails with `Text file busy`, and the pod of a new release does not start while some pod is being '
    + 'connected: [multus-cni#1221](https://github.com/k8snetworkplumbingwg/multus-cni/issues/1221), [calico#8932](https://github.com/projectcalico/calico/issues/8932). '
    + 'A configuration that is written piece by piece is read when half of it is there: [linkerd2#4029](https://github.com/linkerd/linkerd2/issues/4029). '
    + 'Write a file beside it and rename it with `mv`; `cp -f` and `install` take a running program away first.',
  acknowledgeable: true,
  judge({ pod, containers }) {
    const files = containers.flatMap(placed => cniFiles(pod, placed));
    return files.length === 0 ? 'does not apply' : answer(files.filter(file => file.isInPlace && (file.kind === 'program' || isNetworkFile(file))).map(({ placed, kind, target, field }) => ({
      field,
      message: `container '${placed.container.name}' writes the ${kind} '${target}' in place, where it may be in use: write a file beside it and rename that with mv`,
    })));
  },
};
