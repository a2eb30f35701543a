import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, Cron, Include } from 'cdk8s';
import * as k28 from 'cdk8s-plus-28';
import * as k33 from 'cdk8s-plus-33';
import * as k34 from 'cdk8s-plus-34';
import { Construct, IConstruct } from 'constructs';
import { daemonIn } from './testing';
import {
  CsiDriver, CsiNodePlugin, LogCollector, LogSink, LogSource, NetworkAgent, NetworkProgram, NodeExporter, NodeLocalExposure, TcpNodeDaemon,
} from '../../src';
import { table } from '../generated-part';

/** Makes a workload with the name `client`. */
export type Make = (chart: Chart) => IConstruct;

const CONTAINERS = [{ name: 'shop', image: 'shop:1' }];
const LABELS = { app: 'client' };
const POD = { spec: { containers: CONTAINERS } };
const LABELLED = { metadata: { labels: LABELS }, ...POD };
const SELECTOR = { matchLabels: LABELS };

/** The manifest of each kind. */
const SPECS: { readonly [kind: string]: { readonly apiVersion: string; readonly [field: string]: unknown } } = {
  Deployment: { apiVersion: 'apps/v1', spec: { selector: SELECTOR, template: LABELLED } },
  StatefulSet: { apiVersion: 'apps/v1', spec: { serviceName: 'client', selector: SELECTOR, template: LABELLED } },
  DaemonSet: { apiVersion: 'apps/v1', spec: { selector: SELECTOR, template: LABELLED } },
  Job: { apiVersion: 'batch/v1', spec: { template: { spec: { ...POD.spec, restartPolicy: 'Never' } } } },
  CronJob: { apiVersion: 'batch/v1', spec: { schedule: '* * * * *', jobTemplate: { spec: { template: { spec: { ...POD.spec, restartPolicy: 'Never' } } } } } },
  Pod: { apiVersion: 'v1', ...POD },
  ReplicaSet: { apiVersion: 'apps/v1', spec: { selector: SELECTOR, template: LABELLED } },
};

/** Kinds that Kubernetes does not know, with their pods at the usual place. */
const CUSTOM: typeof SPECS = {
  'Rollout (Argo)': { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { selector: SELECTOR, template: LABELLED } },
  'Service (Knative)': { apiVersion: 'serving.knative.dev/v1', kind: 'Service', spec: { template: POD } },
};

type Plus = typeof k28 | typeof k33 | typeof k34;

function plus(kplus: Plus): { [kind: string]: Make } {
  const { Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod, Service } = kplus as typeof k28;
  return {
    Deployment: chart => new Deployment(chart, 'client', { containers: CONTAINERS }),
    StatefulSet: chart => new StatefulSet(chart, 'client', { containers: CONTAINERS, service: new Service(chart, 'service', { ports: [{ port: 80 }] }) }),
    DaemonSet: chart => new DaemonSet(chart, 'client', { containers: CONTAINERS }),
    Job: chart => new Job(chart, 'client', { containers: CONTAINERS }),
    CronJob: chart => new CronJob(chart, 'client', { schedule: Cron.schedule({}), containers: CONTAINERS }),
    Pod: chart => new Pod(chart, 'client', { containers: CONTAINERS }),
  };
}

function generated({ k8s }: Plus): { [kind: string]: Make } {
  return Object.fromEntries(Object.entries(SPECS).map(([kind, { apiVersion, ...props }]) =>
    [kind, chart => new (k8s as any)[`Kube${kind}`](chart, 'client', props)]));
}

function plainObjects(): { [kind: string]: Make } {
  return Object.fromEntries(Object.entries({ ...SPECS, ...CUSTOM }).map(([kind, manifest]) => [kind, chart => new ApiObject(chart, 'client', { kind, ...manifest })]));
}

/** A file with manifests, read into a chart. */
function included(chart: Chart, ...manifests: object[]): Include {
  const file = join(mkdtempSync(join(tmpdir(), 'workloads-')), 'manifests.yaml');
  writeFileSync(file, manifests.map(manifest => JSON.stringify(manifest)).join('\n---\n'));
  return new Include(chart, 'file', { url: file });
}

