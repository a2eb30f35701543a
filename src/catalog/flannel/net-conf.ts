import { FlannelBackend } from './backend';
import { FlannelOptions } from './options';
import { withoutUndefined } from '../../host/copy';
import { isCidr } from '../../host/formats';
import { invalid } from '../../host/invalid';

const DUAL_STACK = ['vxlan', 'wireguard', 'host-gw'];

/**
 * The network of flannel; undefined where nothing of it was written and nothing is added.
 * @see https://github.com/flannel-io/flannel/blob/master/Documentation/configuration.md
 */
export function netConf({ podNetwork, podNetworkV6, backend, nftables }: FlannelOptions, hardened: boolean): string | undefined {
  if (!hardened && [podNetwork, podNetworkV6, backend, nftables].every(option => option === undefined)) {
    return undefined;
  }
  assertFamily('podNetwork', podNetwork, false, "such as '10.244.0.0/16'");
  assertFamily('podNetworkV6', podNetworkV6, true, "such as '2001:db8:42::/56'");
  const v4 = podNetwork ?? (podNetworkV6 === undefined ? '10.244.0.0/16' : undefined);
  const { type, _settings } = backend ?? FlannelBackend.vxlan();
  if (podNetworkV6 !== undefined && !DUAL_STACK.includes(type)) {
    throw invalid('backend', `one that carries IPv6 (${DUAL_STACK.join(', ')})`, type, 'leave podNetworkV6 out, or choose another');
  }
  return `${JSON.stringify(withoutUndefined({
    Network: v4,
    EnableIPv4: v4 === undefined ? false : undefined,
    EnableIPv6: podNetworkV6 === undefined ? undefined : true,
    IPv6Network: podNetworkV6,
    EnableNFTables: nftables,
    Backend: { Type: type, ..._settings },
  }), null, 2)}\n`;
}

function assertFamily(what: string, network: string | undefined, isV6: boolean, example: string): void {
  if (network !== undefined && (!isCidr(network) || network.includes(':') !== isV6)) {
    throw invalid(what, `a range of IPv${isV6 ? 6 : 4} addresses ${example}`, network);
  }
}
