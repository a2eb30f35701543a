import type { Daemon } from './daemon';
import { listAt, textAt, valueAt } from './loose';
import type { ObjectSet } from './object-set';
import { hostNames, portsOfNode, textsOf } from './own-node';
import { labelsAt } from './selectors';
import { SelectingService, selectingServices } from './services';
import { usesOf } from './uses';
import { Workload, workloadsOf } from './workload';
import { hasAll } from '../kubernetes/label-selector';
import { programAt } from '../kubernetes/node-programs';

/** A workload that uses daemons; a daemon may be one. */
export interface Client extends Workload {
  readonly daemon?: Daemon;
}

/** That a workload needs one of some daemons on its own node. */
export interface Use {
  readonly client: Client;
  readonly daemons: readonly Daemon[];
  /** What it seems to ask, such as `port 6666`, so that this is a guess; nothing where its annotation says that it uses them. */
  readonly by?: string;
}

/** The daemons of a set by what clients call them. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly Daemon[]>;
  /** By protocol and number, such as `TCP 6666`. */
  readonly byPort: ReadonlyMap<string, readonly Daemon[]>;
  readonly services: ReadonlyMap<string, SelectingService | undefined>;
}

/** Kinds of which most objects are made by the controller of another workload, which is the one to judge. */
const MADE_BY_OTHERS = new Set(['Pod', 'ReplicaSet', 'Job']);

// Of more daemons nobody can tell which one is meant: they are those of many clusters.
const MOST_ALTERNATIVES = 20;

/** Who uses a daemon on its own node; of several daemons of which one serves, the first has the use. */
export function usesOfDaemon(daemon: Daemon, objects: ObjectSet): readonly Use[] {
  return objects.once(usesOfDaemon, allUses).get(daemon) ?? [];
}

function allUses(objects: ObjectSet): Map<Daemon, Use[]> {
  const index = indexOf(objects);
  const uses = new Map<Daemon, Use[]>();
  for (const client of clientsIn(objects)) {
    for (const use of usesBy(client, index, objects)) {
      const [first] = use.daemons;
      uses.set(first, [...uses.get(first) ?? [], use]);
    }
  }
  return uses;
}

function clientsIn(objects: ObjectSet): Client[] {
  return [
    ...objects.daemons.filter(({ isReadable }) => isReadable).map(daemon => ({
      name: daemon.name, namespace: daemon.namespace, manifest: daemon.manifest, template: valueAt(daemon.manifest, 'spec', 'template'), daemon,
    })),
    ...workloadsOf(objects).filter(({ manifest }) => !isMade(manifest)),
  ];
}

/** What a client says counts; what it asks besides is found out. */
function usesBy(client: Client, index: Index, objects: ObjectSet): Use[] {
  const said = usesOf(client.manifest).map(names => names.map(name => named(name, client, index)))
    .flatMap(found => found.some(daemons => daemons.length === 0) ? [] : [{ client, daemons: found.flat() }]);
  const known = new Set(said.flatMap(({ daemons }) => daemons));
  const asked: Use[] = [];
  for (const use of askedBy(client, index, objects)) {
    const daemons = inClusterOf(client, use.daemons);
    const clusters = new Set(daemons.map(({ context }) => context.cluster));
    if (clusters.size === 1 && daemons.length <= MOST_ALTERNATIVES && !daemons.some(daemon => daemon === client.daemon || known.has(daemon))) {
      asked.push({ ...use, daemons });
      daemons.forEach(daemon => known.add(daemon));
    }
  }
  return [...said, ...asked];
}

function askedBy(client: Client, { byPort, services }: Index, objects: ObjectSet): Use[] {
  const texts = byPort.size + services.size === 0 ? [] : textsOf(client.template);
  // A program of the host network has the address of the node itself.
  const isOfNode = valueAt(client.template, 'spec', 'hostNetwork') === true;
  const ports = isOfNode ? [] : portsOfNode(texts).map(({ protocol, port }) => ({ client, daemons: byPort.get(`${protocol} ${port}`) ?? [], by: `port ${port}` }));
  const names = services.size === 0 ? [] : hostNames(texts).flatMap(({ name, port, protocol, isInUrl }) => {
    const [service, namespace, svc = 'svc'] = name.split('.');
    const found = svc === 'svc' ? services.get(`${namespace ?? client.namespace}/${service}`) : undefined;
    // A name alone may mean anything.
    const isMeant = port === undefined ? isInUrl : found?.ports.some(one => one.port === port && one.protocol === protocol);
    return found === undefined || !isMeant ? [] : [{ client, daemons: servedBy(found, objects), by: `Service '${found.name}'` }];
  });
  return [...ports, ...names];
}

