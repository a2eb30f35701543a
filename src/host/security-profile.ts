import { invalid } from './invalid';
import type * as wire from '../kubernetes/wire/security';

/**
 * Which system calls a container may make.
 *
 * @see https://kubernetes.io/docs/tutorials/security/seccomp/
 */
export class SeccompProfile {
  /** The profile of the container runtime. */
  public static readonly RUNTIME_DEFAULT = new SeccompProfile('RuntimeDefault');

  /** No restriction. */
  public static readonly UNCONFINED = new SeccompProfile('Unconfined');

  /**
   * A profile file of the node.
   *
   * @param localhostProfile path of the file, relative to the kubelet's `seccomp` directory
   */
  public static localhost(localhostProfile: string): SeccompProfile {
    if (localhostProfile === '' || localhostProfile.startsWith('/') || localhostProfile.split('/').includes('..')) {
      throw invalid('seccomp profile', "a path relative to the kubelet's seccomp directory", localhostProfile);
    }
    return new SeccompProfile('Localhost', localhostProfile);
  }

  private constructor(private readonly type: string, private readonly localhostProfile?: string) {}

  /** @internal */
  public _toWire(): wire.SeccompProfile {
    return { type: this.type, localhostProfile: this.localhostProfile };
  }
}

/**
 * Which AppArmor profile confines a container. Kubernetes 1.30 and later.
 *
 * @see https://kubernetes.io/docs/tutorials/security/apparmor/
 */
export class AppArmorProfile {
  /** The profile of the container runtime. */
  public static readonly RUNTIME_DEFAULT = new AppArmorProfile('RuntimeDefault');

  /** No restriction. */
  public static readonly UNCONFINED = new AppArmorProfile('Unconfined');

  /**
   * A profile that is loaded on the node.
   *
   * @param localhostProfile name of the profile
   */
  public static localhost(localhostProfile: string): AppArmorProfile {
    if (localhostProfile === '' || localhostProfile.trim() !== localhostProfile) {
      throw invalid('AppArmor profile', 'a name without blanks at its ends', localhostProfile);
    }
    return new AppArmorProfile('Localhost', localhostProfile);
  }

  private constructor(private readonly type: string, private readonly localhostProfile?: string) {}

  /** @internal */
  public _toWire(): wire.AppArmorProfile {
    return { type: this.type, localhostProfile: this.localhostProfile };
  }
}
