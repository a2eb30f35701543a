import { confText, credentialsIn, Item, plain, Value } from './conf';
import { ConfigFile } from '../../host/config-file';
import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { SecretValue } from '../../host/secret-value';
import { SecurityContext } from '../../host/security-context';
import { VolumeMount } from '../../host/volume-mount';
import { VolumeSource } from '../../host/volume-source';
import { EmptyDirMedium } from '../../host/volume-source-options';

const DIRECTORY = '/etc/collectd-node';
const SCRIPT = '/etc/collectd-init/node.sh';

/** The piece of collectd.conf that each node completes. */
export const NODE_FILE = `${DIRECTORY}/node.conf`;

/** The mount in which it is; in memory, as it may hold credentials. */
export function nodeDirectory(readOnly: boolean): VolumeMount {
  return { name: 'node-config', mountPath: DIRECTORY, readOnly: readOnly || undefined, source: VolumeSource.emptyDir({ medium: EmptyDirMedium.MEMORY, sizeLimit: '1Mi' }) };
}

/** How the piece comes to be, with the shell and the sed of the image. */
export interface NodeFileWriter {
  readonly container: DaemonContainer;
  readonly script: ConfigFile;
}

/**
 * The container that writes what collectd cannot read from its environment: the name of the node and credentials. A credential stands in an
 * environment variable of this container only, and goes through no command line.
 */
export function nodeFileWriter(
  items: readonly Item[], program: DaemonContainer, securityContext: SecurityContext | undefined, hardened: boolean,
): NodeFileWriter {
  const name = `${program.name}-config`;
  const credentials = credentialsIn(items);
  const variable = (credential: SecretValue) => `CREDENTIAL_${credentials.indexOf(credential) + 1}`;
  return {
    container: {
      name,
      image: program.image,
      imagePullPolicy: program.imagePullPolicy,
      command: ['sh', SCRIPT],
      env: { NODE_NAME: EnvValue.NODE_NAME, ...Object.fromEntries(credentials.map(credential => [variable(credential), EnvValue.secret(credential)])) },
      volumes: [nodeDirectory(false)],
      securityContext,
      resources: hardened ? { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '16Mi' } } : undefined,
    },
    script: ConfigFile.text(SCRIPT, scriptOf(items, credentials.map(variable), variable), { containers: [name] }),
  };
}

function scriptOf(items: readonly Item[], variables: readonly string[], variable: (credential: SecretValue) => string): string {
  const inDocument = (value: Value) => value instanceof SecretValue ? `"$${variable(value)}"` : plain(value).replace(/[\\$`]/g, '\\$&');
  return [
    'set -eu',
    'umask 077',
    ...variables.length === 0 ? [] : ['quoted() { printf %s "$1" | sed \'s/[\\\\"]/\\\\&/g\'; }'],
    ...variables.map(name => `${name}=$(quoted "$${name}")`),
    `cat > ${NODE_FILE} <<END_OF_FILE`,
    'Hostname "$NODE_NAME"',
    `${confText(items, inDocument)}END_OF_FILE`,
    '',
  ].join('\n');
}
