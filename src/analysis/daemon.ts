import { decode, DecodingProblem } from '../kubernetes/decode';
import { defaultDaemonSet } from '../kubernetes/default-daemon-set';
import type { FieldError } from '../kubernetes/field-error';
import { validateDaemonSet } from '../kubernetes/validation/daemon-set';
import type { DaemonSet } from '../kubernetes/wire/daemon-set';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** What the analysis is told about a manifest besides the manifest. */
export interface DaemonContext {
  /** Minor version of the oldest Kubernetes that it must work with. */
  readonly kubernetesMinor?: number;
  /** Name of its cluster; daemons of clusters with different names never share a node. */
  readonly cluster?: string;
}

/** A DaemonSet manifest, read as the API server reads it. */
export class Daemon {
  /** The manifest with the defaults of Kubernetes. */
  public readonly defaulted: DaemonSet;

  /** What could not be decoded. */
  public readonly problems: readonly DecodingProblem[];

  /** What the API server refuses of what it could decode. */
  public readonly errors: readonly FieldError[];

  /**
   * @param called how findings call it: a construct path, or namespace and name
   * @param manifest the manifest; it is not changed
   * @param context what is known besides
   */
  constructor(private readonly called: () => string, public readonly manifest: DaemonSet, public readonly context: DaemonContext = {}) {
    const { object, problems } = decode('DaemonSet', manifest, { allowUnknown: true });
    this.problems = problems;
    this.defaulted = problems.length === 0 ? defaultDaemonSet(object) : object;
    this.errors = problems.length === 0 ? validateDaemonSet(this.defaulted) : [];
  }

  /** How findings call it. */
  public get name(): string {
    return this.called();
  }

  /** Whether the API server refuses the DaemonSet. */
  public get isRefused(): boolean {
    return this.problems.length + this.errors.length > 0;
  }

  /** The pod template's spec. */
  public get pod(): PodSpec {
    return this.defaulted.spec?.template?.spec ?? { containers: [] };
  }
}
