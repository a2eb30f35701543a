import { commandLine } from './command-line';
import { sourcesOfVolume } from './configuration';
import type { Daemon, PlacedContainer } from './daemon';
import { textsAt } from './loose';
import { mountedPaths } from './mounted-paths';
import type { ObjectSet } from './object-set';
import { baseName } from './paths';
import { isReloader } from './reloaded-files';

/** A text that a container reads as its configuration. */
export interface AgentConfiguration {
  readonly placed: PlacedContainer;
  readonly configMap: string;
  readonly key: string;
  readonly text: string;
}

/** The configurations of log agents in the ConfigMaps that the containers of a daemon mount. */
export function agentConfigurations(daemon: Daemon, objects: ObjectSet): readonly AgentConfiguration[] {
  const found = objects.once(agentConfigurations, () => new Map<Daemon, readonly AgentConfiguration[]>());
  found.has(daemon) || found.set(daemon, configurationsOf(daemon, objects));
  return found.get(daemon)!;
}

function configurationsOf(daemon: Daemon, objects: ObjectSet): AgentConfiguration[] {
  return daemon.containers.filter(placed => !placed.isInit && !isReloader(placed)).flatMap(placed => {
    const volumes = mountedPaths(daemon.pod, placed).flatMap(({ volume }) => volume === undefined ? [] : sourcesOfVolume(volume));
    const names = volumes.filter(({ kind }) => kind === 'ConfigMap').map(({ name }) => name);
    return [...new Set(names)].flatMap(configMap => {
      const texts = Object.entries(textsAt(objects.named('ConfigMap', daemon.namespace, configMap)?.manifest, 'data'));
      return texts.filter(([key]) => isUsed(key, texts, placed)).map(([key, text]) => ({ placed, configMap, key, text }));
    });
  });
}

/** What a configuration includes: `@include name` in a line, in YAML `- name.yaml` in a list. */
const INCLUDED = /^[ \t]*(?:@include[ \t]+|-[ \t]+["']?(?=\S+\.ya?ml["']?[ \t]*$))([^\s"']+)/gim;

/** A ConfigMap can have a file that the agent never reads. */
function isUsed(key: string, texts: readonly [string, string][], placed: PlacedContainer): boolean {
  const included = texts.flatMap(([, text]) => [...text.matchAll(INCLUDED)].map(([, path]) => baseName(path)));
  return texts.length === 1 || /^fluent(-bit|d)?\.(conf|ya?ml)$/.test(key) || commandLine(placed).some(({ text }) => text.endsWith(key))
    || included.some(name => name === key || (name.includes('*') && key.endsWith(name.slice(name.lastIndexOf('*') + 1))));
}
