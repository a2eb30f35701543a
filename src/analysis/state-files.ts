import { commandLine } from './command-line';
import { sourcesOfVolume } from './configuration';
import type { Daemon, PlacedContainer } from './daemon';
import { textsAt } from './loose';
import { MountedPath, mountAt, mountedPaths } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { baseName, cleanPath } from './paths';

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
  return daemon.containers.filter(({ isInit }) => !isInit).flatMap(placed => {
    const mounts = mountedPaths(daemon.pod, placed);
    const names = mounts.flatMap(({ volume }) => volume === undefined ? [] : sourcesOfVolume(volume)).filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => name);
    return [...new Set(names)].flatMap(configMap => {
      const texts = Object.entries(textsAt(objects.named('ConfigMap', daemon.namespace, configMap)?.manifest, 'data'));
      return texts.filter(([key]) => isUsed(key, texts, placed))
        .flatMap(([key, text]) => pathsIn(text).map(({ path, agent }) => ({ placed, path, mount: mountAt(mounts, path), configMap, key, agent })));
    });
  });
}

/** A ConfigMap can have a file that the agent never reads. */
function isUsed(key: string, texts: readonly [string, string][], placed: PlacedContainer): boolean {
  const included = texts.flatMap(([, text]) => [...text.matchAll(/^[ \t]*@include[ \t]+(\S+)/gim)].map(([, path]) => baseName(path)));
  return texts.length === 1 || /^fluent(-bit|d)?\.conf$/.test(key) || commandLine(placed).some(({ text }) => text.endsWith(key))
    || included.some(name => name === key || (name.includes('*') && key.endsWith(name.slice(name.lastIndexOf('*') + 1))));
}

function pathsIn(text: string): { path: string; agent: StateFile['agent'] }[] {
  const values = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, path]) => path).filter(path => !/[#$%]/.test(path)).map(cleanPath);
  const isFluentBit = /^\s*\[INPUT\]/im.test(text);
  return [
    ...(isFluentBit ? values(/^[ \t]+DB[ \t]+(\/\S+)[ \t]*$/gim).map(path => ({ path, agent: 'Fluent Bit' as const })) : []),
    ...values(/^[ \t]*pos_file[ \t]+["']?(\/[^\s"']+)["']?[ \t]*$/gm).map(path => ({ path, agent: 'fluentd' as const })),
  ];
}

/** Whether nothing can be written there. */
export function isReadOnly({ mount, placed }: StateFile): boolean {
  const { configMap, secret, downwardAPI, projected, image } = mount?.volume ?? {};
  return mount === undefined ? placed.container.securityContext?.readOnlyRootFilesystem === true
    : mount.isReadOnly || [configMap, secret, downwardAPI, projected, image].some(source => source !== undefined);
}
