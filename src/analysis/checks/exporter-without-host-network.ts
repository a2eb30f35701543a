import { answer, Check } from '../check';
import { hasCollector, nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

/** Those that report something on every node; the others are quiet where the kernel has nothing for them. */
const ON_EVERY_NODE = ['arp', 'conntrack', 'netdev', 'netstat', 'sockstat', 'softnet', 'udp_queues'];

/** ND606 */
export const exporterWithoutHostNetwork: Check = {
  id: 'ND606',
  severity: Severity.ERROR,
  title: 'node exporter reports the network of its own pod as that of the node',
  text: 'The kernel shows each process the network of its own namespace, whatever is mounted: '
    + '[prometheus-community/helm-charts#5138](https://github.com/prometheus-community/helm-charts/issues/5138). Share the network of the node, or turn off '
    + 'the collectors that would report what is not of the node.',
  acknowledgeable: true,
  isDecision: true,
  judge({ containers, pod: { hostNetwork } }) {
    const exporters = nodeExporters(containers);
    return exporters.length === 0 ? 'does not apply' : hostNetwork ? 'holds' : answer(exporters.flatMap(exporter => {
      const on = ON_EVERY_NODE.filter(name => hasCollector(exporter, name));
      return on.length === 0 ? [] : [{
        field: 'spec.template.spec.hostNetwork',
        message: `node exporter '${exporter.placed.container.name}' reports the network of its pod as that of the node: set hostNetwork, or add `
          + on.map(name => `--no-collector.${name}`).join(' '),
      }];
    }));
  },
};
