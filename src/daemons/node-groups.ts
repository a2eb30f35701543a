import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { tcpDaemon } from './tcp-daemon';
import { COMPONENT } from '../catalog/tcp/config';
import { connectionTo, Serving } from '../catalog/tcp/connection';
import { TcpProgram, TcpProgramProps, tcpProgram } from '../catalog/tcp/program';
import { serviceOf } from '../catalog/tcp/service';
import { agentDaemon } from '../core/agent-daemon';
import { AppChecks, GroupsSubject } from '../core/app-checks';
import { assertContainerGiven, assertLists, assertOptions } from '../core/assert-options';
import { connectWorkload } from '../core/connect';
import { groupsService } from '../core/groups-service';
import { mergeContainer } from '../core/merge-container';
import { mergeOptions } from '../core/merge-options';
import { mergeResources } from '../core/merge-resources';
import { NodeDaemon } from '../core/node-daemon';
import { NodeDaemonOptions, NodeDaemonProps } from '../core/node-daemon-options';
import { settingsOf } from '../core/settings';
import { appOf, defining, inConstruct } from '../core/tree';
import { ConnectOptions } from '../host/connect-options';
import { ContainerPort } from '../host/container-port';
import { copyOf } from '../host/copy';
import { DaemonContainer } from '../host/daemon-container';
import { isDnsLabel } from '../host/formats';
import { invalid, listed } from '../host/invalid';
import { NetworkPeer } from '../host/network-peer';
import { NodeAddress } from '../host/node-address';
import { NodeLocalExposure } from '../host/node-local-exposure';

const PLACEMENT = "placement: NodePlacement.everyNode({ nodeSelector: { color: 'red' } })";

/**
 * One group of nodes, and what is different there. The `placement` must be given.
 *
 * What it says counts, over what all groups have in common: of maps and structs field by field; the lists `sidecars`, `initContainers`, `configFiles`,
 * `apiAccess` and `acknowledge` come behind the common ones.
 */
export interface NodeGroup extends NodeDaemonOptions {
  /**
   * What is different in the container: its fields count over those of the common one, of `resources` each request and limit; environment variables, ports
   * and mounts come behind the common ones, and one for the same name, port or path replaces it.
   *
   * @default - the common container
   */
  readonly container?: DaemonContainer;
}

/** A program that runs on several groups of nodes, with settings for each. What is not said of a group holds for all. */
export interface NodeGroupsProps extends NodeDaemonOptions {
  /** The program, as all groups have it. Its `ports` are those that are not exposed. */
  readonly container: DaemonContainer;

  /**
   * The groups, by their names: at most 63 of a-z, 0-9 and '-'. Where there is a `name`, the DaemonSet of a group has it with '-' and that of the group.
   * No node may be in two groups, which is proved by the placements; a node that is in none runs no copy.
   */
  readonly groups: { [name: string]: NodeGroup };

  /**
   * The TCP port that others connect to.
   *
   * @default - the `ports`; where there are none, nobody connects
   */
  readonly port?: number;

  /**
   * The ports that others connect to, where there are several or one is UDP; they come after `port`. Names tell them apart.
   *
   * @default - the `port`; where there is none, nobody connects
   */
  readonly ports?: ContainerPort[];

  /**
   * How pods reach the copy on their own node, the same way in all groups. It must be given where there are ports to connect to.
   *
   * @default - they do not: the program serves nobody
   */
  readonly exposure?: NodeLocalExposure;

  /**
   * Who may connect to the exposed ports, by a NetworkPolicy for each group, as with `TcpNodeDaemon`.
   *
   * @default - anybody
   */
  readonly allowedClients?: NetworkPeer[];
}

/**
 * Defines a program that runs on several groups of nodes, with settings for each: one DaemonSet a group.
 *
 * Synthesis fails where a node could be in two groups, whatever nodes there are. Others reach the program like a `TcpNodeDaemon`: one Service leads to
 * the pods of all groups, which it finds by the label `cdk8s-node-daemons/groups`, and one `connect` is for clients on the nodes of all groups.
 */
export class NodeGroups extends Construct {
  /** The Service through which pods reach the copy on their node, whatever its group; undefined where they reach it at the address of the node. */
  public readonly service?: ApiObject;

