import { DownwardApiFile } from './downward-api-file';
import { isCsiDriverName, isDnsSubdomain, isQuantity } from './formats';
import { HostPathType } from './host-path-type';
import { invalid } from './invalid';
import { keyFiles } from './key-files';
import { KeyVolumeOptions } from './key-to-path';
import { assertAbsolute } from './paths';
import { PersistentVolumeClaimOptions } from './persistent-volume-claim';
import { toClaimTemplate } from './persistent-volume-claim-wire';
import { ProjectedSource } from './projected-source';
import { assertFileMode } from './volume-file';
import * as options from './volume-source-options';
import type { Volume } from '../kubernetes/wire/volume';

/**
 * What a volume of the pod is made of. Paths of the node are `HostPath`; drivers that Kubernetes removed or replaced by CSI are
 * `InTreeVolume`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 */
export class VolumeSource {
  /**
   * A directory that is empty when the pod starts and goes with it.
   *
   * @param details medium and size
   */
  public static emptyDir(details: options.EmptyDirOptions = {}): VolumeSource {
    const { medium, sizeLimit } = details;
    if (sizeLimit !== undefined && (!isQuantity(sizeLimit) || sizeLimit.startsWith('-'))) {
      throw invalid('sizeLimit', "a quantity such as '64Mi'", sizeLimit);
    }
    return new VolumeSource({ emptyDir: { medium: medium === options.EmptyDirMedium.DISK ? undefined : medium, sizeLimit } });
  }

  /**
   * A path of the node, for a volume that stands among the pod's `volumes`; a mount of one container is a `HostPath`.
   *
   * @param path absolute path on the node
   * @param details type
   */
  public static hostPath(path: string, details: options.HostPathVolumeOptions = {}): VolumeSource {
    assertAbsolute('host path', path);
    return new VolumeSource({ hostPath: { path, type: details.type === HostPathType.UNCHECKED ? undefined : details.type } });
  }

  /**
   * Keys of a ConfigMap as files.
   *
   * @param name name of the ConfigMap
   * @param details which keys, modes
   */
  public static configMap(name: string, details: KeyVolumeOptions = {}): VolumeSource {
    assertName('ConfigMap', name);
    assertFileMode(details.defaultMode);
    return new VolumeSource({ configMap: { name, items: keyFiles(details.items), defaultMode: details.defaultMode, optional: details.optional } });
  }

  /**
   * Keys of a Secret as files.
   *
   * @param name name of the Secret
   * @param details which keys, modes
   */
  public static secret(name: string, details: KeyVolumeOptions = {}): VolumeSource {
    assertName('Secret', name);
    assertFileMode(details.defaultMode);
    return new VolumeSource({
      secret: { secretName: name, items: keyFiles(details.items), defaultMode: details.defaultMode, optional: details.optional },
    });
  }

  /**
   * Several sources in one directory.
   *
   * @param sources the sources
   * @param details modes
   */
  public static projected(sources: ProjectedSource[], details: options.ProjectedVolumeOptions = {}): VolumeSource {
    assertFileMode(details.defaultMode);
    return new VolumeSource({ projected: { sources: sources.map(source => source._toWire()), defaultMode: details.defaultMode } });
  }

  /**
   * Fields of the pod as files.
   *
   * @param files a file for each field
   * @param details modes
   */
  public static downwardApi(files: DownwardApiFile[], details: options.DownwardApiVolumeOptions = {}): VolumeSource {
    assertFileMode(details.defaultMode);
    return new VolumeSource({ downwardAPI: { items: files.map(file => file._toWire()), defaultMode: details.defaultMode } });
  }

  /**
   * An inline volume of a CSI driver.
   *
   * @param driver name of the driver
   * @param details what the driver wants to know
   */
  public static csi(driver: string, details: options.CsiVolumeOptions = {}): VolumeSource {
    if (!isCsiDriverName(driver)) {
      throw invalid('name of a CSI driver', "at most 63 of a-z, A-Z, 0-9, '-' and '.'", driver);
    }
    const { fsType, readOnly, volumeAttributes, nodePublishSecretName } = details;
    return new VolumeSource({
      csi: {
        driver,
        fsType,
        readOnly,
        volumeAttributes: volumeAttributes && { ...volumeAttributes },
        nodePublishSecretRef: nodePublishSecretName === undefined ? undefined : { name: nodePublishSecretName },
      },
    });
  }

  /**
   * The files of an image, read-only. Kubernetes 1.35 and later.
   *
   * @param reference the image
   * @param details when it is pulled
   */
  public static image(reference: string, details: options.ImageVolumeOptions = {}): VolumeSource {
    return new VolumeSource({ image: { reference, pullPolicy: details.pullPolicy } });
  }

  /**
   * A volume of its own for each pod, which goes with the pod.
   *
   * @param claim what it must be like
   */
  public static ephemeral(claim: PersistentVolumeClaimOptions): VolumeSource {
    return new VolumeSource({ ephemeral: { volumeClaimTemplate: toClaimTemplate(claim) } });
  }

  /**
   * A claim in the daemon's namespace. Every pod of the daemon shares it, so it must be mountable on many nodes.
   *
   * @param claimName name of the claim
   * @param details whether it is read-only
   */
  public static persistentVolumeClaim(claimName: string, details: options.ClaimVolumeOptions = {}): VolumeSource {
    assertName('PersistentVolumeClaim', claimName);
    return new VolumeSource({ persistentVolumeClaim: { claimName, readOnly: details.readOnly } });
  }

  /**
   * A directory of an NFS server.
   *
   * @param details server and path
   */
  public static nfs(details: options.NfsVolumeOptions): VolumeSource {
    const { server, path, readOnly } = details;
    assertAbsolute('path of an NFS export', path);
    return new VolumeSource({ nfs: { server, path, readOnly } });
  }

  /**
   * A disk by iSCSI.
   *
   * @param details target and unit
   */
  public static iscsi(details: options.IscsiVolumeOptions): VolumeSource {
    const { secretName, portals, ...rest } = details;
    return new VolumeSource({ iscsi: { ...rest, portals: portals && [...portals], secretRef: secretName === undefined ? undefined : { name: secretName } } });
  }

  /**
   * A disk by Fibre Channel.
   *
   * @param details target and unit
   */
  public static fc(details: options.FcVolumeOptions): VolumeSource {
    const { targetWwns, wwids, lun, fsType, readOnly } = details;
    return new VolumeSource({ fc: { targetWWNs: targetWwns && [...targetWwns], wwids: wwids && [...wwids], lun, fsType, readOnly } });
  }

  /**
   * Any source, as Kubernetes writes it, such as `{ emptyDir: {} }`.
   *
   * @param source the source, with its one field
   */
  public static raw(source: { [kind: string]: any }): VolumeSource {
    return new VolumeSource(structuredClone(source) as Omit<Volume, 'name'>);
  }

  /** @internal */
  public static _of(source: Omit<Volume, 'name'>): VolumeSource {
    return new VolumeSource(source);
  }

  private constructor(private readonly source: Omit<Volume, 'name'>) {}

  /** @internal */
  public _toWire(name: string): Volume {
    return { name, ...this.source };
  }
}

function assertName(kind: string, name: string): void {
  if (!isDnsSubdomain(name)) {
    throw invalid(`name of a ${kind}`, 'a lower-case DNS name', name);
  }
}
