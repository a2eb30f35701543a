import * as cloud from './cloud-volume-options';
import * as retired from './retired-volume-options';
import * as storage from './storage-volume-options';
import { VolumeSource } from './volume-source';
import type { LocalObjectReference } from '../kubernetes/wire/meta';

/**
 * Volumes of drivers that were once part of Kubernetes. Some are served by a CSI driver today, some are gone; the fields exist
 * in every release.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#volume-types
 */
export class InTreeVolume {
  /**
   * A disk of Amazon EBS. Served by the CSI driver ebs.csi.aws.com.
   *
   * @param details what it is
   */
  public static awsElasticBlockStore(details: cloud.AwsElasticBlockStoreOptions): VolumeSource {
    const { volumeId, fsType, partition, readOnly } = details;
    return VolumeSource._of({ awsElasticBlockStore: { volumeID: volumeId, fsType, partition, readOnly } });
  }

  /**
   * A disk of Azure. Served by the CSI driver disk.csi.azure.com.
   *
   * @param details what it is
   */
  public static azureDisk(details: cloud.AzureDiskOptions): VolumeSource {
    const { diskName, diskUri, cachingMode, kind, fsType, readOnly } = details;
    return VolumeSource._of({ azureDisk: { diskName, diskURI: diskUri, cachingMode, kind, fsType, readOnly } });
  }

  /**
   * A share of Azure Files. Served by the CSI driver file.csi.azure.com.
   *
   * @param details what it is
   */
  public static azureFile(details: cloud.AzureFileOptions): VolumeSource {
    const { secretName, shareName, readOnly } = details;
    return VolumeSource._of({ azureFile: { secretName, shareName, readOnly } });
  }

  /**
   * A directory of CephFS. Removed in Kubernetes 1.31.
   *
   * @param details what it is
   */
  public static cephfs(details: storage.CephfsOptions): VolumeSource {
    const { monitors, path, user, secretFile, secretName, readOnly } = details;
    return VolumeSource._of({ cephfs: { monitors: [...monitors], path, user, secretFile, secretRef: secretRef(secretName), readOnly } });
  }

  /**
   * A disk of OpenStack. Served by the CSI driver cinder.csi.openstack.org.
   *
   * @param details what it is
   */
  public static cinder(details: cloud.CinderOptions): VolumeSource {
    const { volumeId, fsType, readOnly, secretName } = details;
    return VolumeSource._of({ cinder: { volumeID: volumeId, fsType, readOnly, secretRef: secretRef(secretName) } });
  }

  /**
   * A volume of a FlexVolume driver; deprecated.
   *
   * @param details what it is
   */
  public static flexVolume(details: storage.FlexVolumeOptions): VolumeSource {
    const { driver, fsType, readOnly, secretName, options } = details;
    return VolumeSource._of({ flexVolume: { driver, fsType, readOnly, secretRef: secretRef(secretName), options: options && { ...options } } });
  }

  /**
   * A dataset of Flocker. Removed in Kubernetes 1.25.
   *
   * @param details what it is
   */
  public static flocker(details: retired.FlockerOptions): VolumeSource {
    const { datasetName, datasetUuid } = details;
    return VolumeSource._of({ flocker: { datasetName, datasetUUID: datasetUuid } });
  }

  /**
   * A disk of Google Cloud. Served by the CSI driver pd.csi.storage.gke.io.
   *
   * @param details what it is
   */
  public static gcePersistentDisk(details: cloud.GcePersistentDiskOptions): VolumeSource {
    const { pdName, fsType, partition, readOnly } = details;
    return VolumeSource._of({ gcePersistentDisk: { pdName, fsType, partition, readOnly } });
  }

  /**
   * A clone of a Git repository; disabled from Kubernetes 1.33 on.
   *
   * @param details what it is
   */
  public static gitRepo(details: retired.GitRepoOptions): VolumeSource {
    const { repository, revision, directory } = details;
    return VolumeSource._of({ gitRepo: { repository, revision, directory } });
  }

  /**
   * A volume of GlusterFS. Removed in Kubernetes 1.26.
   *
   * @param details what it is
   */
  public static glusterfs(details: storage.GlusterfsOptions): VolumeSource {
    const { endpoints, path, readOnly } = details;
    return VolumeSource._of({ glusterfs: { endpoints, path, readOnly } });
  }

  /**
   * A disk of Photon Controller. Removed in Kubernetes 1.16.
   *
   * @param details what it is
   */
  public static photonPersistentDisk(details: cloud.PhotonPersistentDiskOptions): VolumeSource {
    const { pdId, fsType } = details;
    return VolumeSource._of({ photonPersistentDisk: { pdID: pdId, fsType } });
  }

  /**
   * A volume of Portworx. Served by the CSI driver pxd.portworx.com.
   *
   * @param details what it is
   */
  public static portworxVolume(details: cloud.PortworxVolumeOptions): VolumeSource {
    const { volumeId, fsType, readOnly } = details;
    return VolumeSource._of({ portworxVolume: { volumeID: volumeId, fsType, readOnly } });
  }

  /**
   * A volume of Quobyte. Removed in Kubernetes 1.25.
   *
   * @param details what it is
   */
  public static quobyte(details: retired.QuobyteOptions): VolumeSource {
    const { registry, volume, user, group, tenant, readOnly } = details;
    return VolumeSource._of({ quobyte: { registry, volume, user, group, tenant, readOnly } });
  }

  /**
   * A block device of Ceph. Removed in Kubernetes 1.31.
   *
   * @param details what it is
   */
  public static rbd(details: storage.RbdOptions): VolumeSource {
    const { monitors, image, pool, user, keyring, secretName, fsType, readOnly } = details;
    return VolumeSource._of({ rbd: { monitors: [...monitors], image, pool, user, keyring, secretRef: secretRef(secretName), fsType, readOnly } });
  }

  /**
   * A volume of ScaleIO. Removed in Kubernetes 1.22.
   *
   * @param details what it is
   */
  public static scaleIo(details: retired.ScaleIoOptions): VolumeSource {
    const { gateway, system, secretName, sslEnabled, protectionDomain, storagePool, storageMode, volumeName, fsType, readOnly } = details;
    return VolumeSource._of({
      scaleIO: {
        gateway,
        system,
        secretRef: { name: secretName },
        sslEnabled,
        protectionDomain,
        storagePool,
        storageMode,
        volumeName,
        fsType,
        readOnly,
      },
    });
  }

  /**
   * A volume of StorageOS. Removed in Kubernetes 1.25.
   *
   * @param details what it is
   */
  public static storageos(details: retired.StorageOsOptions): VolumeSource {
    const { volumeName, volumeNamespace, secretName, fsType, readOnly } = details;
    return VolumeSource._of({ storageos: { volumeName, volumeNamespace, secretRef: secretRef(secretName), fsType, readOnly } });
  }

  /**
   * A disk of vSphere. Served by the CSI driver csi.vsphere.vmware.com.
   *
   * @param details what it is
   */
  public static vsphereVolume(details: cloud.VsphereVolumeOptions): VolumeSource {
    const { volumePath, fsType, storagePolicyName, storagePolicyId } = details;
    return VolumeSource._of({ vsphereVolume: { volumePath, fsType, storagePolicyName, storagePolicyID: storagePolicyId } });
  }

  private constructor() {}
}

function secretRef(name: string | undefined): LocalObjectReference | undefined {
  return name === undefined ? undefined : { name };
}
