import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { tcpDaemon } from './tcp-daemon';
import { connectionTo, Serving } from '../catalog/tcp/connection';
import { tcpProgram } from '../catalog/tcp/program';
import { connectWorkload } from '../core/connect';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions } from '../core/node-daemon-options';
import { defining, inConstruct } from '../core/tree';
import { ConnectOptions } from '../host/connect-options';
import { ContainerPort } from '../host/container-port';
import { copyOf } from '../host/copy';
import { DaemonContainer } from '../host/daemon-container';
import { NetworkPeer } from '../host/network-peer';
import { NodeAddress } from '../host/node-address';
import { NodeLocalExposure } from '../host/node-local-exposure';

/** A program that other pods on its node connect to. */
export interface TcpNodeDaemonProps extends NodeDaemonOptions {
  /** The program. Its `ports` are those that are not exposed, such as that of its metrics. */
  readonly container: DaemonContainer;

  /**
   * The TCP port that others connect to.
   *
   * @default - the `ports`, of which there must be one then
   */
  readonly port?: number;

  /**
   * The ports that others connect to, where there are several or one is UDP; they come after `port`. Names tell them apart.
   *
   * @default - the `port`, which must be given then
   */
  readonly ports?: ContainerPort[];

  /** How pods reach the copy on their own node. */
  readonly exposure: NodeLocalExposure;

  /**
   * Who may connect to the exposed ports, by a NetworkPolicy; all other ports are closed to everybody then, unless `networkPolicy` opens them. The
   * network of the cluster must enforce policies. It cannot be with `hostNetwork` and `nodePort`, where no policy knows the clients.
   *
   * @default - anybody
   */
  readonly allowedClients?: NetworkPeer[];
}

/**
 * Defines a program that other pods on its node connect to.
 *
 * With `HARDENED` a pod counts as ready when its first TCP port takes connections, unless the container has a probe (a program with UDP ports alone gets
 * none), and the update fits the exposure: with a Service the new pod starts first, on 10 % of the nodes at a time, must be ready for 5 seconds, and the
 * containers and sidecars of the old one wait 5 seconds of `terminationGracePeriodSeconds` before they stop, unless these are fewer than 15. The old pod
 * stops first where both cannot be there (ports of the node, devices such as `nvidia.com/gpu`, huge pages, a required podAntiAffinity to its own labels),
 * and where both would write to a path of the node (`HostPath.readWrite`), unless `updateStrategy` says otherwise.
 */
export class TcpNodeDaemon extends Construct {
  /** The daemon. */
  public readonly daemon: NodeDaemon;

  private readonly serving: Omit<Serving, 'daemons' | 'service'>;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how others reach it
   */
  constructor(scope: Construct, id: string, props: TcpNodeDaemonProps) {
    super(scope, id);
    const { container, port, ports, exposure, allowedClients, ...options } = copyOf(props) ?? {} as TcpNodeDaemonProps;
    const program = defining(this, () => tcpProgram({ container, port, ports, exposure }));
    this.daemon = tcpDaemon(this, program, allowedClients, options);
    this.serving = { program, allowedClients, policies: [options.networkPolicy] };
  }

  /** The Service through which pods reach it; undefined where they reach it at the address of the node. */
  public get service(): ApiObject | undefined {
    return this.daemon.service;
  }

  /**
   * Tells the containers of a workload where the copy on their node is: by variables that stand behind those that the containers have. Where the
   * address is that of the node, the variable `HOST_IP` comes before them. The same call twice is the same as once; another value for a name that is
   * there is an error. Where no copy on another node stands in, the workload gets an annotation of its own that says whom it uses (not under `BARE`), so
   * that checks find clients on nodes without the daemon.
   *
   * @param workload a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template, from any library; a daemon of this one
   * @param addresses what each variable says
   * @param options which containers
   */
  public connect(workload: IConstruct, addresses: { [name: string]: NodeAddress }, options: ConnectOptions = {}): void {
    inConstruct(this, () => connectWorkload(workload, addresses, options, connectionTo({ ...this.serving, daemons: [this.daemon], service: this.service })));
  }
}
