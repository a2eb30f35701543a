import { commandLine } from './command-line';
import type { PlacedContainer } from './daemon';
import { Flag, flagsOf } from './flags';
import { repositoryOf } from './images';
import { exporterVersion } from './node-exporter-flags';
import { baseName } from './paths';
import { scriptPosition } from './shell-scripts';
import { parseImage } from '../kubernetes/image-reference';

/** A container that runs Prometheus' node exporter. */
export interface NodeExporter {
  readonly placed: PlacedContainer;
  readonly flags: readonly Flag[];
  /** Its version as one number, 1.2 as 1002; nothing where the image does not say. */
  readonly version?: number;
  /** Whether its image is the project's own, or a copy under the same name. */
  readonly isOfficial: boolean;
}

const KNOWN = new WeakMap<readonly PlacedContainer[], readonly NodeExporter[]>();

/** Those of some containers that run node exporter. Many checks ask for those of a daemon. */
export function nodeExporters(containers: readonly PlacedContainer[]): readonly NodeExporter[] {
  let found = KNOWN.get(containers);
  if (found === undefined) {
    KNOWN.set(containers, found = exportersOf(containers));
  }
  return found;
}

function exportersOf(containers: readonly PlacedContainer[]): NodeExporter[] {
  return containers.filter(runsNodeExporter).map(placed => {
    const { image = '' } = placed.container;
    return {
      placed,
      flags: flagsOf(commandLine(placed)),
      version: exporterVersion(parseImage(image)?.tag),
      isOfficial: /(^|\/)prom(etheus)?\/node-exporter$/.test(repositoryOf(image)),
    };
  });
}

/** The flag of a name as it was given last; nothing where it was not. */
export function flag({ flags }: NodeExporter, name: string): Flag | undefined {
  return flags.filter(candidate => candidate.name === name).at(-1);
}

/** Whether it asks a collector that is on by default. */
export function hasCollector(exporter: NodeExporter, name: string): boolean {
  const isOn = flag(exporter, `collector.${name}`) !== undefined;
  return isOn || (flag(exporter, 'collector.disable-defaults') === undefined && flag(exporter, `no-collector.${name}`) === undefined);
}

/** What a script of a shell starts, and with which flags, is not known. */
function runsNodeExporter(placed: PlacedContainer): boolean {
  const words = commandLine(placed);
  const isNamed = /^(prometheus-)?node[-_]exporter$/.test(baseName(repositoryOf(placed.container.image ?? '')));
  return scriptPosition(words) === undefined && (isNamed || baseName(words[0]?.text ?? '') === 'node_exporter');
}
