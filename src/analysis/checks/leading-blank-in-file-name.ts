import { answer, Check } from '../check';
import { Severity } from '../severity';
import { redirections, shellScripts } from '../shell-scripts';

/** ND603 */
export const leadingBlankInFileName: Check = {
  id: 'ND603',
  severity: Severity.ERROR,
  title: 'A script writes to a file whose name begins with a blank',
  text: 'A backslash before a blank makes the blank a part of the name: `>> \\ /var/log/x` asks for a directory called blank in the working directory, so the '
    + 'shell opens nothing and the command does not run. Such backslashes are left over from lines that were folded: the name must follow `>>` directly.',
  acknowledgeable: true,
  isOfAnyPod: true,
  judge({ containers }) {
    const files = containers.flatMap(placed => shellScripts(placed).flatMap(redirections)
      .map(redirection => ({ ...redirection, container: placed.container.name })));
    return files.length === 0 ? 'does not apply' : answer(files.filter(({ target }) => /^\s+\//.test(target.text)).map(({ target, operator, field, container }) => ({
      field,
      message: `the script of container '${container}' sends output to '${target.text}', whose name begins with a blank, so nothing is written: `
        + `take the backslash before it away: ${operator} ${target.text.trim()}`,
    })));
  },
};
