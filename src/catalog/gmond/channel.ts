import { aclSections } from './acl';
import { Answering } from './answering';
import * as options from './channel-options';
import { Section } from './conf';
import { isIpAddress } from '../../host/formats';
import { invalid } from '../../host/invalid';
import { IpFamily } from '../../host/ip-family';
import { assertPort, assertServer, assertWhole } from '../assert-values';

const PORT = 8649;
const GROUP = '239.2.11.71';

/** Where gmond sends what it measures. */
export class GmondSendChannel {
  /**
   * To one gmond that receives, an aggregator.
   *
   * @param host its name, which must resolve when gmond starts, or its address
   * @param details port
   */
  public static unicast(host: string, details: options.GmondUnicastOptions = {}): GmondSendChannel {
    const { port = PORT, timeToLive } = details;
    assertServer('host of a channel', host);
    assertPort('port of a channel', port);
    assertWhole('timeToLive', timeToLive, 1, 255);
    return new GmondSendChannel({ name: 'udp_send_channel', options: { host, port, ttl: timeToLive } });
  }

  /**
   * To every gmond of a group. It needs the node's network, as few pod networks carry multicast.
   *
   * @param details group, port, interface
   */
  public static multicast(details: options.GmondMulticastSendOptions = {}): GmondSendChannel {
    const { group, port, networkInterface } = assertGroup(details);
    assertWhole('timeToLive', details.timeToLive, 1, 255);
    return new GmondSendChannel(
      { name: 'udp_send_channel', options: { mcast_join: group, mcast_if: networkInterface, port, ttl: details.timeToLive ?? 1 } },
      { group, port, networkInterface },
    );
  }

  private constructor(
    /** @internal */
    public readonly _section: Section,
    /** @internal */
    public readonly _group?: options.GmondMulticastOptions,
  ) {}
}

/** Where gmond hears what others measure. */
export class GmondReceiveChannel {
  /**
   * What others send to this gmond.
   *
   * @param details port, who is heard
   */
  public static unicast(details: options.GmondUnicastReceiveOptions = {}): GmondReceiveChannel {
    const { port = PORT, bind, family, acl, buffer } = details;
    assertPort('port of a channel', port);
    assertBind(bind);
    assertWhole('buffer', buffer, 1);
    return new GmondReceiveChannel(port, { port, bind, buffer }, { family, sections: aclSections(acl) });
  }

  /**
   * What others send to a group. It needs the node's network, as few pod networks carry multicast.
   *
   * @param details group, port, interface
   */
  public static multicast(details: options.GmondMulticastReceiveOptions = {}): GmondReceiveChannel {
    const { group, port, networkInterface } = assertGroup(details);
    assertWhole('buffer', details.buffer, 1);
    return new GmondReceiveChannel(port, { mcast_join: group, mcast_if: networkInterface, port, bind: group, buffer: details.buffer }, {
      isMulticast: true, sections: aclSections(details.acl),
    });
  }

  /** @internal */
  public readonly _isMulticast: boolean;

  private constructor(
    /** @internal */
    public readonly _port: number,
    private readonly settings: Section['options'],
    private readonly rest: { readonly isMulticast?: boolean; readonly family?: IpFamily; readonly sections: readonly Section[] },
  ) {
    this._isMulticast = rest.isMulticast === true;
  }

  /** @internal */
  public _section(family: IpFamily): Section {
    const ofGroup = this._isMulticast ? {} : { family: familyText(this.rest.family ?? familyOf(this.settings.bind) ?? family) };
    return { name: 'udp_recv_channel', options: { ...this.settings, ...ofGroup }, sections: this.rest.sections };
  }
}

/** The section of a port that answers. */
export function tcpAcceptSection(
  { port = PORT, bind, family, acl, timeout, gzip }: options.GmondTcpAccept, { family: platform, answersOnNode }: Answering,
): Section {
  return {
    name: 'tcp_accept_channel',
    options: {
      port,
      bind: bind ?? (answersOnNode ? { env: 'HOST_IP' } : undefined),
      family: familyText(family ?? familyOf(bind) ?? platform),
      timeout,
      gzip_output: gzip,
    },
    sections: aclSections(acl),
  };
}

/** The port of a channel that answers. */
export function tcpAcceptPort({ port = PORT }: options.GmondTcpAccept): number {
  return port;
}

/** Refuses what could never be right of a port that answers. */
export function assertTcpAccept({ port, bind, acl, timeout }: options.GmondTcpAccept): void {
  assertPort('port of tcpAccept', port);
  assertBind(bind);
  assertWhole('timeout of tcpAccept', timeout, 1);
  aclSections(acl);
}

interface Group {
  readonly group: string;
  readonly port: number;
  readonly networkInterface?: string;
}

function assertGroup({ group = GROUP, port = PORT, networkInterface }: options.GmondMulticastOptions): Group {
  const first = isIpAddress(group) ? Number(/^([0-9]+)\./.exec(group)?.[1]) : NaN;
  if (!(first >= 224 && first <= 239)) {
    throw invalid('group of a channel', `an address from 224.0.0.0 to 239.255.255.255, such as '${GROUP}'`, group);
  }
  assertPort('port of a channel', port);
  if (networkInterface !== undefined && !/^[^\s/:]{1,15}$/.test(networkInterface)) {
    throw invalid('networkInterface', "the name of an interface, such as 'eth0'", networkInterface);
  }
  return { group, port, networkInterface };
}

function assertBind(bind: string | undefined): void {
  if (bind !== undefined && !isIpAddress(bind)) {
    throw invalid('bind', "an address, such as '127.0.0.1'", bind);
  }
}

function familyOf(bind: unknown): IpFamily | undefined {
  return typeof bind !== 'string' ? undefined : bind.includes(':') ? IpFamily.IPV6 : IpFamily.IPV4;
}

function familyText(family: IpFamily): string {
  return family === IpFamily.IPV6 ? 'inet6' : 'inet4';
}
