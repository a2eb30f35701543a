import * as fc from 'fast-check';
import { compareAdmission } from './comparison';
import type { Disagreement } from './comparison';
import { expectsOtherFamily } from './expectations';
import type { Judge, Verdict } from './judge';
import type { Mutation } from './mutation';
import { mutate, mutations } from './mutation';
import type { Json } from './valid-object';
import { object } from './valid-object';
import { admitCompanion } from '../../../src/kubernetes/companion-admission';
import type { Companion } from '../../../src/kubernetes/decode';
import type { ServiceSpec } from '../../../src/kubernetes/wire/companion';
import type { ObjectMeta } from '../../../src/kubernetes/wire/meta';

const API_VERSIONS: Record<Companion, string> = {
  ConfigMap: 'v1',
  ServiceAccount: 'v1',
  Service: 'v1',
  Namespace: 'v1',
  Role: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
};
const ANNOTATIONS = [
  {},
  { 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'Auto' },
  { 'service.kubernetes.io/topology-mode': 'Auto', 'service.kubernetes.io/topology-aware-hints': 'Disabled' },
  { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, 10.0.0.1/8' },
  { 'service.beta.kubernetes.io/load-balancer-source-ranges': ' ' },
];

/** Objects of the kinds that accompany a DaemonSet, with up to three changes. */
export function companions(): fc.Arbitrary<Json> {
  return fc.constantFrom(...Object.keys(API_VERSIONS) as Companion[]).chain((kind) => {
    const apiVersion = API_VERSIONS[kind];
    const changes = fc.array(mutations(`${apiVersion} ${kind}`), { maxLength: 3 });
    return fc.tuple(object(kind), object('ObjectMeta'), fc.constantFrom(...ANNOTATIONS), changes).map(([made, metadata, annotations, mutated]) => {
      const { resourceVersion: _, ...meta } = metadata;
      const manifest = { ...made, apiVersion, kind, metadata: { ...meta, name: meta.name ?? 'agent', annotations } };
      return mutated.reduce((changed: Json, change: Mutation) => mutate(changed, change), manifest);
    });
  });
}

/** Compares what becomes of such an object. */
export async function compareCompanion(judge: Judge, manifest: Json): Promise<Disagreement | undefined> {
  const { name } = (manifest.metadata ?? {}) as ObjectMeta;
  if (manifest.kind === 'Namespace' && !name) { return undefined; } // its label would be the name that the server makes
  const verdict = await judge.ask<Verdict>({ op: 'check', object: manifest });
  if (expectsOtherFamily(verdict) && !saysFamilyAndAddress(manifest)) { return undefined; }
  return compareAdmission(admitCompanion(manifest.kind as Companion, manifest), verdict);
}

function saysFamilyAndAddress({ spec }: Json): boolean {
  const { clusterIP, clusterIPs, ipFamilies } = spec as ServiceSpec;
  return Boolean(clusterIP || clusterIPs?.length) && Boolean(ipFamilies?.length);
}
