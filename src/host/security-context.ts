import { assertCapabilities, Capabilities } from './capabilities';
import { copyOf, withoutUndefined } from './copy';
import { invalid } from './invalid';
import { ProcMount, SeLinuxOptions, WindowsOptions } from './security-options';
import { AppArmorProfile, SeccompProfile } from './security-profile';
import type * as wire from '../kubernetes/wire/security';

/** Who runs the program. */
export interface RestrictedOptions {
  /**
   * Numeric user.
   *
   * @default - the user of the image, which must not be root
   */
  readonly runAsUser?: number;

  /**
   * Numeric group.
   *
   * @default - the group of the image
   */
  readonly runAsGroup?: number;

  /**
   * Whether the program cannot write to its image. Where it is not given, `HARDENED` adds an empty directory at /tmp, unless the container mounts one.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** What root may do. */
export interface RootOptions {
  /**
   * Capabilities that it keeps, such as `NET_ADMIN`.
   *
   * @default - none
   */
  readonly capabilities?: string[];

  /**
   * Whether the program cannot write to its image. Where it is not given, `HARDENED` adds an empty directory at /tmp, unless the container mounts one.
   *
   * @default true
   */
  readonly readOnlyRootFilesystem?: boolean;
}

/** Every field of a container's security context. */
export interface SecurityContextFields {
  /**
   * Whether the container may do all that root may do on the node.
   *
   * @default false
   */
  readonly privileged?: boolean;

  /**
   * Whether the program may get more rights than its parent, as by setuid.
   *
   * @default true
   */
  readonly allowPrivilegeEscalation?: boolean;

  /**
   * Whether the program cannot write to its image.
   *
   * @default false
   */
  readonly readOnlyRootFilesystem?: boolean;

  /**
   * Numeric user, 0 to 2147483647.
   *
   * @default - the user of the image
   */
  readonly runAsUser?: number;

  /**
   * Numeric group, 0 to 2147483647.
   *
   * @default - the group of the image
   */
  readonly runAsGroup?: number;

  /**
   * Whether the kubelet refuses to start the container as root.
   *
   * @default false
   */
  readonly runAsNonRoot?: boolean;

  /**
   * Linux capabilities.
   *
   * @default - those that the container runtime gives
   */
  readonly capabilities?: Capabilities;

  /**
   * System calls.
   *
   * @default - those of the pod, otherwise unconfined unless the kubelet says otherwise
   */
  readonly seccompProfile?: SeccompProfile;

  /**
   * AppArmor profile.
   *
   * @default - that of the container runtime
   */
  readonly appArmorProfile?: AppArmorProfile;

  /**
   * SELinux label.
   *
   * @default - chosen by the container runtime
   */
  readonly seLinuxOptions?: SeLinuxOptions;

  /**
   * How /proc is mounted.
   *
   * @default ProcMount.DEFAULT
   */
  readonly procMount?: ProcMount;

  /**
   * Fields for Windows.
   *
   * @default - none
   */
  readonly windowsOptions?: WindowsOptions;
}

/**
 * What a container may do on the node.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
 */
export class SecurityContext {
  /**
   * What the Pod Security level `restricted` asks for: not root, no capability, no escalation, the runtime's seccomp profile.
   *
   * @param options user and group
   */
  public static restricted(options: RestrictedOptions = {}): SecurityContext {
    return new SecurityContext({ ...LEAST, runAsNonRoot: true, ...withoutUndefined(options) }, options.readOnlyRootFilesystem === undefined);
  }

  /**
   * Root, without any capability but these.
   *
   * @param options capabilities
   */
  public static root(options: RootOptions = {}): SecurityContext {
    const { capabilities, readOnlyRootFilesystem = true } = options;
    const fields = { ...LEAST, readOnlyRootFilesystem, runAsUser: 0, capabilities: { drop: ['ALL'], add: capabilities } };
    return new SecurityContext(fields, options.readOnlyRootFilesystem === undefined);
  }

  /** Everything that root may do on the node. */
  public static privileged(): SecurityContext {
    return new SecurityContext({ privileged: true });
  }

  /**
   * Exactly these fields; nothing is added.
   *
   * @param fields the fields
   */
  public static of(fields: SecurityContextFields): SecurityContext {
    return new SecurityContext(fields);
  }

  /** @internal */
  public static _least(): SecurityContext {
    return least ??= new SecurityContext(LEAST, true);
  }

  private readonly fields: SecurityContextFields;
  private rendered?: wire.SecurityContext;

  private constructor(
    fields: SecurityContextFields,
    /** @internal */
    public readonly _isReadOnlyByDefault = false,
  ) {
    assertCapabilities([...fields.capabilities?.add ?? [], ...fields.capabilities?.drop ?? []]);
    assertId('runAsUser', fields.runAsUser);
    assertId('runAsGroup', fields.runAsGroup);
    this.fields = copyOf(fields);
  }

  /**
   * The same for a user and a group.
   *
   * @internal
   */
  public _as(runAsUser: number | undefined, runAsGroup: number | undefined): SecurityContext {
    return new SecurityContext({ ...this.fields, ...withoutUndefined({ runAsUser, runAsGroup }) }, this._isReadOnlyByDefault);
  }

  /** @internal */
  public _toWire(): wire.SecurityContext {
    // One context is that of many containers; what is rendered is copied and never changed.
    return this.rendered ??= this.render();
  }

  private render(): wire.SecurityContext {
    const { seccompProfile, appArmorProfile, capabilities, ...rest } = this.fields;
    return {
      ...copyOf(rest),
      capabilities: capabilities && { add: capabilities.add && [...capabilities.add], drop: capabilities.drop && [...capabilities.drop] },
      seccompProfile: seccompProfile?._toWire(),
      appArmorProfile: appArmorProfile?._toWire(),
    };
  }
}

const LEAST: SecurityContextFields = {
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  seccompProfile: SeccompProfile.RUNTIME_DEFAULT,
};

let least: SecurityContext | undefined;

function assertId(field: string, id: number | undefined): void {
  if (id !== undefined && (!Number.isInteger(id) || id < 0 || id > 2147483647)) {
    throw invalid(field, 'a whole number from 0 to 2147483647', id);
  }
}
