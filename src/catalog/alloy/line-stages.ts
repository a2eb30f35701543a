import { GROUP } from './discovery';
import { Block, seconds } from './language';
import { lineNotBeginning } from './patterns';
import { invalid } from '../../host/invalid';
import { ContainersModel, FilesModel, MultilineModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';
import { MultilineGroup, multilineGroups } from '../log/multiline-groups';

/**
 * What makes entries of what stands in a file.
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.process/
 */
export function lineStages(source: ContainersModel | FilesModel, { pipeline: { maxLineBytes }, context }: LogSurroundings): Block[] {
  const longest = { name: 'stage.truncate', parts: [{ name: 'rule', attributes: { limit: `${maxLineBytes}B` } }] };
  if (source.kind !== 'containers') {
    return [longest, ...multilineGroups(source.multiline).map(joined)];
  }
  const hasDocker = context.platform.logRoots.some(root => root.includes('docker'));
  // The parts of a line have at most 16 KiB each: what is cut is what they are joined to.
  const cri = { name: 'stage.cri', attributes: { max_partial_line_size: maxLineBytes, max_partial_line_size_truncate: true } };
  const groups = multilineGroups(source.multiline);
  return [
    // Each of the two sets the stream, by which a line of a program that looks like Docker's is not taken for one.
    ...hasDocker ? [matching('{stream=""} |~ "^\\\\{\\"log\\":"', { name: 'stage.docker' }), matching('{stream=""}', cri), longest] : [cri],
    ...groups.map((group, position) => matching(`{${GROUP}="${position + 1}"}`, joined(group))),
    // Its path says no more than the names, and would make a stream of each restart.
    { name: 'stage.label_drop', attributes: { values: ['filename', ...groups.length > 0 ? [GROUP] : []] } },
  ];
}

function matching(selector: string, stage: Block): Block {
  return { name: 'stage.match', attributes: { selector }, parts: [stage] };
}

function joined(group: MultilineGroup): Block {
  return { name: 'stage.multiline', attributes: { firstline: firstLine(group), max_wait_time: seconds(group.flushSeconds), max_lines: 1000 } };
}

/** Further lines that begin with no white space, of each preset. */
const FURTHER: { readonly [preset in MultilineModel['preset']]: readonly string[] } = {
  java: ['Caused by: ', 'Suppressed: '],
  python: ['During handling of the above', 'The above exception was'],
  go: ['goroutine ', '[signal ', 'created by ', 'exit status '],
  dotnet: ['---> ', '--- End of '],
  own: [],
};

/** It knows entries by their first line alone. */
function firstLine({ kinds }: MultilineGroup): string {
  const own = kinds.flatMap(({ preset, firstLine: pattern }) => preset === 'own' ? [pattern!] : []);
  if (own.length > 0 && own.length < kinds.length) {
    throw invalid('a multi-line entry with a pattern of its own', 'the only kind of its containers for Grafana Alloy', own[0],
      'it knows entries by their first line alone: give one of the two namespaces, pods or containers of its own');
  }
  return own.length === 0 ? lineNotBeginning(kinds.flatMap(({ preset }) => FURTHER[preset])) : own.length === 1 ? own[0] : own.map(pattern => `(?:${pattern})`).join('|');
}
