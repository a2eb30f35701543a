import { DownwardApiFile } from './downward-api-file';
import { invalid } from './invalid';
import { keyFiles } from './key-files';
import { KeyFileOptions } from './key-to-path';
import { LabelSelector } from './label-selector';
import { toLabelSelector } from './label-selector-wire';
import { assertFilePath } from './volume-file';
import type { VolumeProjection } from '../kubernetes/wire/projected-volume';

/** A token of the pod's service account. */
export interface ServiceAccountTokenOptions {
  /**
   * Whom the token is for.
   *
   * @default - the API server
   */
  readonly audience?: string;

  /**
   * Seconds for which it is valid, at least 600; the kubelet renews it.
   *
   * @default 3600
   */
  readonly expirationSeconds?: number;
}

/** Certificates of a ClusterTrustBundle: of one by its name, or of all of a signer. */
export interface ClusterTrustBundleOptions {
  /**
   * Name of the bundle.
   *
   * @default - the bundles of the signer
   */
  readonly name?: string;

  /**
   * Name of the signer.
   *
   * @default - the bundle of that name
   */
  readonly signerName?: string;

  /**
   * Only bundles of the signer with these labels.
   *
   * @default - none of them
   */
  readonly labelSelector?: LabelSelector;

  /**
   * Whether the pod starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** A certificate that the kubelet asks for. */
export interface PodCertificateOptions {
  /** Name of the signer. */
  readonly signerName: string;

  /** Kind of key, such as `ED25519`. */
  readonly keyType: string;

  /**
   * The most seconds for which it is valid.
   *
   * @default 86400
   */
  readonly maxExpirationSeconds?: number;

  /**
   * Path of the file with key and certificates.
   *
   * @default - separate files
   */
  readonly credentialBundlePath?: string;

  /**
   * Path of the key file.
   *
   * @default - one file
   */
  readonly keyPath?: string;

  /**
   * Path of the file with the certificates.
   *
   * @default - one file
   */
  readonly certificateChainPath?: string;

  /**
   * Annotations for the signer.
   *
   * @default - none
   */
  readonly userAnnotations?: { [name: string]: string };
}

/**
 * A part of a projected volume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedSource {
  /**
   * Keys of a ConfigMap.
   *
   * @param name its name
   * @param options which keys
   */
  public static configMap(name: string, options: KeyFileOptions = {}): ProjectedSource {
    return new ProjectedSource({ configMap: { name, items: keyFiles(options.items), optional: options.optional } });
  }

  /**
   * Keys of a Secret.
   *
   * @param name its name
   * @param options which keys
   */
  public static secret(name: string, options: KeyFileOptions = {}): ProjectedSource {
    return new ProjectedSource({ secret: { name, items: keyFiles(options.items), optional: options.optional } });
  }

  /**
   * Fields of the pod.
   *
   * @param files a file for each field
   */
  public static downwardApi(...files: DownwardApiFile[]): ProjectedSource {
    return new ProjectedSource({ downwardAPI: { items: files.map(file => file._toWire()) } });
  }

  /**
   * A token of the pod's service account.
   *
   * @param path path of the file in the volume
   * @param options audience and lifetime
   */
  public static serviceAccountToken(path: string, options: ServiceAccountTokenOptions = {}): ProjectedSource {
    const { expirationSeconds } = options;
    assertFilePath(path);
    if (expirationSeconds !== undefined && (!Number.isInteger(expirationSeconds) || expirationSeconds < 600 || expirationSeconds > 2 ** 32)) {
      throw invalid('expirationSeconds of a token', 'a whole number from 600 to 4294967296', expirationSeconds);
    }
    return new ProjectedSource({ serviceAccountToken: { path, audience: options.audience, expirationSeconds: options.expirationSeconds } });
  }

  /**
   * Certificates of trusted signers. Kubernetes 1.37 and later; before, only with the feature gate ClusterTrustBundleProjection.
   *
   * @param path path of the file in the volume
   * @param options which of them
   */
  public static clusterTrustBundle(path: string, options: ClusterTrustBundleOptions): ProjectedSource {
    const { labelSelector, name, signerName, optional } = options;
    assertFilePath(path);
    return new ProjectedSource({
      clusterTrustBundle: { path, name, signerName, optional, labelSelector: labelSelector && toLabelSelector(labelSelector) },
    });
  }

  /**
   * A key and a certificate of the pod's own. Kubernetes 1.37 and later; before, only with the feature gate PodCertificateRequest.
   *
   * @param options signer, key and files
   */
  public static podCertificate(options: PodCertificateOptions): ProjectedSource {
    return new ProjectedSource({ podCertificate: { ...options, userAnnotations: options.userAnnotations && { ...options.userAnnotations } } });
  }

  private constructor(private readonly source: VolumeProjection) {}

  /** @internal */
  public _toWire(): VolumeProjection {
    return { ...this.source };
  }
}
