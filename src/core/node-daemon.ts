import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { acceptedFor, annotationText, Reasons, reasonsOf } from './acknowledged';
import { AppChecks, CheckSubject } from './app-checks';
import { assertContainerGiven, assertLists, assertOptions } from './assert-options';
import { daemonCompanions } from './daemon-companions';
import { DaemonPod } from './daemon-pod';
import { DaemonSetObject } from './daemon-set-object';
import { identify } from './identity';
import { NodeDaemonProps } from './node-daemon-options';
import { isNodeDaemon, NODE_DAEMON } from './node-daemon-symbol';
import { podSelectorConfig } from './pod-selector';
import { renderDaemonSet } from './render-daemon-set';
import { DaemonSettings, settingsOf } from './settings';
import { mapOrNothing } from './tidy';
import { appOf, defining, inConstruct } from './tree';
import { ACKNOWLEDGED } from '../analysis/acknowledgements';
import { ApiAccess } from '../host/api-access';
import { ConfigFile } from '../host/config-file';
import { ContainerPort } from '../host/container-port';
import { copyOf, withoutUndefined } from '../host/copy';
import { DaemonContainer } from '../host/daemon-container';
import { EnvFrom } from '../host/env-from';
import { EnvValue } from '../host/env-value';
import { HostPath } from '../host/host-path';
import { invalid } from '../host/invalid';
import { LabelSelector } from '../host/label-selector';
import { NodePlatform } from '../host/node-platform';
import { VolumeMount } from '../host/volume-mount';

/**
 * Defines a program that runs on every node: a DaemonSet with its ServiceAccount, roles, ConfigMap and Service.
 *
 * The constructs for log collectors, exporters and so on are made of it; it is the one to use for every other program.
 * `ApiObject.of(daemon)` is the DaemonSet, for JSON patches with the field names of Kubernetes.
 */
export class NodeDaemon extends Construct {
  /**
   * Whether something is a NodeDaemon. Use it instead of `instanceof`, which fails where the library is loaded twice.
   *
   * @param x anything
   */
  public static isNodeDaemon(x: any): boolean {
    return isNodeDaemon(x);
  }

  /** The DaemonSet. */
  public readonly apiObject: ApiObject;

  /** The Service in front of the pods; undefined where `service` was not given. */
  public readonly service?: ApiObject;

  /** The ServiceMonitor or PodMonitor; undefined where `monitor` makes none. */
  public readonly monitor?: ApiObject;

  /** The NetworkPolicy of the pods; undefined where `networkPolicy` was not given. */
  public readonly networkPolicy?: ApiObject;

  /** The VerticalPodAutoscaler; undefined where `verticalAutoscaler` was not given. */
  public readonly verticalAutoscaler?: ApiObject;

  private readonly settings: DaemonSettings;
  private readonly daemonSet: DaemonSetObject;
  private readonly pod: DaemonPod;
  private readonly selector: LabelSelector;
  private readonly checks: AppChecks;
  private readonly acknowledged: Reasons;

  /**
   * @param scope construct above it
   * @param id id, unique in the scope
   * @param props what runs, where and how
   */
  constructor(scope: Construct, id: string, props: NodeDaemonProps) {
    super(scope, id);
    defining(this, () => {
      assertContainerGiven(props?.container);
      assertLists(props);
    });
    const { container, sidecars = [], initContainers = [], apiAccess = [], configFiles = [], ...options } = copyOf(props);
    this.settings = settingsOf(this, options);
    this.acknowledged = defining(this, () => reasonsOf(options.acknowledge ?? []));
    defining(this, () => assertOptions(options, this.settings));
    const app = appOf(this);
    this.checks = AppChecks.of(app);
    this.daemonSet = new DaemonSetObject(
      this, 'Resource', withoutUndefined({ name: options.name, annotations: mapOrNothing(this.settings.annotations) }),
      app, () => renderDaemonSet(this.pod.state()), this.checks,
    );
    this.apiObject = this.daemonSet;
    this._accept();
    const labels = identify(options, this.settings, container, this.daemonSet.name);
    this.selector = labels.selector;
    for (const [label, value] of Object.entries(labels.common)) {
      this.daemonSet.metadata.addLabel(label, value);
    }
    this.pod = new DaemonPod(this, options, this.settings, labels);
    defining(this, () => {
      this.pod.containers.add({ ...container, resources: container.resources ?? this.settings.resources });
      sidecars.forEach(sidecar => this.pod.containers.add(sidecar));
      initContainers.forEach(init => this.pod.containers.addInit(init));
      apiAccess.forEach(access => this.pod.addApiAccess(access, this.namespace));
      configFiles.forEach(file => this.pod.addConfigFile(file));
      this.pod.state();
    });
    const { service, monitor, networkPolicy, verticalAutoscaler } = daemonCompanions(this, options, {
      name: this.name,
      daemonName: options.name,
      labels: labels.common,
      selector: labels.selector,
      pod: this.pod.containers,
      addPodAnnotation: (name, value) => this.addPodAnnotation(name, value),
    });
    this.service = service;
    this.monitor = monitor;
    this.networkPolicy = networkPolicy;
    this.verticalAutoscaler = verticalAutoscaler;
    this.checks.add(this);
  }

  /** Name of the DaemonSet. */
  public get name(): string {
    return this.daemonSet.name;
  }

  /** Namespace of the daemon; undefined where the chart has none. */
  public get namespace(): string | undefined {
    return this.daemonSet.metadata.namespace;
  }