/** The daemons that a Service sends clients to; none where it has other pods too. */
function servedBy({ namespace, selector: { matchLabels } }: SelectingService, objects: ObjectSet): readonly Daemon[] {
  const hasOthers = workloadsOf(objects).some(({ template, ...workload }) =>
    workload.namespace === namespace && hasAll(labelsAt(template, 'metadata', 'labels') ?? {}, matchLabels));
  return hasOthers ? [] : objects.daemons.filter(daemon => daemon.isReadable && daemon.namespace === namespace && hasAll(daemon.podLabels, matchLabels));
}

function named(name: string, client: Client, { byName }: Index): readonly Daemon[] {
  return inClusterOf(client, byName.get(name) ?? byName.get(`${client.namespace}/${name}`) ?? []);
}

/** Of daemons those that a client may meet; which cluster a workload is for is known of daemons only. */
function inClusterOf({ daemon: own }: Client, daemons: readonly Daemon[]): readonly Daemon[] {
  return own === undefined ? daemons : daemons.filter(({ context }) => context.cluster === own.context.cluster);
}

function indexOf(objects: ObjectSet): Index {
  const byName = new Map<string, Daemon[]>();
  const byPort = new Map<string, Daemon[]>();
  const add = (map: Map<string, Daemon[]>, key: string, daemon: Daemon) => {
    const list = map.get(key);
    list === undefined ? map.set(key, [daemon]) : list.includes(daemon) || list.push(daemon);
  };
  for (const daemon of objects.daemons.filter(({ isReadable }) => isReadable)) {
    const { namespace, outline } = daemon;
    add(byName, `${namespace === '' ? '' : `${namespace}/`}${outline.name}`, daemon);
    outline.hostPorts.filter(({ ip, port, protocol }) => (ip === '0.0.0.0' || ip === '::') && !(protocol === 'TCP' && programAt(port)))
      .forEach(({ protocol, port }) => add(byPort, `${protocol} ${port}`, daemon));
  }
  // Whoever else answers at the port may be the one that is meant.
  workloadsOf(objects).forEach(({ template }) => hostPortsIn(template).forEach(key => byPort.delete(key)));
  objects.ofKind('Service').filter(({ manifest }) => textAt(manifest, 'spec', 'type') === 'LoadBalancer').flatMap(({ manifest }) => listAt(manifest, 'spec', 'ports'))
    .forEach(port => byPort.delete(`${textAt(port, 'protocol') ?? 'TCP'} ${valueAt(port, 'port')}`));
  const services = new Map<string, SelectingService | undefined>();
  for (const service of selectingServices(objects).filter(({ isNodeLocal }) => isNodeLocal)) {
    const name = `${service.namespace}/${service.name}`;
    // Two of one name are those of two clusters.
    services.set(name, services.has(name) ? undefined : service);
  }
  return { byName, byPort, services };
}

function hostPortsIn(template: unknown): string[] {
  const isOfNode = valueAt(template, 'spec', 'hostNetwork') === true;
  return ['initContainers', 'containers'].flatMap(list => listAt(template, 'spec', list)).flatMap(container => listAt(container, 'ports'))
    .map(port => `${textAt(port, 'protocol') ?? 'TCP'} ${valueAt(port, 'hostPort') ?? (isOfNode ? valueAt(port, 'containerPort') : undefined)}`);
}

function isMade(manifest: unknown): boolean {
  return MADE_BY_OTHERS.has(textAt(manifest, 'kind') ?? '')
    && listAt(manifest, 'metadata', 'ownerReferences').some(owner => valueAt(owner, 'controller') === true);
}
