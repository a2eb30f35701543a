import { Outline, outlineOf } from './outline';
import { Reading, readingOf } from './reading';
import type { DecodingProblem } from '../kubernetes/decode';
import type { FieldError } from '../kubernetes/field-error';
import type { Container } from '../kubernetes/wire/container';
import type { DaemonSet } from '../kubernetes/wire/daemon-set';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** What the analysis is told about a manifest besides the manifest. */
export interface DaemonContext {
  /** Minor version of the oldest Kubernetes that it must work with. */
  readonly kubernetesMinor?: number;
  /** Name of its cluster; daemons of clusters with different names never share a node. */
  readonly cluster?: string;
  /** Whether a construct of this library made it. */
  readonly isConstruct?: boolean;
  /** Whether the cluster has it already, or what it replaces. */
  readonly isInCluster?: boolean;
  /** The API that its manifest names, where no server has that any more. */
  readonly removedApi?: string;
}

/** A container of a daemon and where its manifest has it. */
export interface PlacedContainer {
  readonly container: Container;
  /** Path of the container, such as `spec.template.spec.containers[0]`. */
  readonly field: string;
  /** Whether it ends before the others run. */
  readonly isInit: boolean;
}

const POD = 'spec.template.spec';

/** A DaemonSet manifest, read as the API server reads it: when somebody asks. */
export class Daemon {
  private read?: Reading;
  private known?: Outline;
  private readonly found = new Map<unknown, unknown>();

  /**
   * @param called how findings call it: a construct path, or namespace and name
   * @param manifest the manifest; it is not changed
   * @param context what is known besides
   */
  constructor(private readonly called: () => string, public readonly manifest: DaemonSet, public readonly context: DaemonContext = {}) {}

  /** The manifest with the defaults of Kubernetes; what must be there and is not is empty. */
  public get defaulted(): DaemonSet {
    return this.reading.defaulted;
  }

  /** What could not be decoded. */
  public get problems(): readonly DecodingProblem[] {
    return this.reading.problems;
  }

  /** What the API server refuses of what it could decode. */
  public get errors(): readonly FieldError[] {
    return this.reading.errors;
  }

  /** What it is compared with other daemons by. */
  public get outline(): Outline {
    return this.known ??= outlineOf(this.reading);
  }

  /** How findings call it. */
  public get name(): string {
    return this.called();
  }

  /** Its namespace; empty where the manifest names none. */
  public get namespace(): string {
    return this.outline.namespace;
  }

  /** Whether the API server can make sense of it, so that there is something to judge. */
  public get isReadable(): boolean {
    return this.outline.isReadable;
  }

  /** Whether the API server refuses the DaemonSet. */
  public get isRefused(): boolean {
    return this.problems.length + this.errors.length > 0;
  }

  /** The pod template's spec. */
  public get pod(): PodSpec {
    return this.defaulted.spec.template.spec!;
  }

  /** The labels of its pods. */
  public get podLabels(): Readonly<Record<string, string>> {
    return this.outline.podLabels;
  }

  /** Its containers, those that run before the others last. */
  public get containers(): readonly PlacedContainer[] {
    return this.once(placedContainers);
  }

  /** What is found out about it, which many checks ask for; it is kept as long as the manifest is. */
  public once<T>(find: (daemon: Daemon) => T): T {
    if (!this.found.has(find)) {
      this.found.set(find, find(this));
    }
    return this.found.get(find) as T;
  }

  /** Keeps the outline alone, so that ten thousand can be compared; who asks for more has the manifest read again. */
  public forget(): void {
    this.known ??= outlineOf(this.reading);
    this.read = undefined;
    this.found.clear();
  }

  private get reading(): Reading {
    return this.read ??= readingOf(this.manifest);
  }
}

function placedContainers({ pod: { containers, initContainers = [] } }: Daemon): readonly PlacedContainer[] {
  return [
    ...containers.map((container, position) => ({ container, field: `${POD}.containers[${position}]`, isInit: false })),
    ...initContainers.map((container, position) => ({
      container, field: `${POD}.initContainers[${position}]`, isInit: container.restartPolicy !== 'Always',
    })),
  ];
}
