import { isWithin, placeOf } from '../../kubernetes/host-path';
import { answer, Check, Problem } from '../check';
import { commandLine } from '../command-line';
import { endpointsOf, placeAt, Registrar, registrars } from '../csi';
import type { Daemon } from '../daemon';
import { flagsOf } from '../flags';
import { hostMounts } from '../host-mounts';
import { directoryOf } from '../paths';
import { Severity } from '../severity';

/** ND235 */
export const wrongRegistrationPath: Check = {
  id: 'ND235',
  severity: Severity.ERROR,
  title: 'The registrar tells the kubelet of a socket that is not the driver\'s',
  text: 'One socket has two paths: `--csi-address`, where the registrar sees it, and `--kubelet-registration-path`, where the kubelet finds it on the '
    + 'node, which is the path of the volume and the name of the socket. Where the second names another place the kubelet connects to nothing, and the '
    + 'driver is never registered: [node-driver-registrar](https://github.com/kubernetes-csi/node-driver-registrar), '
    + '[vsphere-kubernetes-drivers-operator#103](https://github.com/vmware-tanzu/vsphere-kubernetes-drivers-operator/issues/103).',
  acknowledgeable: true,
  judge(daemon) {
    const known = registrars(daemon);
    return known.length === 0 ? 'does not apply' : answer(known.flatMap(registrar => [...unreachable(daemon, registrar), ...unserved(daemon, registrar)].slice(0, 1)));
  },
};

/** The kubelet does not find the socket that the registrar asks. */
function unreachable(daemon: Daemon, { placed, path, socket }: Registrar): Problem[] {
  const seen = socket === undefined ? undefined : placeAt(daemon, placed, socket);
  const given = placeOf(path.value);
  const below = (place: string) => /.*(\/plugins\/.*)/.exec(place)?.[1];
  if (seen === undefined || seen.place === given) {
    return [];
  }
  const start = `registrar '${placed.container.name}' tells the kubelet of '${path.value}'`;
  if (seen.place === undefined) {
    return [{ field: path.field, message: `${start}, and has '${socket}' on no volume of the node: mount '${directoryOf(given)}' of the node at '${directoryOf(socket!)}'` }];
  }
  // Of the same path below two roots one may be a link, and another container may serve what another volume holds.
  const isElsewhere = below(seen.place) !== below(given) || below(given) === undefined;
  const isOfAnother = directoryOf(given) !== directoryOf(seen.place) && hostMounts(daemon).some(({ place }) => place === directoryOf(given));
  return isElsewhere && !isOfAnother ? [{ field: path.field, message: `${start}, and its '${socket}' is '${seen.place}' of the node: give it that path` }] : [];
}

/** No container listens where the registrar asks. */
function unserved(daemon: Daemon, { placed, socket }: Registrar): Problem[] {
  const asked = socket === undefined ? undefined : placeAt(daemon, placed, socket)?.place;
  if (asked === undefined) {
    return [];
  }
  const drivers = daemon.containers.filter(one => one !== placed && one.container !== placed.container && !one.isInit && !isClient(one));
  const served = drivers.map(driver => ({ driver, endpoints: endpointsOf(driver).map(endpoint => ({ endpoint, at: placeAt(daemon, driver, endpoint) })) }));
  const [known] = served.filter(({ endpoints }) => endpoints.length > 0);
  const isPossible = served.some(({ driver, endpoints }) => endpoints.length === 0
    ? hostMounts(daemon).some(({ container, place }) => container === driver.container && isWithin(asked, place))
    : endpoints.some(({ at }) => at === undefined || at.place === asked));
  return known === undefined || isPossible ? [] : [{
    field: placed.field,
    message: `registrar '${placed.container.name}' waits for a driver at '${asked}' of the node, and container '${known.driver.container.name}' listens on `
      + `'${known.endpoints[0].endpoint}', which is ${placeInWords(known.endpoints[0].at?.place)}: mount the same volume in both, and name the same socket`,
  }];
}

/** What asks a driver itself serves none. */
function isClient(placed: Registrar['placed']): boolean {
  return flagsOf(commandLine(placed)).some(({ name }) => name === 'csi-address');
}

function placeInWords(place: string | undefined): string {
  return place === undefined ? 'on no volume of the node' : `'${place}' there`;
}
