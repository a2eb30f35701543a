import { answer, Check } from '../check';
import { Severity } from '../severity';

const CREDENTIAL = /(^|_)(PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|CREDENTIALS?|(LICEN[CS]E|API|APP|ACCESS|SECRET|PRIVATE|AUTH)_?KEY)$/;
// These name a Secret that somebody else made.
const NAME_OF_SECRET = /(^|_)(TLS|CERT|CERTIFICATE|CA|PULL|REGISTRY|REF)_SECRET$/;
const NO_CREDENTIALS = [
  /^\s*$/,
  // A path or an address.
  /^\.{0,2}\/|^[a-z]:\\|^[a-z][a-z0-9+.-]*:\/\/[^@]*$/i,
  // A variable of Kubernetes or of the program.
  /\$\(|\$\{|^\$/,
  // A switch, a number, a time.
  /^(true|false|yes|no|on|off|none|null|enabled|disabled)$|^[-+]?\d+(\.\d+)?[smhd]?$/i,
];

/** ND403 */
export const credentialInEnv: Check = {
  id: 'ND403',
  severity: Severity.ERROR,
  title: 'A credential stands as text in a variable',
  text: 'Everybody who may read DaemonSets, the repository or the history of rollouts reads it, and replacing it is a rollout. Put it into a Secret '
    + 'and [take the variable from there](https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/).',
  acknowledgeable: true,
  isDecision: true,
  judge: ({ containers }) => answer(containers.flatMap(({ container, field }) => (container.env ?? []).flatMap(({ name, value = '' }, position) =>
    isCredential(name) && !NO_CREDENTIALS.some(pattern => pattern.test(value)) ? [{
      field: `${field}.env[${position}].value`,
      message: `variable '${name}' of container '${container.name}' looks like a credential and stands in the manifest as text: `
        + 'take it from a Secret with valueFrom.secretKeyRef',
    }] : []))),
};

function isCredential(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
  return CREDENTIAL.test(words) && !NAME_OF_SECRET.test(words);
}
