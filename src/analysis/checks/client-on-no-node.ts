import { apart, conditionsInWords, useInWords } from '../apart';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND309 */
export const clientOnNoNode: Check = {
  id: 'ND309',
  severity: Severity.ERROR,
  title: 'A client of the daemon runs on none of its nodes',
  text: 'The client asks the copy on its own node, and no node runs both, so it gets no answer anywhere. A client is whoever says so in the annotation '
    + '`cdk8s-node-daemons/uses`, joins a variable from `status.hostIP` with a host port of the daemon, or names a Service of it with '
    + '[`internalTrafficPolicy: Local`](https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/). '
    + 'A client that does not name an operating system is taken to run on that of the daemon.',
  acknowledgeable: true,
  comparesDaemons: true,
  judge(daemon, objects) {
    const found = apart(daemon, objects, 'nowhere');
    return found === undefined ? 'does not apply' : answer(found.map(use => {
      const conditions = conditionsInWords(use)!;
      return {
        field: conditions.field,
        message: `${useInWords(use)}, and no node runs both: ${conditions.words}, and the client for others: `
          + 'place both on the same nodes',
        other: use.client,
      };
    }));
  },
};
