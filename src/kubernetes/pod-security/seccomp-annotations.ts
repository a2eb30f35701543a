import type { Finding } from './check';
import { finding, plural, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';
import { quote } from '../quote';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/** Turns no seccomp profile off, under policies from before there was a field for it. */
export function seccompAnnotations({ annotations, containers }: SecuredPod): Finding | undefined {
  const offences = [POD, ...containers.map(({ name }) => CONTAINER + name)]
    .filter((key) => Object.hasOwn(annotations, key) && !isAllowed(annotations[key]))
    .map((key) => ({ field: `metadata.annotations[${key}]`, value: `${key}=${quote(annotations[key])}` }));
  return finding(offences, 'seccompProfile', () => `forbidden ${plural('annotation', offences)} ${valuesOf(offences).join(', ')}`);
}

function isAllowed(profile: string): boolean {
  return profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/');
}
