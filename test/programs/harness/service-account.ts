import type { Certificate } from './certificate';
import { directory } from './directory';

/** Where a pod finds what its service account is given. */
export const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** The directory to mount there: a token, and the authority of a made-up API server or kubelet. */
export function serviceAccount(authority: Certificate, token = 'good'): string {
  return directory({ 'token': token, 'namespace': 'made-up', 'ca.crt': authority.cert });
}
