import { toLabelSelector } from './label-selector-wire';
import { PersistentVolumeClaimOptions } from './persistent-volume-claim';
import type { PersistentVolumeClaimTemplate } from '../kubernetes/wire/volume';

/** The claim that Kubernetes makes for each pod. */
export function toClaimTemplate(claim: PersistentVolumeClaimOptions): PersistentVolumeClaimTemplate {
  const { storage, storageLimit, selector, labels, annotations, accessModes, dataSource, dataSourceRef, ...rest } = claim;
  return {
    metadata: labels ?? annotations ? { labels: labels && { ...labels }, annotations: annotations && { ...annotations } } : undefined,
    spec: {
      ...rest,
      accessModes: [...accessModes],
      selector: selector && toLabelSelector(selector),
      dataSource: dataSource && { ...dataSource },
      dataSourceRef: dataSourceRef && { ...dataSourceRef },
      resources: { requests: { storage }, limits: storageLimit === undefined ? undefined : { storage: storageLimit } },
    },
  };
}
