import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { assertAnnotations, assertLabels } from './assert-metadata';
import { clusterCompanion } from './companion';
import { criticalPodsQuota } from './critical-pods-quota';
import { DaemonDefaults } from './daemon-defaults';
import { isNodeDaemon } from './node-daemon-symbol';
import { appOf, defining } from './tree';
import { Daemon } from '../analysis/daemon';
import { mildest, podSecurityOf } from '../analysis/pod-security';
import { copyOf } from '../host/copy';
import { invalid } from '../host/invalid';
import { NodePlatform } from '../host/node-platform';
import { dnsLabel } from '../kubernetes/names';
import type { DaemonSet } from '../kubernetes/wire/daemon-set';

/** A Namespace for daemons. */
export interface DaemonNamespaceProps {
  /** Name of the namespace: a DNS label. */
  readonly name: string;

  /**
   * Further labels. A Pod Security label that you give here stands as it is.
   *
   * @default - none but those of Pod Security
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * Facts of the cluster: its Kubernetes version pins the policy, and some want a quota for pods of a system priority class.
   *
   * @default - those of `DaemonDefaults` above it, otherwise `NodePlatform.standard()`
   */
  readonly platform?: NodePlatform;
}

const LABEL = 'pod-security.kubernetes.io/';

/**
 * Defines a Namespace with the Pod Security labels that its daemons need: the strictest level that all daemons of the app with this
 * namespace may run under, for `enforce`, `audit` and `warn`. Where the platform asks for it, a ResourceQuota lets pods of the system
 * priority classes in.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export class DaemonNamespace extends Construct {
  /** Name of the namespace, for the `namespace` of charts. */
  public readonly name: string;

  /** The Namespace. */
  public readonly apiObject: ApiObject;

  /** The ResourceQuota for pods of the system priority classes, its own or that of an agent before it; undefined where the platform does not ask for it. */
  public readonly criticalPodsQuota?: ApiObject;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props its name, and what it has besides
   * @throws where the name is no DNS label, or a label or annotation is malformed
   */
  constructor(scope: Construct, id: string, props: DaemonNamespaceProps) {
    super(scope, id);
    const { name, labels = {}, annotations = {}, platform = DaemonDefaults._for(this).platform ?? NodePlatform.standard() } = copyOf(props);
    defining(this, () => {
      assertName(name);
      assertLabels('label', labels);
      assertAnnotations('annotation', annotations);
    });
    this.name = name;
    const metadata = { name, labels: { ...this.podSecurityLabels(platform.kubernetesMinor), ...labels }, annotations };
    this.apiObject = clusterCompanion(this, 'Resource', { apiVersion: 'v1', kind: 'Namespace' }, metadata, {});
    this.criticalPodsQuota = criticalPodsQuota(this, name, platform);
  }

  private podSecurityLabels(minor: number | undefined): { [label: string]: string } {
    const level = Lazy.any({ produce: () => this.level(minor) }) as unknown as string;
    const version: { [label: string]: string } = minor === undefined ? {} : { [`${LABEL}enforce-version`]: `v1.${minor}` };
    return { [`${LABEL}enforce`]: level, ...version, [`${LABEL}audit`]: level, [`${LABEL}warn`]: level };
  }

  private level(minor: number | undefined): string {
    const manifests = appOf(this).node.findAll().filter(isNodeDaemon).map(daemon => (daemon as unknown as Finished)._subject().manifest);
    const daemons = manifests.filter(({ metadata }) => metadata?.namespace === this.name).map(manifest => new Daemon(() => '', manifest));
    return mildest(daemons.filter(({ isReadable }) => isReadable).map(daemon => podSecurityOf(daemon, minor).level));
  }
}

interface Finished { _subject(): { readonly manifest: DaemonSet } }

function assertName(name: string): void {
  if (dnsLabel(name ?? '').length > 0) {
    throw invalid('name of a namespace', "a DNS label such as 'node-daemons'", name);
  }
}
