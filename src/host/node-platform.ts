import { copyOf } from './copy';
import { invalid } from './invalid';
import { IpFamily } from './ip-family';
import { NodePlatformOptions } from './node-platform-options';
import { assertAbsolute } from './paths';
import { PlatformFacts, platformFacts } from './platform-facts';
import { isWithin, placeOf } from '../kubernetes/host-path';
import { minorOf } from '../kubernetes/version';

/**
 * Facts of a cluster from which everything that depends on the distribution is derived.
 */
export class NodePlatform {
  /** Kubernetes as kubeadm sets it up. */
  public static standard(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('standard', options);
  }

  /** Amazon EKS. */
  public static eks(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('eks', options);
  }

  /** Google GKE, standard mode. */
  public static gke(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('gke', options);
  }

  /** Azure AKS. */
  public static aks(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('aks', options);
  }

  /** K3s from 1.28 on, with its own network. */
  public static k3s(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('k3s', options);
  }

  /** RKE2. */
  public static rke2(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('rke2', options);
  }

  /** MicroK8s. */
  public static microk8s(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('microk8s', options);
  }

  /** K0s. */
  public static k0s(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('k0s', options);
  }

  /** OpenShift 4. */
  public static openshift(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('openshift', options);
  }

  /** Talos Linux. */
  public static talos(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('talos', options);
  }

  /** Bottlerocket nodes of EKS. */
  public static bottlerocket(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('bottlerocket', options);
  }

  /** Flatcar Container Linux with kubeadm. */
  public static flatcar(options: NodePlatformOptions = {}): NodePlatform {
    return new NodePlatform('flatcar', options);
  }

  /** Any other cluster: the standard facts where you give none. */
  public static of(options: NodePlatformOptions): NodePlatform {
    return new NodePlatform('custom', options);
  }

  /** Minor version of Kubernetes, such as 35; undefined where it is not known. */
  public readonly kubernetesMinor?: number;

  private readonly facts: PlatformFacts;

  private constructor(
    /** Name of the platform, such as `eks`. */
    public readonly name: string,
    options: NodePlatformOptions,
  ) {
    const { kubernetes, ...known } = options;
    this.facts = copyOf(platformFacts(name, known));
    this.kubernetesMinor = kubernetes === undefined ? undefined : supportedMinor(kubernetes);
    for (const [fact, value] of Object.entries(this.facts)) {
      for (const path of pathsIn(fact, value)) {
        assertAbsolute(fact, path);
      }
    }
  }

  /** Name of the cluster; undefined where none was given. */
  public get cluster(): string | undefined {
    return this.facts.cluster;
  }

  /** Directory in which the kubelet keeps pods, plugins and sockets. */
  public get kubeletRoot(): string {
    return this.facts.kubeletRoot;
  }

  /** Directory in which the container runtime looks for CNI configuration. */
  public get cniConfigDirectory(): string {
    return this.facts.cniConfigDirectory;
  }

  /** Directory in which the container runtime looks for CNI programs. */
  public get cniBinaryDirectory(): string {
    return this.facts.cniBinaryDirectory;
  }

  /** Socket of the container runtime. */
  public get runtimeSocket(): string {
    return this.facts.runtimeSocket;
  }

  /** Directory from which the kubelet starts static pods; undefined where there is none. */
  public get staticPodDirectory(): string | undefined {
    return this.facts.staticPodDirectory;
  }

  /** Directories of the systemd journal; empty where there is none. */
  public get journalDirectories(): string[] {
    return [...this.facts.journalDirectories];
  }

  /** Directories that hold the containers' log files. */
  public get logRoots(): string[] {
    return [...this.facts.logRoots];
  }

  /** Address family of `status.hostIP`. */
  public get ipFamily(): IpFamily {
    return this.facts.ipFamily;
  }

  /** Whether pods of a system priority class need a ResourceQuota outside of `kube-system`. */
  public get criticalPodsQuota(): boolean {
    return this.facts.criticalPodsQuota;
  }

  /** Labels of nodes that are no machines, each with its values. */
  public get virtualNodeLabels(): { [label: string]: string[] } {
    return Object.fromEntries(Object.entries(this.facts.virtualNodeLabels).map(([label, values]) => [label, [...values]]));
  }

  /**
   * Whether the kubelet sees a path of the node, so that it can check what is there.
   *
   * @param path absolute path on the node
   */
  public kubeletSees(path: string): boolean {
    return this.facts.kubeletVisiblePaths === undefined || this.facts.kubeletVisiblePaths.some(visible => isWithin(placeOf(path), placeOf(visible)));
  }

  /**
   * Whether a path lies on a file system that the node mounts read-only.
   *
   * @param path absolute path on the node
   */
  public isReadOnly(path: string): boolean {
    const place = placeOf(path);
    const depth = (directories: readonly string[]) => Math.max(-1, ...directories.map(placeOf).filter(d => isWithin(place, d)).map(d => d.length));
    return depth(this.facts.readOnlyDirectories) > depth(this.facts.writableDirectories);
  }
}

function supportedMinor(version: string): number {
  const minor = minorOf(version);
  if (minor === undefined || minor < 28) {
    throw invalid('Kubernetes version', "1.28 or later, such as '1.35'", version);
  }
  return minor;
}

function pathsIn(fact: string, value: unknown): string[] {
  if (!/Root|Roots|Director|Socket|Paths/.test(fact) || value === undefined) {
    return [];
  }
  return Array.isArray(value) ? value : [value as string];
}
