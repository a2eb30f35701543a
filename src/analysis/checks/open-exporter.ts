import { answer, Check } from '../check';
import { listeners } from '../listeners';
import { flag, nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

/** ND608 */
export const openExporter: Check = {
  id: 'ND608',
  severity: Severity.WARNING,
  title: 'node exporter tells everybody who reaches the node',
  text: 'Under host networking it listens on every address of the node, public ones included, without asking who is there, and NetworkPolicies do not apply: '
    + '[prometheus-community/helm-charts#3554](https://github.com/prometheus-community/helm-charts/issues/3554). Let it listen on `$(HOST_IP)`, or on `127.0.0.1` '
    + 'behind kube-rbac-proxy, or ask for a password or certificate with `--web.config.file`. A firewall does too.',
  acknowledgeable: true,
  judge(daemon) {
    const exporters = daemon.pod.hostNetwork ? nodeExporters(daemon.containers) : [];
    const open = exporters.filter(exporter => !flag(exporter, 'web.config.file')?.value && !flag(exporter, 'web.config')?.value).flatMap(({ placed }) =>
      listeners(daemon).filter(one => one.placed.container === placed.container && one.address === '0.0.0.0').slice(0, 1));
    return exporters.length === 0 ? 'does not apply' : answer(open.map(({ placed, port, field }) => ({
      field,
      message: `node exporter '${placed.container.name}' answers everybody on port ${port} of every address of the node: set --web.listen-address to $(HOST_IP):${port}, `
        + 'a variable from status.hostIP, or protect it with --web.config.file',
    })));
  },
};
