import type { PlacedContainer } from './daemon';
import { mountedPaths, nodePathAt } from './mounted-paths';
import { baseName, cleanPath, directoryOf } from './paths';
import { ShellCommand, shellCommands } from './shell-commands';
import { isWithin, placeOf } from '../kubernetes/host-path';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** The directory of network configurations, wherever a distribution has it. */
const CONFIGURATIONS = /\/cni\/(multus\/)?net\.d$|\/args\/cni-network$/;
/** That of the programs. */
const PROGRAMS = /\/cni\/bin$|^\/home\/kubernetes\/bin$|^\/usr\/lib(exec)?\/cni$|\/k3s\/data\/(current\/bin|cni)$/;
/** Directories that these lie in. */
const ABOVE = new Set(['/', '/etc', '/home', '/home/kubernetes', '/home/kubernetes/bin', '/opt', '/usr', '/usr/lib', '/usr/libexec']);
/** What a runtime reads of the first directory. */
const EXTENSION = /\.(conf|conflist|json)$/;
/** What a file is called until it is renamed. */
const PASSING = /^\.|^_|[._-](tmp|temp|new|part|bak|old|orig|template|tpl)(\.|$)|\.XXX/;

/** A file that a container puts into a directory of the container network interface. */
export interface CniFile {
  readonly placed: PlacedContainer;
  readonly kind: 'configuration' | 'program';
  /** Path of the container that it is copied from, where it is. */
  readonly source?: string;
  /** Its path in the container. */
  readonly target: string;
  /** Whether its name is not the one that it stays under. */
  readonly isPassing: boolean;
  /** Whether it is written under that name piece by piece, into the file that may be there. */
  readonly isInPlace: boolean;
  readonly field: string;
}

/** The files of CNI that a container writes or copies, in order; what a program of its own does with its arguments is not known. */
export function cniFiles(pod: PodSpec, placed: PlacedContainer): CniFile[] {
  if (!hasCni(pod)) {
    return [];
  }
  const mounts = mountedPaths(pod, placed).filter(({ isReadOnly }) => !isReadOnly);
  const commands = shellCommands(placed);
  const gone = new Set(commands.flatMap(({ program, words }) => program === 'mv' ? words.slice(0, -1) : /^(rm|unlink)$/.test(program) ? words : []).map(cleanPath));
  return commands.flatMap(command => writtenBy(command).flatMap(({ source, target: given, isInPlace }) => {
    const isDirectory = given.endsWith('/') || mounts.some(({ mountPath }) => mountPath === cleanPath(given));
    const target = cleanPath(isDirectory ? `${given}/${baseName(source ?? '') || '*'}` : given);
    const directory = placeOf(nodePathAt(mounts, directoryOf(target)) ?? '/');
    const kind = CONFIGURATIONS.test(directory) ? 'configuration' as const : PROGRAMS.test(directory) ? 'program' as const : undefined;
    const isPassing = PASSING.test(baseName(target)) || gone.has(target);
    return kind === undefined ? [] : [{ placed, kind, source, target, isPassing, isInPlace: isInPlace && !isPassing, field: command.field }];
  }));
}

/** Whether a runtime takes a file for a network, by its name. */
export function isNetworkFile({ kind, target, isPassing }: CniFile): boolean {
  return kind === 'configuration' && !isPassing && EXTENSION.test(target);
}

/** Whether a container can write network configurations. */
export function writesConfigurations(pod: PodSpec, placed: PlacedContainer): boolean {
  return writablePlaces(pod, placed).some(place => CONFIGURATIONS.test(place) || isWithin('/etc/cni/net.d', place));
}

/** Whether a container can write nothing of the container network interface but its programs. */
export function writesOnlyPrograms(pod: PodSpec, placed: PlacedContainer): boolean {
  return writablePlaces(pod, placed).some(place => PROGRAMS.test(place)) && !writesConfigurations(pod, placed);
}

function writablePlaces(pod: PodSpec, placed: PlacedContainer): string[] {
  return !hasCni(pod) ? [] : mountedPaths(pod, placed).flatMap(({ hostPath, isReadOnly }) => hostPath === undefined || isReadOnly ? [] : [placeOf(hostPath)]);
}

/** Whether a directory of the container network interface may lie on one of its volumes. */
function hasCni({ volumes = [] }: PodSpec): boolean {
  return volumes.some(({ hostPath }) => hostPath !== undefined && (/cni|k3s/.test(hostPath.path) || ABOVE.has(cleanPath(hostPath.path))));
}

/** Where a command puts which files. */
function writtenBy({ program, words, output }: ShellCommand): { source?: string; target: string; isInPlace: boolean }[] {
  const operands = words.filter(word => !word.startsWith('-'));
  if (/^(cp|install|install-conf|mv)$/.test(program)) {
    // With -f a running program is unlinked first, with -n none is touched.
    const isSparing = words.some(word => /^-[a-zA-Z]*[fn]|^--(force|remove-destination|no-clobber)$/.test(word));
    return operands.slice(0, -1).map(source => ({ source, target: operands[operands.length - 1], isInPlace: program === 'cp' && !isSparing }));
  }
  return output ? [{ source: program === 'cat' && operands.length === 1 ? operands[0] : undefined, target: output, isInPlace: true }] : [];
}