  private readonly program?: TcpProgram;
  private readonly clients: Pick<Serving, 'allowedClients' | 'policies'>;
  private readonly daemons: ReadonlyMap<string, NodeDaemon>;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, on which groups of nodes and how others reach it
   */
  constructor(scope: Construct, id: string, props: NodeGroupsProps) {
    super(scope, id);
    const { groups, port, ports, exposure, allowedClients, ...common } = copyOf(props) ?? {} as NodeGroupsProps;
    const exposed: Exposed | undefined = [port, ports, exposure, allowedClients].every(one => one === undefined) ? undefined
      : { port, ports, exposure: exposure!, clients: allowedClients };
    const settings = settingsOf(this, common);
    this.program = defining(this, () => {
      assertGroups(groups, common);
      assertContainerGiven(common.container);
      return exposed && tcpProgram({ ...exposed, container: common.container });
    });
    const service = defining(this, () => this.program && serviceOf(this.program.exposure, this.program.ports, settings.platform.kubernetesMinor));
    this.daemons = defining(this, () => {
      assertOptions({ ...common, service: service ?? common.service }, settings);
      return new Map(Object.entries(groups).map(([name, group]) => [name, groupDaemon(new Construct(this, name), group, common, exposed)]));
    });
    const labelled = { ...common, component: common.component ?? COMPONENT };
    this.clients = { allowedClients, policies: [common, ...Object.values(groups)].map(({ networkPolicy }) => networkPolicy) };
    this.service = service && defining(this, () => groupsService(this, service, labelled, settings, [...this.daemons.values()]));
    AppChecks.of(appOf(this)).addGroups(this);
  }

  /**
   * The daemon of a group.
   *
   * @param group name of the group
   */
  public daemon(group: string): NodeDaemon {
    return inConstruct(this, () => {
      const daemon = this.daemons.get(group);
      if (daemon === undefined) {
        throw invalid('group', `one of ${listed(this.daemons.keys())}`, group);
      }
      return daemon;
    });
  }

  /**
   * Tells the containers of a workload where the copy on their node is, whatever the group of the node, as `TcpNodeDaemon` does. A client must run on
   * nodes of the groups alone; checks find those that may run elsewhere.
   *
   * @param workload a Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod or another object with a pod template, from any library; a daemon of this one
   * @param addresses what each variable says
   * @param options which containers
   */
  public connect(workload: IConstruct, addresses: { [name: string]: NodeAddress }, options: ConnectOptions = {}): void {
    inConstruct(this, () => {
      if (this.program === undefined) {
        throw invalid('exposure', 'given where clients connect', undefined, 'give port and exposure: NodeLocalExposure.localService()');
      }
      connectWorkload(workload, addresses, options, connectionTo({
        ...this.clients, program: this.program, daemons: [...this.daemons.values()], service: this.service,
      }));
    });
  }

  /** @internal */
  public _subject(): GroupsSubject {
    return { daemons: this.daemons, companions: this.service === undefined ? [] : [this.service] };
  }
}

/** What all groups expose. */
interface Exposed extends Omit<TcpProgramProps, 'container'> {
  readonly clients?: readonly NetworkPeer[];
}

function assertGroups(groups: NodeGroupsProps['groups'], { placement }: NodeDaemonOptions): void {
  if (typeof groups !== 'object' || groups === null || Array.isArray(groups) || Object.keys(groups).length === 0) {
    throw invalid('groups', `a map of at least one group, such as { red: { ${PLACEMENT} } }`, groups);
  }
  const wrong = Object.keys(groups).find(name => !isDnsLabel(name));
  if (wrong !== undefined) {
    throw invalid('name of a group', "at most 63 of a-z, 0-9 and '-', with a letter or digit at both ends", wrong);
  }
  if (placement !== undefined) {
    throw invalid('placement', 'left out beside groups, each of which has its own', placement, `give it to the groups: { ${PLACEMENT} }`);
  }
}

function groupDaemon(construct: Construct, group: NodeGroup, { container, name, ...common }: NodeDaemonProps, exposed: Exposed | undefined): NodeDaemon {
  return defining(construct, () => {
    const { container: own, ...different } = group ?? {} as NodeGroup;
    if (typeof different.placement?._toWire !== 'function') {
      throw invalid('placement of a group', 'given, as a value such as NodePlacement.everyNode()', different.placement, `say which nodes: { ${PLACEMENT} }`);
    }
    assertContainerGiven(own ?? {});
    [common, different].forEach(assertLists);
    const options = mergeOptions({ ...common, name: name && `${name}-${construct.node.id}` }, different);
    const program = { ...mergeContainer(container, own ?? {}), resources: mergeResources(container.resources, own?.resources) };
    return exposed === undefined
      ? agentDaemon(construct, options, { _config: () => ({ component: 'node-daemon', container: program }) }, 'container', () => ({}))
      : tcpDaemon(construct, tcpProgram({ ...exposed, container: program }), exposed.clients, options, true);
  });
}
