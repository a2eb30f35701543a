import type { IConstruct } from 'constructs';
import { assertResources } from './assert-container';
import { assertAnnotations, assertLabels, assertPullSecrets } from './assert-metadata';
import { isNodeDaemon } from './node-daemon-symbol';
import { inConstruct } from './tree';
import { ContainerResources } from '../host/container-resources';
import { copyOf } from '../host/copy';
import { DaemonProfile } from '../host/daemon-profile';
import { ImageSource } from '../host/image-source';
import { NodePlatform } from '../host/node-platform';

/** What holds for all daemons below a scope; a prop of a daemon wins over it. */
export interface DaemonDefaultsOptions {
  /**
   * Facts of the cluster.
   *
   * @default - those of the scope above, otherwise `NodePlatform.standard()`
   */
  readonly platform?: NodePlatform;

  /**
   * Where images are pulled from.
   *
   * @default - that of the scope above, otherwise `ImageSource.upstream()`
   */
  readonly images?: ImageSource;

  /**
   * What is added to what you write.
   *
   * @default - that of the scope above, otherwise `DaemonProfile.HARDENED`
   */
  readonly profile?: DaemonProfile;

  /**
   * Names of the Secrets with the credentials of registries.
   *
   * @default - those of the scope above, otherwise none
   */
  readonly imagePullSecrets?: string[];

  /**
   * Labels of all objects of the daemons and, with `HARDENED`, of their pods; added to those of the scope above.
   *
   * @default - none
   */
  readonly labels?: { [label: string]: string };

  /**
   * Annotations of the DaemonSets; added to those of the scope above.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };

  /**
   * Annotations of the ServiceAccounts that are made; added to those of the scope above.
   *
   * @default - none
   */
  readonly serviceAccountAnnotations?: { [name: string]: string };

  /**
   * Resources of each daemon's own container.
   *
   * @default - those of the scope above, otherwise those of the ready program
   */
  readonly resources?: ContainerResources;
}

const DEFAULTS = Symbol.for('cdk8s-node-daemons.DaemonDefaults');
const NOTHING: DaemonDefaultsOptions = {};

/** Settings for all daemons below a scope. */
export class DaemonDefaults {
  /**
   * Sets what holds for all daemons below a scope. Call it before the daemons are defined, once for a scope.
   *
   * @param scope app, chart or any other construct
   * @param options what holds
   */
  public static on(scope: IConstruct, options: DaemonDefaultsOptions): void {
    const where = scope.node.path || 'the app';
    if (DEFAULTS in scope) {
      throw new Error(`${where}: DaemonDefaults are set already: set them once for a scope`);
    }
    const daemon = scope.node.findAll().find(isNodeDaemon);
    if (daemon !== undefined) {
      throw new Error(`${where}: DaemonDefaults come too late for '${daemon.node.path}': set them before the daemons are defined`);
    }
    inConstruct(scope, () => assertDefaults(options));
    Object.defineProperty(scope, DEFAULTS, { value: copyOf(options) });
  }

  /** @internal */
  public static _for(construct: IConstruct): DaemonDefaultsOptions {
    let all = NOTHING;
    for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
      const outer = (scope as { [DEFAULTS]?: DaemonDefaultsOptions })[DEFAULTS];
      if (outer !== undefined) {
        all = all === NOTHING ? outer : {
          ...outer,
          ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
          labels: { ...outer.labels, ...all.labels },
          annotations: { ...outer.annotations, ...all.annotations },
          serviceAccountAnnotations: { ...outer.serviceAccountAnnotations, ...all.serviceAccountAnnotations },
        };
      }
    }
    return all;
  }

  private constructor() {}
}

/** What is wrong here is wrong in every daemon below, and it was typed here. */
function assertDefaults({ labels, annotations, serviceAccountAnnotations, imagePullSecrets, resources }: DaemonDefaultsOptions): void {
  assertLabels('labels', labels);
  assertAnnotations('annotations', annotations);
  assertAnnotations('annotations of the ServiceAccount', serviceAccountAnnotations);
  assertPullSecrets(imagePullSecrets);
  assertResources(resources);
}
