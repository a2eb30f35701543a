import { FlannelIpipOptions, FlannelVxlanOptions, FlannelWireguardOptions } from './backend-options';
import { assertFields } from '../../host/checked-type';
import { copyOf, withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { assertPort, assertWhole } from '../assert-values';

/**
 * How flannel carries the traffic of pods between nodes.
 *
 * @see https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md
 */
export class FlannelBackend {
  /**
   * In UDP, through any network that lets its port pass.
   *
   * @param options details
   */
  public static vxlan(options: FlannelVxlanOptions = {}): FlannelBackend {
    assertFields('options of VXLAN', options, '{ vni: 1 }');
    const { vni, port, directRouting, mtu } = options;
    assertWhole('vni', vni, 1, 16777215);
    assertPort('port of VXLAN', port);
    return new FlannelBackend('vxlan', { VNI: vni, Port: port, DirectRouting: directRouting, MTU: size(mtu) });
  }

  /** By routes: the nodes must be neighbours in one network. */
  public static hostGw(): FlannelBackend {
    return new FlannelBackend('host-gw', {});
  }

  /**
   * Encrypted; the kernel of the nodes must have WireGuard.
   *
   * @param options details
   */
  public static wireguard(options: FlannelWireguardOptions = {}): FlannelBackend {
    assertFields('options of WireGuard', options, '{ listenPort: 51820 }');
    const { listenPort, listenPortV6, mtu } = options;
    assertPort('listenPort of WireGuard', listenPort);
    assertPort('listenPortV6 of WireGuard', listenPortV6);
    return new FlannelBackend('wireguard', { ListenPort: listenPort, ListenPortV6: listenPortV6, MTU: size(mtu) });
  }

  /**
   * IP in IP, which costs less than VXLAN and takes IPv4 alone.
   *
   * @param options details
   */
  public static ipip(options: FlannelIpipOptions = {}): FlannelBackend {
    assertFields('options of IPIP', options, '{ directRouting: true }');
    return new FlannelBackend('ipip', { DirectRouting: options.directRouting });
  }

  /**
   * Another backend, with settings as flannel spells them. Its rights and devices are yours to write in `container`.
   *
   * @param type name of the backend, such as `alloc`
   * @param settings its settings; they stand in a ConfigMap, so that a pre-shared key has no place there
   */
  public static of(type: string, settings: { [setting: string]: any } = {}): FlannelBackend {
    if (typeof type !== 'string' || !/^[a-z][a-z0-9-]*$/.test(type)) {
      throw invalid('type of a backend of flannel', "a name such as 'alloc'", type);
    }
    assertFields(`settings of the backend '${type}'`, settings, '{ MTU: 1400 }');
    if (Object.keys(settings).some(name => /^psk$/i.test(name))) {
      throw invalid(`settings of the backend '${type}'`, 'without PSK, which every reader of the ConfigMap would know', 'PSK', 'use FlannelBackend.wireguard(), whose nodes make their own keys');
    }
    return new FlannelBackend(type, settings);
  }

  /** @internal */
  public readonly _settings: { readonly [setting: string]: any };

  private constructor(
    /** Name of the backend. */
    public readonly type: string,
    settings: { readonly [setting: string]: any },
  ) {
    this._settings = copyOf(withoutUndefined(settings));
  }
}

/** IPv6 takes no network of less than 1280. */
function size(mtu: number | undefined): number | undefined {
  assertWhole('mtu', mtu, 576, 65535);
  return mtu;
}
