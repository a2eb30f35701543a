import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { assertAnnotations, assertLabels } from './assert-metadata';
import { clusterCompanion } from './companion';
import type { NodeDaemon } from './node-daemon';
import { mapOrNothing } from './tidy';
import { withoutUndefined } from '../host/copy';
import type { CsiDriverObjectOptions } from '../host/csi-driver-object-options';

/** Makes the CSIDriver of a node plugin; nothing where somebody else makes it. */
export function csiDriverCompanion(scope: Construct, name: string, options: CsiDriverObjectOptions | undefined, daemon: NodeDaemon): ApiObject | undefined {
  if (options === undefined) {
    return undefined;
  }
  const { labels, annotations, tokenRequests, volumeLifecycleModes, ...fields } = options;
  assertLabels('labels of the CSIDriver', labels);
  assertAnnotations('annotations of the CSIDriver', annotations);
  return clusterCompanion(scope, 'CSIDriver', { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver' }, {
    name,
    labels: mapOrNothing({ ...daemon.apiObject.metadata.toJson().labels, ...labels }),
    annotations: mapOrNothing({ ...annotations }),
  }, {
    spec: withoutUndefined({
      ...fields,
      volumeLifecycleModes: volumeLifecycleModes && [...volumeLifecycleModes],
      tokenRequests: tokenRequests?.map(({ audience, expirationSeconds }) => withoutUndefined({ audience, expirationSeconds })),
    }),
  });
}
