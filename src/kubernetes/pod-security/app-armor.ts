import type { Finding } from './check';
import { finding, plural, quoted, settersOf, valuesOf } from './check';
import type { SecuredPod } from './secured-pod';
import { quote } from '../quote';
import { APP_ARMOR_PREFIX } from '../validation/app-armor';

/** Leaves the AppArmor profile to the runtime or takes one of the node's. */
export function appArmorProfile({ annotations, contexts }: SecuredPod): Finding | undefined {
  const profiles = contexts.flatMap(({ context: { appArmorProfile: profile }, container, at }) =>
    profile === undefined || ['RuntimeDefault', 'Localhost'].includes(profile.type) ? []
      : [{ container, field: `${at}.appArmorProfile.type`, value: profile.type }]);
  const annotated = Object.keys(annotations).filter((key) => key.startsWith(APP_ARMOR_PREFIX) && !isAllowed(annotations[key]))
    .map((key) => ({ field: `metadata.annotations[${key}]`, value: `${key}=${quote(annotations[key])}` }));
  const values = [...valuesOf(profiles), ...valuesOf(annotated)];
  return finding([...profiles, ...annotated], plural('forbidden AppArmor profile', values), () => {
    const setters = [...(profiles.length > 0 ? [settersOf(profiles)] : []), ...(annotated.length > 0 ? [plural('annotation', annotated)] : [])];
    return `${setters.join(' and ')} must not set AppArmor profile type to ${quoted(values)}`;
  });
}

function isAllowed(annotation: string): boolean {
  return annotation === '' || annotation === 'runtime/default' || annotation.startsWith('localhost/');
}
