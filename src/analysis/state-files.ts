import { agentConfigurations } from './agent-configurations';
import type { Daemon, PlacedContainer } from './daemon';
import { fluentBitSections } from './fluent-bit-sections';
import { MountedPath, mountAt, mountedPaths } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { cleanPath } from './paths';

/** A file in which a log agent notes how far it has read, as its configuration names it. */
export interface StateFile {
  readonly placed: PlacedContainer;
  readonly path: string;
  /** What it lies on; nothing in the container's own file system. */
  readonly mount?: MountedPath;
  readonly configMap: string;
  readonly key: string;
  /** The program that the configuration is for. */
  readonly agent: 'fluentd' | 'Fluent Bit';
}

/** The files that fluentd and Fluent Bit keep by the ConfigMaps that their containers mount; none whose name is made when they run. */
export function stateFiles(daemon: Daemon, objects: ObjectSet): readonly StateFile[] {
  const found = objects.once(stateFiles, () => new Map<Daemon, readonly StateFile[]>());
  found.has(daemon) || found.set(daemon, filesOf(daemon, objects));
  return found.get(daemon)!;
}

function filesOf(daemon: Daemon, objects: ObjectSet): StateFile[] {
  return agentConfigurations(daemon, objects).flatMap(({ placed, configMap, key, text }) => {
    const files = pathsIn(text);
    const mounts = files.length === 0 ? [] : mountedPaths(daemon.pod, placed);
    return files.map(({ path, agent }) => ({ placed, path, mount: mountAt(mounts, path), configMap, key, agent }));
  });
}

function pathsIn(text: string): { path: string; agent: StateFile['agent'] }[] {
  const databases = fluentBitSections(text).flatMap(({ kind, settings: { db } }) => kind === 'input' && db !== undefined ? [db] : []);
  const positions = [...text.matchAll(/^[ \t]*pos_file[ \t]+["']?(\/[^\s"']+)["']?[ \t]*$/gm)].map(([, path]) => path);
  const known = (paths: readonly string[]) => paths.filter(path => path.startsWith('/') && !/[#$%\s]/.test(path)).map(cleanPath);
  return [
    ...known(databases).map(path => ({ path, agent: 'Fluent Bit' as const })),
    ...known(positions).map(path => ({ path, agent: 'fluentd' as const })),
  ];
}

/** Whether nothing can be written there. */
export function isReadOnly({ mount, placed }: StateFile): boolean {
  const { configMap, secret, downwardAPI, projected, image } = mount?.volume ?? {};
  return mount === undefined ? placed.container.securityContext?.readOnlyRootFilesystem === true
    : mount.isReadOnly || [configMap, secret, downwardAPI, projected, image].some(source => source !== undefined);
}