  /** Labels by which the DaemonSet, Services and policies find its pods. */
  public get selectorLabels(): { [label: string]: string } {
    return { ...this.selector.matchLabels };
  }

  /** Facts of the cluster that the daemon was made for. */
  public get platform(): NodePlatform {
    return this.settings.platform;
  }

  /** Name of the account under which the pods run; undefined for the namespace's own. */
  public get serviceAccountName(): string | undefined {
    return this.pod.serviceAccountName;
  }

  /** Name of the ConfigMap with the configuration files; undefined where there are none. */
  public get configMapName(): string | undefined {
    return this.pod.configMapName;
  }

  /**
   * Adds a container that runs beside the daemon's own.
   *
   * @param container the container
   */
  public addContainer(container: DaemonContainer): void {
    this.change(() => this.pod.containers.add(copyOf(container)));
  }

  /**
   * Adds a container that runs before the others, after those that were added before.
   *
   * @param container the container
   */
  public addInitContainer(container: DaemonContainer): void {
    this.change(() => this.pod.containers.addInit(copyOf(container)));
  }

  /**
   * Shows a path of the node to a container.
   *
   * @param hostPath the path
   * @param container name of the container; the daemon's own where it is left out
   */
  public addHostPath(hostPath: HostPath, container?: string): void {
    this.change(() => this.pod.containers.change(container, c => ({ ...c, hostPaths: [...c.hostPaths ?? [], hostPath] })));
  }

  /**
   * Shows a volume to a container.
   *
   * @param volume the mount, with the volume's source or the name of one that is there
   * @param container name of the container; the daemon's own where it is left out
   */
  public addVolume(volume: VolumeMount, container?: string): void {
    this.change(() => this.pod.containers.change(container, c => ({ ...c, volumes: [...c.volumes ?? [], { ...volume }] })));
  }

  /**
   * Declares a port of a container.
   *
   * @param port the port
   * @param container name of the container; the daemon's own where it is left out
   */
  public addPort(port: ContainerPort, container?: string): void {
    this.change(() => this.pod.containers.change(container, c => ({ ...c, ports: [...c.ports ?? [], port] })));
  }

  /**
   * Sets an environment variable of a container, after those that it has. A second value for a name is an error.
   *
   * @param name name of the variable
   * @param value its value
   * @param container name of the container; the daemon's own where it is left out
   */
  public addEnv(name: string, value: EnvValue, container?: string): void {
    this.change(() => this.pod.containers.change(container, c => {
      if (c.env?.[name] !== undefined) {
        throw invalid('environment variable', `set once in container '${c.name}'`, name, 'set it where the container is defined');
      }
      return { ...c, env: { ...c.env, [name]: value } };
    }));
  }

  /**
   * Sets environment variables of a container from all keys of a ConfigMap or Secret.
   *
   * @param source ConfigMap or Secret
   * @param container name of the container; the daemon's own where it is left out
   */
  public addEnvFrom(source: EnvFrom, container?: string): void {
    this.change(() => this.pod.containers.change(container, c => ({ ...c, envFrom: [...c.envFrom ?? [], source] })));
  }

  /**
   * Adds a text file to the daemon's ConfigMap, and to the containers that read it.
   *
   * @param file the file
   */
  public addConfigFile(file: ConfigFile): void {
    this.change(() => this.pod.addConfigFile(file));
  }

  /**
   * Lets the program ask the API server for more.
   *
   * @param access what it may ask
   */
  public addApiAccess(access: ApiAccess): void {
    this.change(() => this.pod.addApiAccess(access, this.namespace));
  }

  /**
   * Sets a label of the pods. A second value for a label is an error.
   *
   * @param label the label
   * @param value its value
   */
  public addPodLabel(label: string, value: string): void {
    this.change(() => this.pod.addLabel(label, value));
  }

  /**
   * Sets an annotation of the pods. A second value for an annotation is an error.
   *
   * @param name the annotation
   * @param value its value
   */
  public addPodAnnotation(name: string, value: string): void {
    this.change(() => this.pod.addAnnotation(name, value));
  }

  /** Makes the daemon a pod selector of cdk8s-plus: `new kplus.Service(this, 'Service', { selector: daemon })`. */
  public toPodSelectorConfig(): any {
    return podSelectorConfig(this.selector);
  }

  /** Makes the daemon a peer of a network policy of cdk8s-plus. */
  public toNetworkPolicyPeerConfig(): any {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Makes the daemon a peer of a network policy of cdk8s-plus. */
  public toPodSelector(): any {
    return this;
  }

  /** @internal */
  public _subject(): CheckSubject {
    const { kubernetesMinor, cluster } = this.settings.platform;
    const companions = this.node.children.filter((child): child is ApiObject => ApiObject.isApiObject(child) && child !== this.daemonSet);
    return { manifest: this.daemonSet.finished(), companions, context: { kubernetesMinor, cluster, isConstruct: true } };
  }

  /** @internal */
  public _isHardened(): boolean {
    return this.settings.hardened;
  }

  /** @internal */
  public _accept(): void {
    const reasons = new Map([...acceptedFor(this), ...this.acknowledged]);
    if (reasons.size > 0) {
      this.daemonSet.metadata.addAnnotation(ACKNOWLEDGED, annotationText(reasons));
    }
  }

  private change(change: () => void): void {
    inConstruct(this, () => {
      change();
      this.pod.state();
    });
    this.daemonSet.invalidate();
  }
}

Object.defineProperty(NodeDaemon.prototype, NODE_DAEMON, { value: true });
