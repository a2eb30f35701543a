import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { assertAnnotations, assertLabels } from './assert-metadata';
import { clusterCompanion } from './companion';
import type { NodeDaemon } from './node-daemon';
import { mapOrNothing } from './tidy';
import { appOf } from './tree';
import { withoutUndefined } from '../host/copy';
import type { CsiDriverObjectOptions } from '../host/csi-driver-object-options';
import { invalid } from '../host/invalid';

/** Makes the CSIDriver of a node plugin; nothing where somebody else makes it. */
export function csiDriverCompanion(scope: Construct, name: string, options: CsiDriverObjectOptions | undefined, daemon: NodeDaemon): ApiObject | undefined {
  if (options === undefined) {
    return undefined;
  }
  assertFirst(scope, name, daemon);
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

/** Two objects of one name: the later one that is applied would replace the other. */
function assertFirst(scope: Construct, name: string, { platform: { cluster } }: NodeDaemon): void {
  const twin = appOf(scope).node.findAll().find(other => ApiObject.isApiObject(other) && other.kind === 'CSIDriver' && other.name === name && clusterOf(other, cluster) === cluster);
  if (twin !== undefined) {
    throw invalid(`CSIDriver '${name}'`, 'made once in a cluster', twin.node.path, 'write driverObject: CsiDriverObject.existing() for the second one, '
      + 'or the clusters in NodePlatform where there are two');
  }
}

/** The cluster of the node plugin that made an object; one that somebody else made is for any. */
function clusterOf(object: ApiObject, otherwise: string | undefined): string | undefined {
  const { daemon } = object.node.scope as { daemon?: NodeDaemon } & Construct;
  return daemon === undefined ? otherwise : daemon.platform.cluster;
}
