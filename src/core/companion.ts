import { ApiObject, JsonPatch, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { withoutUndefined } from '../host/copy';
import type { ObjectMeta } from '../kubernetes/wire/meta';

/** An object that belongs to a daemon; its fields are asked for when it is rendered. */
export function companion(scope: Construct, id: string, type: { apiVersion: string; kind: string }, metadata: ObjectMeta, fields: object): ApiObject {
  return new ApiObject(scope, id, { ...type, metadata: withoutUndefined(metadata), ...fields });
}

/** A companion that belongs to no namespace; a chart puts its own on everything, and only a patch takes it off. */
export function clusterCompanion(scope: Construct, id: string, type: { apiVersion: string; kind: string }, metadata: ObjectMeta, fields: object): ApiObject {
  const object = companion(scope, id, type, metadata, fields);
  if (object.metadata.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}

/** API group and version of roles and bindings. */
export const RBAC = 'rbac.authorization.k8s.io/v1';

/** A field that is asked for when the object is rendered. */
export function later<T>(produce: () => T): T {
  return Lazy.any({ produce }) as T;
}
