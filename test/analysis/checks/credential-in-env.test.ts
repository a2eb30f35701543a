import { daemonSet, fails } from '../objects';

const isFound = (name: string, value: string) => fails('ND403', daemonSet({}, { env: [{ name, value }] }));

test.each([
  ['DB_PASSWORD', 'changeme'],
  ['dbPassword', 'geheim'],
  ['elastic.password', 'geheim'],
  ['NRIA_LICENSE_KEY', 'eu01xx0123'],
  ['DD_API_KEY', '0123456789abcdef'],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG'],
  ['TOKEN', 'a b'],
])('%s=%s is a credential', (name, value) => {
  expect(isFound(name, value)).toBe(true);
});

test.each([
  ['TOKEN', ''],
  ['TOKEN', '$(OTHER)'],
  ['TOKEN', '${OTHER}'],
  ['TOKEN', 'true'],
  ['TOKEN', '30s'],
  ['TOKEN', '/var/run/secrets/token'],
  ['TOKEN', 'https://vault.example.com/token'],
  ['TOKEN_FILE', 'token'],
  ['TOKEN_TTL', 'long'],
  ['SECRET_NAME', 'agent'],
  ['TLS_SECRET', 'agent-tls'],
  ['TOKENIZER', 'words'],
  ['AWS_ACCESS_KEY_ID', 'AKIA0123'],
])('%s=%s is none', (name, value) => {
  expect(isFound(name, value)).toBe(false);
});
