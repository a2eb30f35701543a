import { Answering } from './answering';
import { GmondReceiveChannel, tcpAcceptSection } from './channel';
import { GmondTcpAccept } from './channel-options';
import { GmondCollectionGroup, GmondModule } from './collection-group';
import { confText, Section } from './conf';
import { MODULES } from './metrics';
import { GmondOptions } from './options';
import { IpFamily } from '../../host/ip-family';

/** What follows from the options of a gmond. */
export interface GmondPlan extends Answering {
  readonly receive: readonly GmondReceiveChannel[];
  readonly tcpAccept: readonly GmondTcpAccept[];
  readonly groups: readonly GmondCollectionGroup[];
  readonly hostIsNode: boolean;
}

/** The text of gmond.conf. What a file says replaces all that gmond has built in, so that modules and groups stand in it. */
export function configuration(options: GmondOptions, plan: GmondPlan): string {
  const { cluster, send, modules = [], location } = options;
  return confText([
    globals(options, plan),
    { name: 'cluster', options: { name: cluster.name, owner: cluster.owner, latlong: cluster.latLong, url: cluster.url } },
    ...location === undefined ? [] : [{ name: 'host', options: { location } }],
    ...send.map(({ _section }) => _section),
    ...plan.receive.map(channel => channel._section(plan.family)),
    ...plan.tcpAccept.map(channel => tcpAcceptSection(channel, plan)),
    ...plan.groups.length + modules.length === 0 ? [] : [
      { name: 'modules', options: {}, sections: [...ownModules(plan.groups), ...modules.map(moduleSection)] },
    ],
    ...plan.groups.map(groupSection),
  ]);
}

function globals(options: GmondOptions, plan: GmondPlan): Section {
  const { deaf, mute, send, metadataInterval, hostDmax, hostTmax, cleanupThreshold, maxUdpMessageLength } = options;
  const isUnicast = !mute && send.some(({ _group }) => _group === undefined);
  return {
    name: 'globals',
    options: {
      daemonize: false,
      // The pod says who runs it.
      setuid: false,
      deaf: deaf || plan.receive.length + plan.tcpAccept.length === 0 || undefined,
      mute,
      send_metadata_interval: metadataInterval ?? (isUnicast ? 60 : undefined),
      host_dmax: hostDmax,
      host_tmax: hostTmax,
      cleanup_threshold: cleanupThreshold,
      max_udp_msg_len: maxUdpMessageLength,
      override_hostname: plan.hostIsNode ? { env: 'NODE_NAME' } : undefined,
      // The two are sent with a colon between them, at which the other end cuts: an address of IPv6 would be cut in two.
      override_ip: plan.hostIsNode && plan.family === IpFamily.IPV4 ? { env: 'HOST_IP' } : undefined,
    },
  };
}

/** The modules of gmond that the groups ask for. */
function ownModules(groups: readonly GmondCollectionGroup[]): Section[] {
  const asked = new Set(groups.flatMap(({ metrics }) => metrics.map(({ name }) => name)));
  return MODULES.filter(({ metrics }) => metrics.some(name => asked.has(name))).map(({ name, path }) => ({ name: 'module', options: { name, path } }));
}

function moduleSection({ name, path, language, params, parameters = {} }: GmondModule): Section {
  const sections = Object.entries(parameters).map(([title, value]) => ({ name: 'param', title, options: { value } }));
  return { name: 'module', options: { name, language, path, params }, sections };
}

function groupSection({ metrics, collectOnce, collectEvery, timeThreshold }: GmondCollectionGroup): Section {
  return {
    name: 'collection_group',
    options: { collect_once: collectOnce, collect_every: collectEvery, time_threshold: timeThreshold },
    sections: metrics.map(({ name, valueThreshold, title }) => ({ name: 'metric', options: { name, value_threshold: valueThreshold, title } })),
  };
}
