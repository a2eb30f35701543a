import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { CompanionDaemon, ownPorts } from './companion-daemon';
import { daemonMonitor } from './daemon-monitor';
import { daemonNetworkPolicy } from './daemon-network-policy';
import { daemonService } from './daemon-service';
import { daemonVerticalAutoscaler } from './daemon-vertical-autoscaler';
import type { NodeDaemonOptions } from './node-daemon-options';
import { defining } from './tree';

/** The objects around a daemon's pods that the user asked for. */
export interface DaemonCompanions {
  readonly service?: ApiObject;
  readonly monitor?: ApiObject;
  readonly networkPolicy?: ApiObject;
  readonly verticalAutoscaler?: ApiObject;
}

/** Makes the objects around a daemon's pods; where one of them cannot be, nothing half-made stays. */
export function daemonCompanions(scope: Construct, options: NodeDaemonOptions, daemon: CompanionDaemon): DaemonCompanions {
  return defining(scope, () => {
    const { monitor, networkPolicy, verticalAutoscaler } = options;
    const service = options.service && daemonService(scope, options.service, daemon, () => ownPorts(daemon));
    return {
      service,
      monitor: monitor && daemonMonitor(scope, monitor, daemon, service),
      networkPolicy: networkPolicy && daemonNetworkPolicy(scope, networkPolicy, daemon),
      verticalAutoscaler: verticalAutoscaler && daemonVerticalAutoscaler(scope, verticalAutoscaler, daemon),
    };
  });
}
