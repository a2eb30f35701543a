import { assertTcpAccept, GmondSendChannel } from './channel';
import { GmondCollectionGroup, GmondModule } from './collection-group';
import { MODULES } from './metrics';
import { GmondOptions } from './options';
import { invalid } from '../../host/invalid';
import { assertImage } from '../assert-image';
import { assertLine, assertWhole } from '../assert-values';

/** Refuses what could never be right of gmond, where it is typed. */
export function assertGmond(options: GmondOptions): void {
  const { container, cluster, tcpAccept = [], groups, modules = [], location } = options;
  assertImage('gmond', container);
  if (cluster?.name === undefined) {
    throw invalid('cluster of gmond', "given, such as { name: 'production' }", cluster);
  }
  Object.entries({ ...cluster, location }).forEach(([name, text]) => assertXmlText(name === 'location' ? name : `${name} of the cluster`, text));
  tcpAccept.forEach(assertTcpAccept);
  modules.forEach(assertModule);
  groups?.forEach(group => assertGroup(group, modules.length > 0));
  assertNumbers(options);
  assertDirections(options);
}

function assertNumbers({ metadataInterval, hostDmax, hostTmax, cleanupThreshold, maxUdpMessageLength }: GmondOptions): void {
  assertWhole('metadataInterval', metadataInterval, 1);
  assertWhole('hostDmax', hostDmax, 0);
  assertWhole('hostTmax', hostTmax, 1);
  assertWhole('cleanupThreshold', cleanupThreshold, 1);
  assertWhole('maxUdpMessageLength', maxUdpMessageLength, 512, 65507);
}

/** A gmond that does nothing ends; one that says two things of itself does one of them. */
function assertDirections({ deaf, mute, send, receive, tcpAccept, groups }: GmondOptions): void {
  if (!Array.isArray(send) || (!mute && send.length === 0)) {
    throw invalid('send of gmond', 'given', send, "write send: [GmondSendChannel.unicast('gmond.monitoring')], or mute: true and send: [] for an aggregator");
  }
  if (deaf && mute) {
    throw invalid('gmond', 'deaf or mute, not both', { deaf, mute }, 'one that neither measures nor hears does nothing');
  }
  if (deaf && (receive ?? []).length + (tcpAccept ?? []).length > 0) {
    throw invalid('receive and tcpAccept of a deaf gmond', 'left out', 'given', 'leave out deaf: true');
  }
  if (mute && groups !== undefined) {
    throw invalid('groups of a mute gmond', 'left out', 'given', 'leave out mute: true');
  }
  if (mute && (receive ?? groupsOf(send)).length === 0) {
    throw invalid('receive of a mute gmond', 'given', receive, 'write receive: [GmondReceiveChannel.unicast()]');
  }
}

function groupsOf(send: readonly GmondSendChannel[]): readonly unknown[] {
  return send.filter(({ _group }) => _group !== undefined);
}

function assertGroup({ metrics, collectEvery, collectOnce, timeThreshold }: GmondCollectionGroup, hasModules: boolean): void {
  if (!Array.isArray(metrics) || metrics.length === 0) {
    throw invalid('metrics of a group', "given, such as [{ name: 'load_one' }]", metrics);
  }
  assertWhole('collectEvery', collectEvery, 1);
  assertWhole('timeThreshold', timeThreshold, 1);
  if (collectOnce && collectEvery !== undefined) {
    throw invalid('collectEvery of a group', 'left out with collectOnce', collectEvery);
  }
  for (const { name, title, valueThreshold } of metrics) {
    const isKnown = MODULES.some(module => module.metrics.includes(name));
    if (!isKnown && !hasModules) {
      throw invalid('name of a metric', `one of ${MODULES.flatMap(module => module.metrics).join(', ')}`, name, 'give the module that measures it');
    }
    assertXmlText('name of a metric', name);
    assertXmlText('title of a metric', title);
    if (valueThreshold !== undefined && !(Number.isFinite(valueThreshold) && valueThreshold >= 0)) {
      throw invalid(`valueThreshold of ${name}`, 'a number of at least 0', valueThreshold);
    }
  }
}

function assertModule({ name, path, language, params, parameters = {} }: GmondModule): void {
  Object.entries({ name, path, language, params, ...parameters }).forEach(([key, text]) => assertLine(`${key} of a module`, text));
  if (MODULES.some(module => module.name === name)) {
    throw invalid('name of a module', 'one that gmond does not load by itself for its metrics', name);
  }
}

/** gmond puts these texts into its XML as they are. */
function assertXmlText(what: string, text: string | undefined): void {
  assertLine(what, text);
  if (text !== undefined && /["<>&]/.test(text)) {
    throw invalid(what, 'text without ", <, > and &, as gmond puts it into XML as it is', text);
  }
}
