import { apart, nowhereInWords } from '../apart';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND309 */
export const clientOnNoNode: Check = {
  id: 'ND309',
  severity: Severity.ERROR,
  title: 'A client of the daemon runs on none of its nodes',
  text: 'The client asks the copy on its own node, and no node runs both, so it gets no answer anywhere. A client is whoever says so in the annotation '
    + '`cdk8s-node-daemons/uses`, as what was connected does; of one that only seems to be a client, [ND310](#nd310) warns. '
    + 'A client that does not name an operating system is taken to run on that of the daemon.',
  acknowledgeable: true,
  comparesDaemons: true,
  judge(daemon, objects) {
    const found = apart(daemon, objects);
    return found === undefined ? 'does not apply' : answer(found.filter(({ isNowhere, by }) => isNowhere && by === undefined)
      .map(use => ({ ...nowhereInWords(use), other: use.client })));
  },
};
