import { CniConfig } from '../../host/network/cni-config';

/** A file of the image, and its name on the node. */
interface Copied {
  readonly source: string;
  readonly name: string;
}

/**
 * Copies programs to a directory of the node. Each is whole from the moment it has its name, whatever is interrupted when: a file beside it is
 * renamed, which also leaves one alone that runs. What is there already stays as it is.
 */
export function programsScript(directory: string, programs: readonly Copied[]): string {
  return lines(programs.flatMap(program => put(directory, program, '755', '-x')));
}

/** Copies the configuration, and removes afterwards what it takes the place of. */
export function configScript(directory: string, source: string, { fileName, _replaces }: CniConfig): string {
  return lines([
    ...put(directory, { source, name: fileName }, '644', '-f'),
    ..._replaces.length === 0 ? [] : [`rm -f ${_replaces.map(name => quoted(`${directory}/${name}`)).join(' ')}`],
  ]);
}

/** The name that a file has until it is whole begins with a dot and ends in no extension that a runtime reads. */
function put(directory: string, { source, name }: Copied, mode: string, test: string): string[] {
  const [from, to, passing] = [source, `${directory}/${name}`, `${directory}/.${name}.new`].map(quoted);
  return [
    // mv would move into it, and the script would go on.
    `if [ -d ${to} ]; then`,
    `  echo ${quoted(`${directory}/${name} is a directory of the node and must be a file: remove it there`)} >&2`,
    '  exit 1',
    'fi',
    `if ! { [ ${test} ${to} ] && cmp -s ${from} ${to}; }; then`,
    `  cp -f ${from} ${passing}`,
    `  chmod ${mode} ${passing}`,
    `  mv -f ${passing} ${to}`,
    'fi',
  ];
}

function lines(script: readonly string[]): string {
  return ['set -eu', ...script, ''].join('\n');
}

function quoted(path: string): string {
  return /^[A-Za-z0-9_./+-]+$/.test(path) ? path : `'${path.replace(/'/g, '\'\\\'\'')}'`;
}