function fromFile(): { [kind: string]: Make } {
  return Object.fromEntries(Object.entries({ ...SPECS, ...CUSTOM }).map(([kind, manifest]) =>
    [kind, chart => included(chart, { kind, ...manifest, metadata: { name: 'client' } })]));
}

/** What makes workloads: each line of libraries, with how it makes each kind. */
export const LINES: { readonly [line: string]: { readonly [kind: string]: Make } } = {
  'cdk8s-plus-28': plus(k28),
  'cdk8s-plus-33': plus(k33),
  'cdk8s-plus-34': plus(k34),
  'generated classes (28)': generated(k28),
  'generated classes (33)': generated(k33),
  'generated classes (34)': generated(k34),
  'ApiObject': plainObjects(),
  'one manifest of Include': fromFile(),
};

/** The constructs of this library. */
export const OURS: { readonly [name: string]: Make } = {
  NodeDaemon: chart => daemonIn(chart, {}, {}, 'client'),
  LogCollector: chart => new LogCollector(chart, 'client', { sources: [LogSource.containers()], sinks: [LogSink.stdout()] }),
  NodeExporter: chart => new NodeExporter(chart, 'client'),
  NetworkAgent: chart => new NetworkAgent(chart, 'client', { agent: NetworkProgram.flannel() }),
  CsiNodePlugin: chart => new CsiNodePlugin(chart, 'client', { driver: CsiDriver.nfs() }),
  TcpNodeDaemon: chart => new TcpNodeDaemon(chart, 'client', { container: CONTAINERS[0], port: 8080, exposure: NodeLocalExposure.localService() }),
};

/** What cannot be wired. */
export const REFUSED: { readonly [what: string]: Make } = {
  'Service': chart => new ApiObject(chart, 'client', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] } }),
  'ConfigMap of cdk8s-plus': chart => new k34.ConfigMap(chart, 'client'),
  'Chart': chart => new Chart(chart.node.root as App, 'client'),
  'construct without objects': chart => new Construct(chart, 'client'),
  'Include of several manifests': chart => included(chart, { kind: 'Deployment', ...SPECS.Deployment, metadata: { name: 'client' } },
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'client' } }),
  'JobSet, which has several templates': chart => new ApiObject(chart, 'client', {
    apiVersion: 'jobset.x-k8s.io/v1alpha2', kind: 'JobSet', spec: { replicatedJobs: [{ name: 'workers', template: { spec: { template: POD } } }] },
  }),
  'Rollout of a Deployment elsewhere': chart => new ApiObject(chart, 'client', {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' } },
  }),
  'manifest that is no construct': () => ({ kind: 'Deployment', apiVersion: 'apps/v1' }) as never,
};

/** Does something to a workload, such as `connect`. */
export type Wire = (chart: Chart, workload: IConstruct) => void;

/** The spec of the pods of a wired workload, in the manifest that is written; throws what the wiring throws. */
export function podOfWired(make: Make, wire: Wire): any {
  const chart = new Chart(new App(), 'app', { namespace: 'shop' });
  const workload = make(chart);
  wire(chart, workload);
  const objects = workload.node.findAll().filter((child): child is ApiObject => ApiObject.isApiObject(child));
  return objects.map(object => podOf(object.toJson())).find(pod => pod !== undefined);
}

function podOf({ kind, spec }: any): any {
  return kind === 'Pod' ? spec : kind === 'CronJob' ? spec.jobTemplate.spec.template.spec : spec?.template?.spec;
}

/** What becomes of a wiring: that it works, or the message. */
export function outcomeOf(make: Make, wire: Wire): string {
  try {
    podOfWired(make, wire);
    return 'works';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The table of workloads and lines for a page of docs. */
export function wiringTable(wire: Wire): string {
  const kinds = [...new Set(Object.values(LINES).flatMap(line => Object.keys(line)))];
  return table(['Workload', ...Object.keys(LINES)], kinds.map(kind =>
    [kind, ...Object.values(LINES).map(line => line[kind] === undefined ? 'has none' : outcomeOf(line[kind], wire))]));
}

/** The table of what is refused, with the messages, for a page of docs. */
export function refusedTable(wire: Wire): string {
  return table(['What', 'Message'], Object.entries(REFUSED).map(([what, make]) => [what, outcomeOf(make, wire)]));
}
