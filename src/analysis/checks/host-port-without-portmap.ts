import { answer, Check } from '../check';
import type { Daemon } from '../daemon';
import { NetworkConfiguration, networkConfigurations } from '../network-configurations';
import type { ObjectSet } from '../object-set';
import { Severity } from '../severity';

/** Plugins that connect pods and leave their host ports to another one; eBPF networks have host ports of their own. */
const PLAIN = ['aws-cni', 'bandwidth', 'bridge', 'calico', 'firewall', 'flannel', 'host-device', 'ipvlan', 'loopback', 'macvlan', 'ptp', 'sbr', 'tuning', 'vlan', 'vrf'];

/** ND241: another network of the cluster may have the plugin. */
export const hostPortWithoutPortmap: Check = {
  id: 'ND241',
  severity: Severity.WARNING,
  title: 'A host port needs a plugin that the network configuration does not have',
  text: 'A `hostPort` is no socket of the node but a rule that a plugin of the network makes. Where the configuration has none with the capability '
    + '`portMappings`, such as `portmap`, nothing answers on the port and nothing says so: [cilium#10359](https://github.com/cilium/cilium/issues/10359), '
    + '[amazon-vpc-cni-k8s#3079](https://github.com/aws/amazon-vpc-cni-k8s/issues/3079). It is asked where a network daemon is judged too that copies its '
    + 'configuration from a ConfigMap.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const open = daemon.pod.hostNetwork ? undefined : daemon.containers.flatMap(({ container: { name, ports = [] }, field }) =>
      ports.flatMap(({ hostPort }, i) => hostPort ? [{ name, hostPort, field: `${field}.ports[${i}].hostPort` }] : []))[0];
    const all = open === undefined ? [] : objects.once(hostPortWithoutPortmap, allNetworks);
    const networks = all.filter(({ of }) => of.context.cluster === daemon.context.cluster);
    const plain = networks.find(({ configuration: { text } }) => isPlain(text));
    const isMapped = plain === undefined || networks.some(({ configuration: { text } }) => mapsPorts(text));
    return open === undefined || networks.length === 0 ? 'does not apply' : answer(isMapped ? [] : [{
      field: open.field,
      message: `no plugin of '${plain.configuration.key}' in ConfigMap '${plain.configuration.configMap}' maps host port ${open.hostPort} of container '${open.name}', so nothing answers `
        + 'there: add the plugin portmap with capabilities: {"portMappings": true}',
    }]);
  },
};

function allNetworks(objects: ObjectSet): { of: Daemon; configuration: NetworkConfiguration }[] {
  return objects.daemons.filter(({ isReadable }) => isReadable).flatMap(of => networkConfigurations(of, objects).map(configuration => ({ of, configuration })));
}

function mapsPorts(text: string): boolean {
  return /"portMappings"\s*:\s*true/.test(text);
}

/** Whether every plugin is one of those that map no ports. */
function isPlain(text: string): boolean {
  const types = [...text.matchAll(/"type"\s*:\s*"([^"]*)"/g)].map(([, type]) => type);
  const plugins = types.filter(type => !/-ipam$|^(host-local|dhcp|static|whereabouts|k8s|calico-ipam)$/.test(type));
  return plugins.length > 0 && plugins.every(type => PLAIN.includes(type));
}
