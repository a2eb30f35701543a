import { fieldsNewerThan } from '../../kubernetes/releases';
import { Check } from '../check';
import { Severity } from '../severity';

/** ND103 */
export const fieldNewerThanCluster: Check = {
  id: 'ND103',
  severity: Severity.ERROR,
  title: 'A field is newer than the Kubernetes of the cluster, which drops it without a word',
  text: 'An API server drops fields whose feature is not there yet, so the daemon runs without what was asked for.',
  acknowledgeable: true,
  judge({ manifest, context }) {
    if (context.kubernetesMinor === undefined) {
      return 'does not apply';
    }
    const newer = fieldsNewerThan(manifest, context.kubernetesMinor);
    return newer.length === 0 ? 'holds' : newer.map(({ field, since }) => ({
      field,
      message: `${field} works from Kubernetes 1.${since} on, and the platform has 1.${context.kubernetesMinor}: `
        + 'leave it out, or name the version that the cluster has in NodePlatform',
    }));
  },
};
