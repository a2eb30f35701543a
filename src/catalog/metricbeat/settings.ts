import { invalid } from '../../host/invalid';

const CREDENTIAL = /(^|[._])(password|passphrase|key_passphrase|api_key|token|auth)$/;

/** Refuses a credential as text among settings that nobody typed: they stand in a ConfigMap. */
export function assertNoCredentials(settings: unknown, path: readonly string[] = []): void {
  if (typeof settings !== 'object' || settings === null) {
    return;
  }
  for (const [key, value] of Object.entries(settings)) {
    if (CREDENTIAL.test(key) && typeof value === 'string' && value !== '' && !value.includes('${')) {
      throw invalid(`setting '${[...path, key].join('.')}'`, "a variable such as '${PASSWORD}', as it stands in a ConfigMap", '***',
        "give the container env: { PASSWORD: EnvValue.secret(SecretValue.key('…', '…')) }");
    }
    assertNoCredentials(value, [...path, key]);
  }
}
