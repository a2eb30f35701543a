import { CniFile, cniFiles, writesConfigurations } from './cni';
import type { Daemon, PlacedContainer } from './daemon';
import { textsAt } from './loose';
import { mountAt, mountedPaths } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { cleanPath } from './paths';
import { ShellCommand, shellCommands } from './shell-commands';
import type { Volume } from '../kubernetes/wire/volume';

/** A network configuration that a daemon copies from a ConfigMap to the node. */
export interface NetworkConfiguration {
  readonly file: CniFile;
  readonly configMap: string;
  readonly key: string;
  readonly text: string;
}

/** What may change a file before or after it is copied. */
const EDITORS = /^(awk|ed|envsubst|gomplate|jq|mv|perl|python3?|sed|tee|yq)$/;

/** The configurations that a daemon copies as they stand in ConfigMaps that are judged with it; none where some program may change them. */
export function networkConfigurations(daemon: Daemon, objects: ObjectSet): NetworkConfiguration[] {
  const writers = daemon.containers.filter(placed => writesConfigurations(daemon.pod, placed)).map(placed => {
    const files = cniFiles(daemon.pod, placed);
    return { placed, files, copied: new Map(files.filter(({ isPassing }) => isPassing).map(({ target, source }) => [target, source])) };
  });
  const isPlain = writers.every(({ placed, files, copied }) => files.length > 0 && !shellCommands(placed).some(command => changes(command, copied)));
  return !isPlain ? [] : writers.flatMap(({ placed, files, copied }) => files.filter(({ kind, isPassing }) => kind === 'configuration' && !isPassing)
    .flatMap(file => textOf({ ...file, source: copied.get(cleanPath(file.source ?? '')) ?? file.source }, placed, daemon, objects)));
}

/** Whether a command may change a file; one that only gives a copy its last name does not. */
function changes({ program, words }: ShellCommand, copied: ReadonlyMap<string, string | undefined>): boolean {
  const moved = words.filter(word => !word.startsWith('-')).slice(0, -1);
  return EDITORS.test(program) && !(program === 'mv' && moved.length > 0 && moved.every(file => copied.get(cleanPath(file)) !== undefined));
}

function textOf(file: CniFile, placed: PlacedContainer, daemon: Daemon, objects: ObjectSet): NetworkConfiguration[] {
  const mount = mountAt(mountedPaths(daemon.pod, placed), file.source ?? '');
  const path = [mount?.subPath ?? '', (file.source ?? '').slice(mount?.mountPath.length)].map(part => part.replace(/^\/+|\/+$/g, '')).filter(part => part !== '').join('/');
  return mount?.volume === undefined ? [] : mapsIn(mount.volume).flatMap(({ name, items }) => {
    const key = items === undefined ? path : items.find(item => item.path === path)?.key ?? '';
    const text = textsAt(objects.named('ConfigMap', daemon.namespace, name)?.manifest, 'data')[key];
    return text === undefined ? [] : [{ file, configMap: name, key, text }];
  });
}

function mapsIn({ configMap, projected }: Volume): { name: string; items?: readonly { key: string; path: string }[] }[] {
  const all = [configMap, ...(projected?.sources ?? []).map(source => source.configMap)];
  return all.flatMap(map => map?.name ? [{ name: map.name, items: map.items }] : []);
}
