import { answer, Check } from '../check';
import { nodeExporters } from '../node-exporter';
import { Severity } from '../severity';

/** The first release that knows no flags with one hyphen: 0.15. */
const SINCE = 15;

/** ND609 */
export const singleHyphenFlag: Check = {
  id: 'ND609',
  severity: Severity.ERROR,
  title: 'node exporter gets a flag with one hyphen',
  text: 'Since 0.15 its flags have two hyphens, and one stands for flags of a single letter, which it has not: it says `unknown short flag` and ends. '
    + '[The release](https://github.com/prometheus/node_exporter/blob/master/CHANGELOG.md#0150--2017-10-06).',
  acknowledgeable: true,
  judge({ containers }) {
    const exporters = nodeExporters(containers).filter(({ isOfficial, version = SINCE }) => isOfficial && version >= SINCE);
    return exporters.length === 0 ? 'does not apply' : answer(exporters.flatMap(({ placed, flags }) => flags.filter(({ text }) => /^-[a-z][\w.-]/i.test(text)).map(({ text, field }) => ({
      field,
      message: `node exporter '${placed.container.name}' does not know ${text.replace(/=.*/s, '')} and ends: write -${text.replace(/=.*/s, '')}`,
    }))));
  },
};
