import { NetworkNeeds } from './needs';
import { invalid } from '../../host/invalid';

/**
 * The programs that the packages of most distributions put on each node.
 * https://github.com/containernetworking/plugins/tree/main/plugins
 */
const REFERENCE = new Set([
  'bandwidth', 'bridge', 'dhcp', 'dummy', 'firewall', 'host-device', 'host-local', 'ipvlan', 'loopback', 'macvlan', 'portmap', 'ptp', 'sbr', 'static', 'tap',
  'tuning', 'vlan', 'vrf',
]);

/** Refuses a configuration with a program that nobody is known to install: a runtime would make no pod at all. */
export function assertPlugins({ cniConfig, cniBinaries = [], pluginsOnNode = [] }: NetworkNeeds): void {
  const installed = cniBinaries.flatMap(({ names }) => names);
  const twice = installed.find((name, position) => installed.indexOf(name) !== position);
  if (twice !== undefined) {
    throw invalid('cniBinaries', 'programs of different names', twice, 'install it from one image');
  }
  const missing = cniConfig?.pluginTypes.find(type => !REFERENCE.has(type) && !installed.includes(type) && !pluginsOnNode.includes(type));
  if (missing !== undefined) {
    throw invalid(`plugins of '${cniConfig!.fileName}'`, 'reference plugins, or programs that are installed', missing,
      `add it to cniBinaries, or say pluginsOnNode: ['${missing}'] where something else installs it`);
  }
}
