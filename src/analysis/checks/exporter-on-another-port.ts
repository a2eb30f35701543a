import { requestsTo } from '../../kubernetes/handlers';
import { hasAll } from '../../kubernetes/label-selector';
import { answer, Check, Problem } from '../check';
import { commandLine } from '../command-line';
import type { Daemon, PlacedContainer } from '../daemon';
import { listeners } from '../listeners';
import { nodeExporters } from '../node-exporter';
import { ObjectSet } from '../object-set';
import { SelectingService, servicesOf } from '../services';
import { Severity } from '../severity';

/** ND610: another container may have the port that is asked. */
export const exporterOnAnotherPort: Check = {
  id: 'ND610',
  severity: Severity.ERROR,
  title: 'node exporter is asked on a port that it does not listen on',
  text: 'The port stands in several places: `--web.listen-address` (9100 without it), the port of the container, probes and Services. Where one of them was '
    + 'changed alone the pod is restarted for ever, or nothing is scraped: '
    + '[prometheus-community/helm-charts#1279](https://github.com/prometheus-community/helm-charts/issues/1279).',
  acknowledgeable: true,
  judge(daemon, objects) {
    const exporters = nodeExporters(daemon.containers).filter(({ isOfficial }) => isOfficial);
    const all = listeners(daemon);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(({ placed }) => {
      const ports = all.filter(one => one.placed.container === placed.container).map(({ port }) => port);
      const isWrong = (port: number | undefined): port is number => port !== undefined && ports.length > 0 && !ports.includes(port)
        && !isOfAnother(port, placed, daemon);
      const problem = (who: string, port: number, field: string): Problem => ({
        field, message: `${who} asks port ${port} of node exporter '${placed.container.name}', which listens on ${ports.join(' and ')}: write the same port in both places`,
      });
      const probes = requestsTo(placed.container).filter(({ request: { host } }) => !host).flatMap(({ by, request: { port }, field }) => {
        const number = numberOf(port, placed);
        return isWrong(number) ? [problem(`the ${by}`, number, `${placed.field}.${field}.port`)] : [];
      });
      const own = servicesOf(daemon, objects).filter(service => !service.isHeadless && !isOfOthers(service, daemon, objects));
      const services = own.flatMap(({ name, ports: served }) => served
        .map(({ targetPort, port }) => numberOf(targetPort ?? port, placed)).filter(isWrong).map(number => problem(`Service '${name}'`, number, `${placed.field}.ports`)));
      return [...probes, ...services];
    }));
  },
};

function numberOf(port: number | string | undefined, { container: { ports = [] } }: PlacedContainer): number | undefined {
  return typeof port === 'string' ? ports.find(({ name }) => name === port)?.containerPort : port;
}

/** Whether the port may be one of other pods. */
function isOfOthers({ namespace, selector }: SelectingService, daemon: Daemon, objects: ObjectSet): boolean {
  return objects.daemons.some(other => other !== daemon && other.isReadable && other.namespace === namespace && hasAll(other.podLabels, selector.matchLabels));
}

function isOfAnother(port: number, { container }: PlacedContainer, { containers }: Daemon): boolean {
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return containers.some(other => other.container !== container && ((other.container.ports ?? []).some(({ containerPort }) => containerPort === port)
    || commandLine(other).some(({ text }) => number.test(text)) || (other.container.env ?? []).some(({ value = '' }) => number.test(value))));
}
