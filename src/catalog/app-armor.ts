import { NodePlatform } from '../host/node-platform';
import { AppArmorProfile } from '../host/security-profile';

/** How a container says that AppArmor leaves it alone. */
export interface WithoutAppArmor {
  readonly profile?: AppArmorProfile;
  /** Where Kubernetes has no field for it yet. */
  readonly podAnnotations?: { [name: string]: string };
}

/**
 * For programs that ask the D-Bus of the node: the profile of the container runtime lets no message through.
 * https://github.com/prometheus/node_exporter/issues/2279
 */
export function withoutAppArmor(container: string, platform: NodePlatform): WithoutAppArmor {
  return hasAppArmorField(platform) ? { profile: AppArmorProfile.UNCONFINED }
    : { podAnnotations: { [`container.apparmor.security.beta.kubernetes.io/${container}`]: 'unconfined' } };
}

/** Before Kubernetes 1.30 an annotation says it. */
export function hasAppArmorField({ kubernetesMinor = 30 }: NodePlatform): boolean {
  return kubernetesMinor >= 30;
}
