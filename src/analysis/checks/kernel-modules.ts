import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND408 */
export const kernelModules: Check = {
  id: 'ND408',
  severity: Severity.WARNING,
  title: 'A container may load kernel modules',
  text: 'Who may load a module runs code in the kernel of the node, which is more than root may do. Talos refuses `SYS_MODULE`, so that the container does '
    + 'not start there: [cilium#20636](https://github.com/cilium/cilium/issues/20636), [antrea#5707](https://github.com/antrea-io/antrea/issues/5707). Let the '
    + 'nodes load the modules (`/etc/modules-load.d`), and drop the capability.',
  acknowledgeable: true,
  judge({ containers }) {
    const added = containers.flatMap(({ container, field }) => (container.securityContext?.capabilities?.add ?? [])
      .flatMap((name, i) => [{ container: container.name, name, field: `${field}.securityContext.capabilities.add[${i}]` }]));
    return added.length === 0 ? 'does not apply' : answer(added.filter(({ name }) => /^(CAP_)?SYS_MODULE$/i.test(name)).map(({ container, field }) => ({
      field,
      message: `container '${container}' may load kernel modules, and does not start on nodes that forbid it, such as those of Talos: let the nodes load what it needs, and leave out SYS_MODULE`,
    })));
  },
};
