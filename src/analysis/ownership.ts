import type { PlacedContainer } from './daemon';
import { shellCommands } from './shell-commands';
import { redirections, shellScripts } from './shell-scripts';

const OF_OWNERSHIP = new Set(['chcon', 'chgrp', 'chmod', 'chown', 'restorecon', 'setfacl', 'setfattr']);

/** Whether a container prepares directories for others: it says whose they are and who may do what there, and leaves what is in them. */
export function onlyGivesAway(placed: PlacedContainer): boolean {
  const commands = shellCommands(placed);
  return placed.isInit && commands.length > 0 && commands.every(({ program }) => OF_OWNERSHIP.has(program))
    && shellScripts(placed).every(script => redirections(script).every(({ target }) => target.text.startsWith('/dev/')));
}
