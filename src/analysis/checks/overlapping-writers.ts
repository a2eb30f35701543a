import { answer, Check } from '../check';
import { Severity } from '../severity';
import { meetInState } from '../state-claims';
import { overlaps } from '../write-claims';

/** ND303 */
export const overlappingWriters: Check = {
  id: 'ND303',
  severity: Severity.WARNING,
  title: 'Two daemons write one place of the same node',
  text: 'Both mount a path, or one a path below that of the other, and there can be nodes that both run on. What the one keeps there, the other can '
    + 'change or remove. Places that every program of a node writes, such as `/var/log`, `/dev` and `/run`, do not count, and neither do init containers '
    + 'that only set owners, modes or labels.',
  acknowledgeable: true,
  comparesDaemons: true,
  // Of two log agents that surely meet in what they keep, ND514 speaks.
  judge: (daemon, objects) => answer(overlaps(daemon, objects).filter(({ other }) => !meetInState(daemon, other, objects)).map(({ mine, theirs, other }) => ({
    field: mine.mountField,
    message: `container '${mine.container.name}' writes '${mine.path}' of the node, and '${other.name}' ${mine.place === theirs.place ? 'too' : `writes '${theirs.path}'`}: `
      + 'give each its own directory, or mount it read-only where it is only read',
    other,
  }))),
};
