import { assertFields, assertOneOfEnum, assertValues, assertYesOrNo } from './checked-type';
import { copyOf, withoutUndefined } from './copy';
import { CsiDriverObjectOptions, CsiFsGroupPolicy, CsiTokenRequest, CsiVolumeLifecycleMode } from './csi-driver-object-options';
import { invalid } from './invalid';
import { NodePlatform } from './node-platform';

/** The first minor version in which a field does something without a feature gate: kube_features.go of Kubernetes 1.37.1. */
const SINCE = { nodeAllocatableUpdatePeriodSeconds: 35, serviceAccountTokenInSecrets: 35 } as const;

/**
 * The CSIDriver object of a cluster, which says how Kubernetes uses a driver.
 *
 * @see https://kubernetes-csi.github.io/docs/csi-driver-object.html
 */
export class CsiDriverObject {
  /**
   * It is made beside the node plugin.
   *
   * @param options what differs from the driver's own
   */
  public static create(options: CsiDriverObjectOptions = {}): CsiDriverObject {
    assertTypes(options);
    assertTokens(options.tokenRequests ?? []);
    const { nodeAllocatableUpdatePeriodSeconds: period } = options;
    if (period !== undefined && (!Number.isInteger(period) || period < 10)) {
      throw invalid('nodeAllocatableUpdatePeriodSeconds', 'a whole number of at least 10', period);
    }
    if (options.serviceAccountTokenInSecrets !== undefined && !options.tokenRequests?.length) {
      throw invalid('serviceAccountTokenInSecrets', 'given with tokenRequests', options.serviceAccountTokenInSecrets, "write tokenRequests: [{ audience: '…' }], or leave it out");
    }
    return new CsiDriverObject(copyOf(options));
  }

  /** Somebody else made it. */
  public static existing(): CsiDriverObject {
    return new CsiDriverObject(undefined);
  }

  private constructor(private readonly options: CsiDriverObjectOptions | undefined) {}

  /** @internal */
  public _resolved(own: CsiDriverObjectOptions, platform: NodePlatform): CsiDriverObjectOptions | undefined {
    if (this.options === undefined) {
      return undefined;
    }
    for (const [field, since] of Object.entries(SINCE)) {
      const value = this.options[field as keyof typeof SINCE];
      if (value !== undefined && platform.kubernetesMinor !== undefined && platform.kubernetesMinor < since) {
        throw invalid(`${field} of the CSIDriver`, `left out before Kubernetes 1.${since}, which drops it`, value,
          `the platform has 1.${platform.kubernetesMinor}: leave it out, or name the version that the cluster has in NodePlatform`);
      }
    }
    return { ...own, ...withoutUndefined(this.options) };
  }
}

const YES_OR_NO = ['attachRequired', 'podInfoOnMount', 'storageCapacity', 'requiresRepublish', 'seLinuxMount', 'serviceAccountTokenInSecrets'] as const;

/** A program without types may give anything. */
function assertTypes(options: CsiDriverObjectOptions): void {
  assertFields('options of the CSIDriver', options, '{ attachRequired: false }');
  YES_OR_NO.forEach(field => assertYesOrNo(`${field} of the CSIDriver`, options[field]));
  assertOneOfEnum('fsGroupPolicy of the CSIDriver', options.fsGroupPolicy, 'CsiFsGroupPolicy', CsiFsGroupPolicy);
  assertValues('tokenRequests of the CSIDriver', options.tokenRequests, "{ audience: 'vault' }");
  const modes: unknown = options.volumeLifecycleModes ?? [];
  if (!Array.isArray(modes)) {
    throw invalid('volumeLifecycleModes of the CSIDriver', 'a list', modes, 'write [CsiVolumeLifecycleMode.PERSISTENT]');
  }
  modes.forEach(mode => assertOneOfEnum('volumeLifecycleModes of the CSIDriver', mode, 'CsiVolumeLifecycleMode', CsiVolumeLifecycleMode));
}

function assertTokens(requests: readonly CsiTokenRequest[]): void {
  const audiences = requests.map(({ audience }) => audience);
  const twice = audiences.find((audience, position) => audiences.indexOf(audience) !== position);
  if (twice !== undefined) {
    throw invalid('audience of tokenRequests', 'each for another audience', twice, 'take one of the two out');
  }
  for (const { audience, expirationSeconds } of requests) {
    if (typeof audience !== 'string') {
      throw invalid('audience of tokenRequests', "text, '' for the API server", audience);
    }
    if (expirationSeconds !== undefined && (!Number.isInteger(expirationSeconds) || expirationSeconds < 600 || expirationSeconds > 2 ** 32)) {
      throw invalid('expirationSeconds of tokenRequests', 'a whole number from 600 to 4294967296', expirationSeconds);
    }
  }
}
