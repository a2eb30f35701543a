import { reasonFor } from './acknowledgements';
import { AnalysisOptions } from './analysis-options';
import { changesSince } from './changes/changes-since';
import { checkCompanion } from './check-companion';
import { checkDaemon, checkPods, DaemonFinding } from './check-daemon';
import { Daemon } from './daemon';
import { DaemonFacts } from './daemon-facts';
import { daemonOf } from './daemon-of';
import { factsOf } from './facts-of';
import { Finding } from './finding';
import { identityOf, nameOf, withoutLists } from './manifests';
import { namespaceFacts } from './namespaces';
import { byKind, ObjectSet } from './object-set';
import { NamespaceFacts } from './pod-security-facts';
import { podsOf } from './workload';
import { asAppsV1 } from '../kubernetes/legacy-daemon-set';
import { minorOf } from '../kubernetes/version';

/** What is true and what is wrong of DaemonSets and the objects beside them, whoever wrote them; nothing is applied or asked of a cluster. */
export class Analysis {
  /**
   * Analyses manifests as if they were applied to one cluster.
   *
   * @param manifests objects as JSON, lists of objects as `kubectl get -o json` prints them included; they are not changed
   * @param options what is known besides
   * @throws where a manifest is no object, or the version none
   */
  public static of(manifests: any[], options: AnalysisOptions = {}): Analysis {
    return new Analysis(manifests, options);
  }

  /** What is wrong, in the order of the manifests. */
  public readonly findings: Finding[];

  private readonly readable: readonly { readonly daemon: Daemon; readonly position: number }[];
  private readonly objects: ObjectSet;

  private constructor(manifests: readonly any[], { cluster = [], baseline = [], kubernetesVersion }: AnalysisOptions) {
    const own = withoutLists(manifests);
    const names = new Set(own.map(({ manifest }) => identityOf(manifest)));
    const present = withoutLists(cluster).map(({ manifest }) => manifest);
    const presentNames = new Set(present.map(identityOf));
    const others = present.filter(manifest => !names.has(identityOf(manifest)));
    const kubernetesMinor = kubernetesVersion === undefined ? undefined : minorOf(kubernetesVersion);
    if (kubernetesVersion !== undefined && kubernetesMinor === undefined) {
      throw new Error(`kubernetesVersion must be a version such as '1.34', got '${kubernetesVersion}'`);
    }
    const read = own.map(({ manifest, position }) => {
      return { manifest, position, daemon: daemonOf(manifest, { kubernetesMinor, isInCluster: presentNames.has(identityOf(manifest)) }) };
    });
    const objects = new ObjectSet(
      // Those of the cluster were there first.
      [...others.map(manifest => daemonOf(manifest, { kubernetesMinor })), ...read.map(({ daemon }) => daemon)].filter(daemon => daemon !== undefined),
      byKind([...others, ...own.map(({ manifest }) => manifest)]),
      present,
    );
    this.readable = read.flatMap(({ daemon, position }) => daemon?.isReadable ? [{ daemon, position }] : []);
    this.objects = objects;
    const replaced = new Map(withoutLists(baseline).map(({ manifest }) => [identityOf(manifest), asAppsV1(manifest)]));
    this.findings = read.flatMap(({ manifest, position, daemon }) => {
      const found = daemon === undefined ? [...checkCompanion(manifest), ...findingsAboutPods(manifest, objects)] : findingsAbout(daemon, objects);
      const before = replaced.get(identityOf(manifest));
      const changes = before === undefined ? [] : changesSince(before, asAppsV1(manifest));
      return [...found, ...changes].map(finding => ({ ...finding, object: nameOf(manifest), position }));
    });
  }

  /** What is true of each DaemonSet that can be read, in the order of the manifests. */
  public get daemons(): DaemonFacts[] {
    return this.readable.map(({ daemon, position }) => factsOf(daemon, this.objects, position));
  }

  /** What is true of each namespace that they run in. */
  public get namespaces(): NamespaceFacts[] {
    return namespaceFacts(this.readable.map(({ daemon }) => daemon), this.objects);
  }
}

/** A client may have the mistakes of a daemon's program too. */
function findingsAboutPods(manifest: any, objects: ObjectSet): Omit<Finding, 'object' | 'position'>[] {
  const pods = podsOf(manifest);
  if (pods === undefined) {
    return [];
  }
  const daemon = new Daemon(() => nameOf(manifest), pods.daemonSet);
  const inManifest = (field?: string) => field?.replace(/^spec\.template\./, pods.field === '' ? '' : `${pods.field}.`);
  return checkPods(daemon, objects).map(found => ({ ...findingOf(found, daemon), field: inManifest(found.field) }));
}

function findingsAbout(daemon: Daemon, objects: ObjectSet): Omit<Finding, 'object' | 'position'>[] {
  return checkDaemon(daemon, objects).map(found => findingOf(found, daemon));
}

function findingOf({ check: { id, acknowledgeable }, severity, message, field, other }: DaemonFinding, daemon: Daemon): Omit<Finding, 'object' | 'position'> {
  return { id, severity, message, field, acknowledgeable, acknowledged: acknowledgeable ? reasonFor(id, daemon, other) : undefined };
}
