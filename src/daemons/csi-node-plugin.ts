import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { CsiDriver } from './csi-driver';
import { AgentContext } from '../core/agent-config';
import { agentDaemon, criticalWhereAllowed } from '../core/agent-daemon';
import { csiDriverCompanion } from '../core/csi-driver-companion';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { settingsOf } from '../core/settings';
import { defining } from '../core/tree';
import { CsiDriverObject } from '../host/csi-driver-object';
import { invalid } from '../host/invalid';
import { NodePriority } from '../host/node-priority';

/** The part of a CSI driver that runs on each node. */
export interface CsiNodePluginProps extends NodeDaemonOptions {
  /** The driver. */
  readonly driver: CsiDriver;

  /**
   * The CSIDriver object, which belongs to the whole cluster.
   *
   * @default - with `HARDENED` one that says what the driver can do; with `BARE` none
   */
  readonly driverObject?: CsiDriverObject;
}

/**
 * Defines the part of a CSI driver that runs on each node: the driver, a registrar that tells the kubelet of it, and a container that
 * asks whether it answers.
 *
 * All paths follow from the root of the kubelet that the platform has. With `HARDENED` its pods have the priority
 * `system-node-critical`, so that they go last, unless the platform, as GKE, has a quota for it in `kube-system` alone, and half a minute to stop.
 */
export class CsiNodePlugin extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  /** The CSIDriver object; undefined where somebody else makes it. */
  public readonly csiDriver?: ApiObject;

  /** Name by which pods and storage classes know the driver. */
  public readonly driverName: string;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: CsiNodePluginProps) {
    super(scope, id);
    const { driver, driverObject, ...options } = props ?? {} as CsiNodePluginProps;
    this.daemon = agentDaemon(this, options, driver, 'CsiDriver.hostPath()', kindDefaults, 'driver');
    this.driverName = driver.name;
    const object = driverObject ?? (settingsOf(this, options).hardened ? CsiDriverObject.create() : CsiDriverObject.existing());
    this.csiDriver = defining(this, () => {
      if (typeof object?._resolved !== 'function') {
        throw invalid('driverObject', 'a value such as CsiDriverObject.create()', object);
      }
      return csiDriverCompanion(this, driver.name, object._resolved(driver._object, this.daemon.platform), this.daemon);
    });
  }
}

function kindDefaults(context: AgentContext): NodeDaemonOptions {
  return { priority: criticalWhereAllowed(context, NodePriority.SYSTEM_NODE_CRITICAL), terminationGracePeriodSeconds: 30 };
}
