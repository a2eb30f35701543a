import { userOf } from '../../kubernetes/container-user';
import { answer, Check } from '../check';
import type { Daemon } from '../daemon';
import { mountAt, mountedPaths } from '../mounted-paths';
import { flag, NodeExporter, nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

const OF_ROOT = ['perf', 'rapl', 'slabinfo'];
const OF_DBUS = ['logind', 'systemd'];

/** ND613: only of collectors that were asked for by name. */
export const collectorWithoutRights: Check = {
  id: 'ND613',
  severity: Severity.WARNING,
  title: 'A collector of node exporter lacks what it reads',
  text: 'It starts and reports nothing of the collector, and only `node_scrape_collector_success` tells: slabinfo, rapl and perf read what only root may read, '
    + 'and systemd and logind ask the D-Bus of the node, whose socket must be mounted: '
    + '[node_exporter#2279](https://github.com/prometheus/node_exporter/issues/2279), [helm-charts#2304](https://github.com/prometheus-community/helm-charts/issues/2304).',
  acknowledgeable: true,
  judge(daemon) {
    const exporters = nodeExporters(daemon.containers);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(exporter => [
      ...asked(exporter, OF_ROOT).filter(() => isNotRoot(daemon, exporter)).map(({ name, field }) => ({
        field, message: `node exporter '${exporter.placed.container.name}' reports nothing with --${name}, whose files only root reads: set runAsUser to 0, or take it out`,
      })),
      ...asked(exporter, OF_DBUS).filter(() => !seesDbus(daemon, exporter)).map(({ name, field }) => ({
        field,
        message: `node exporter '${exporter.placed.container.name}' reports nothing with --${name} without the D-Bus of the node: `
          + 'mount /run/dbus/system_bus_socket at /var/run/dbus/system_bus_socket, or take it out',
      })),
    ]));
  },
};

function asked(exporter: NodeExporter, names: readonly string[]) {
  return names.flatMap(name => flag(exporter, `collector.${name}`) ?? []);
}

/** Where nobody says another, the project's own image is that of nobody. */
function isNotRoot({ pod }: Daemon, { placed: { container }, isOfficial }: NodeExporter): boolean {
  const { user, isNonRoot } = userOf(pod, container);
  return container.securityContext?.privileged !== true && (user === undefined ? isNonRoot || isOfficial : user !== 0);
}

function seesDbus({ pod }: Daemon, { placed }: NodeExporter): boolean {
  const mounts = mountedPaths(pod, placed);
  const isElsewhere = placed.container.env?.some(({ name }) => name === 'DBUS_SYSTEM_BUS_ADDRESS') === true;
  return isElsewhere || ['/var/run/dbus/system_bus_socket', '/run/dbus/system_bus_socket'].some(path => mountAt(mounts, path) !== undefined);
}
