import { ApiObject, Names } from 'cdk8s';
import type { Construct } from 'constructs';
import { daemonService } from './daemon-service';
import { identify, labelValueOf } from './identity';
import { NodeDaemon } from './node-daemon';
import { NodeDaemonProps } from './node-daemon-options';
import { DaemonSettings } from './settings';
import { GROUPS } from './shared-label';
import { ServiceOptions } from '../host/service-options';

/** Makes the one Service in front of the pods of several daemons. */
export function groupsService(
  scope: Construct, service: ServiceOptions, { container, ...options }: NodeDaemonProps, settings: DaemonSettings, daemons: readonly NodeDaemon[],
): ApiObject {
  const groups = labelValueOf(options.name ?? Names.toLabelValue(scope));
  daemons.forEach(daemon => daemon.addPodLabel(GROUPS, groups));
  const labels = identify(options, settings, container, groups).common;
  return daemonService(scope, service, { daemonName: options.name, labels, selector: { matchLabels: { [GROUPS]: groups } } }, () => []);
}
