import type { Construct } from 'constructs';
import { assertAnnotations, assertLabels } from './assert-metadata';
import { DaemonConfigMap } from './config-map';
import { DaemonState } from './daemon-state';
import { assertMounts, mountsOf } from './mounts';
import { NodeDaemonOptions } from './node-daemon-options';
import { PodContainers } from './pod-containers';
import { PodVolumes } from './pod-volumes';
import { DaemonAccount } from './service-account';
import { DaemonSettings } from './settings';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { DaemonContainer } from '../host/daemon-container';
import { invalid } from '../host/invalid';
import { LabelSelector } from '../host/label-selector';

/** How the objects of a daemon are called and labelled. */
export interface DaemonLabels {
  readonly selector: LabelSelector;
  /** Labels of every object, and with `HARDENED` of the pods. */
  readonly common: { readonly [label: string]: string };
}

/** The pod of a daemon while it is put together: the containers, and the companions that they need. */
export class DaemonPod {
  public readonly containers: PodContainers;
  private readonly labels: { [label: string]: string };
  private readonly annotations: { [name: string]: string };
  private account?: DaemonAccount;
  private hasApiAccess = false;
  private configMap?: DaemonConfigMap;

  constructor(
    private readonly scope: Construct,
    private readonly options: NodeDaemonOptions,
    private readonly settings: DaemonSettings,
    private readonly names: DaemonLabels,
  ) {
    this.containers = new PodContainers(settings.images);
    this.labels = { ...settings.hardened ? names.common : {}, ...options.podMetadata?.labels };
    this.annotations = { ...options.podMetadata?.annotations };
    const asked = options.serviceAccountAnnotations !== undefined && options.serviceAccount === undefined;
    const isForAnnotations = asked || (this.accountName === undefined && Object.keys(settings.serviceAccountAnnotations).length > 0);
    if (options.createServiceAccount ?? isForAnnotations) {
      this.account = this.newAccount();
    }
  }

  /** Name of the account under which the pods run; undefined for the namespace's own. */
  public get serviceAccountName(): string | undefined {
    return this.account?.name ?? this.accountName;
  }

  /** Name of the ConfigMap; undefined where there is none. */
  public get configMapName(): string | undefined {
    return this.configMap?.name;
  }

  public addLabel(label: string, value: string): void {
    assertLabels('labels of the pods', { [label]: value });
    putOnce(this.labels, 'pod label', label, value);
  }

  public addAnnotation(name: string, value: string): void {
    assertAnnotations('annotations of the pods', { [name]: value });
    putOnce(this.annotations, 'pod annotation', name, value);
  }

  public addApiAccess(access: ApiAccess, namespace: string | undefined): void {
    this.account ??= this.newAccount(this.options.createServiceAccount === false ? this.existingAccount() : this.options.serviceAccount?.name);
    this.account.grant(access, namespace);
    this.hasApiAccess = true;
  }

  public addConfigFile(file: ConfigFile): void {
    file.containers.forEach(name => this.containers.find(name));
    this.configMap ??= new DaemonConfigMap(this.scope, {
      name: this.options.configMapName ?? (this.options.name === undefined ? undefined : `${this.options.name}-config`),
      labels: { ...this.names.common },
    });
    this.configMap.add(file);
  }

  /** Everything that the DaemonSet is rendered from, as it is now. Throws where the parts do not fit together. */
  public state(): DaemonState {
    const { hardened, platform, imagePullSecrets } = this.settings;
    this.assertSelected();
    const containers = this.containers.running.map((c, position) => this.withConfig(c, position === 0));
    const initContainers = this.containers.init.map(c => this.withConfig(c, false));
    const volumes = new PodVolumes(hardened ? platform : undefined);
    for (const [name, source] of Object.entries(this.options.volumes ?? {})) {
      volumes.add(name, source);
    }
    containers.forEach((c, position) => volumes.addAll(c, position === 0));
    initContainers.forEach(c => volumes.addAll(c, false));
    return {
      hardened,
      platform,
      options: this.options,
      containers,
      initContainers,
      volumes,
      selector: this.names.selector,
      podLabels: this.labels,
      podAnnotations: this.annotationsNow(),
      imagePullSecrets,
      serviceAccountName: this.serviceAccountName,
      automountServiceAccountToken: this.options.automountServiceAccountToken ?? (hardened ? this.needsToken() : undefined),
    };
  }

  /** A pod without a label of the selector would be nobody's. */
  private assertSelected(): void {
    for (const [label, value] of Object.entries(this.names.selector.matchLabels ?? {})) {
      if (this.labels[label] !== undefined && this.labels[label] !== value) {
        throw invalid(`pod label '${label}'`, `that of the selector, '${value}'`, this.labels[label],
          'give selector: { matchLabels: { … } } too, which Kubernetes never changes on a live DaemonSet');
      }
    }
  }

  /** An account that somebody else named has rights that we do not know, so that nothing is said about its token. */
  private needsToken(): boolean | undefined {
    return this.hasApiAccess ? true : this.accountName === undefined ? false : undefined;
  }

  private get accountName(): string | undefined {
    return this.options.serviceAccount?.name ?? this.options.serviceAccountName;
  }

  private existingAccount(): string {
    if (this.accountName === undefined) {
      throw invalid('serviceAccountName', 'given where createServiceAccount is false and there is apiAccess', undefined);
    }
    return this.accountName;
  }

  private newAccount(existing?: string): DaemonAccount {
    const { serviceAccountAnnotations, hardened } = this.settings;
    return new DaemonAccount(this.scope, {
      name: this.options.serviceAccountName,
      daemonName: this.options.name,
      labels: this.names.common,
      annotations: serviceAccountAnnotations,
      automountToken: hardened ? false : undefined,
    }, existing);
  }

  private withConfig(container: DaemonContainer, isMain: boolean): DaemonContainer {
    const mounts = this.configMap?.mountsFor(container.name!, isMain) ?? [];
    if (mounts.length === 0) {
      return container;
    }
    const complete = { ...container, volumes: [...container.volumes ?? [], ...mounts] };
    assertMounts(mountsOf(complete, isMain));
    return complete;
  }

  private annotationsNow(): { [name: string]: string } {
    const hash = this.settings.hardened ? this.configMap?.hash() : undefined;
    return hash === undefined ? this.annotations : { ...this.annotations, 'cdk8s-node-daemons/config-hash': hash };
  }
}

function putOnce(map: { [key: string]: string }, what: string, key: string, value: string): void {
  if (map[key] !== undefined && map[key] !== value) {
    throw invalid(`${what} '${key}'`, `set once; it is '${map[key]}'`, value);
  }
  map[key] = value;
}
