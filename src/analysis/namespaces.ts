import type { Daemon } from './daemon';
import { textsAt } from './loose';
import type { ObjectSet } from './object-set';
import { mildest, podSecurityOf, reasonsAgainst, stricterThan } from './pod-security';
import { NamespaceFacts } from './pod-security-facts';
import { podSecurityPolicies } from '../kubernetes/pod-security/namespace-labels';
import type { PodSecurityPolicies, PodSecurityPolicy } from '../kubernetes/pod-security/namespace-labels';

/** What the labels of a namespace allow; nothing where its manifest is not among the objects. */
export function policiesOf(namespace: string, objects: ObjectSet): PodSecurityPolicies | undefined {
  const object = objects.ofKind('Namespace').find(({ name }) => name === namespace);
  return object && podSecurityPolicies(textsAt(object.manifest, 'metadata', 'labels'));
}

/** `baseline:v1.34`, as the API server writes a policy. */
export function policyText({ level, minor, isLatest }: PodSecurityPolicy): string {
  return `${level}:${isLatest ? 'latest' : `v1.${minor}`}`;
}

/** What is true of the namespaces of daemons, in the order of their names. */
export function namespaceFacts(daemons: readonly Daemon[], objects: ObjectSet): NamespaceFacts[] {
  const names = [...new Set(daemons.map(({ namespace }) => namespace))].sort();
  return names.map(name => {
    const evaluations = daemons.filter(({ namespace }) => namespace === name).map(daemon => ({
      name: daemon.defaulted.metadata?.name ?? '', evaluation: podSecurityOf(daemon),
    }));
    const level = mildest(evaluations.map(({ evaluation }) => evaluation.level));
    const object = objects.ofKind('Namespace').find(namespace => namespace.name === name);
    const says = Object.keys(textsAt(object?.manifest, 'metadata', 'labels')).some(label => label.startsWith('pod-security.kubernetes.io/enforce'));
    const reasons = evaluations.map(({ name: daemon, evaluation }) => [daemon, reasonsAgainst(stricterThan(level), evaluation)] as const);
    return {
      name,
      daemons: evaluations.map(evaluated => evaluated.name),
      podSecurityLevel: level,
      podSecurityReasons: Object.fromEntries(reasons.filter(([, list]) => list.length > 0)),
      enforced: says ? policyText(policiesOf(name, objects)!.enforce) : undefined,
    };
  });
}
