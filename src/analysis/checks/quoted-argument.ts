import { answer, Check } from '../check';
import { Argument, commandLine } from '../command-line';
import { PlacedContainer } from '../daemon';
import { Severity } from '../severity';
import { scriptPosition } from '../shell-scripts';

// `--flag="value"` and `"--flag=value"`; within the quotes stands no quote of the same kind, so that no list of quoted words is meant.
const QUOTED_FLAG = /^--[a-z][\w.-]*=(["'])(?:(?!\1)[^])*\1$|^(["'])--?[a-z][\w.-]*(?:=(?:(?!\2)[^])*)?\2$/i;
const QUOTED_VALUE = /^(["'])(?:(?!\1)[^])*\1$/;
// What follows these is a text of another language, in which quotes mean something.
const LANGUAGE = /^--?(set|set-\w+|json|jsonpath|yaml|expr\w*|eval|execute|query|filter|template|format|config)(=|$)/i;
// These take quotes away themselves.
const TAKES_QUOTES = /victoria-?metrics|vmagent|vlagent/;

/** ND601 */
export const quotedArgument: Check = {
  id: 'ND601',
  severity: Severity.ERROR,
  title: 'An argument is wrapped in quotes that no shell takes away',
  text: 'Kubernetes starts programs without a shell, so quotes within an argument belong to its value: of `--flag="^(x)$"` the program gets a pattern '
    + 'that begins with a quote and never matches, without a word: [node_exporter#1737](https://github.com/prometheus/node_exporter/issues/1737), '
    + '[kured#166](https://github.com/kubereboot/kured/issues/166). Quote for YAML around the whole argument: `- \'--flag=^(x)$\'`.',
  acknowledgeable: true,
  isOfAnyPod: true,
  judge({ containers }) {
    const words = containers.filter(({ container: { image = '' } }) => !TAKES_QUOTES.test(image)).flatMap(quotedWords);
    return answer(words.map(({ text, field, name }) => ({
      field,
      message: `the quotes in ${text} reach the program of container '${name}' as part of the value, for no shell takes them away: write it without them`,
    })));
  },
};

/** A script of a shell has quotes of its own, and so has what follows it. */
function quotedWords(placed: PlacedContainer): (Argument & { readonly name: string })[] {
  const all = commandLine(placed);
  const words = all.slice(0, scriptPosition(all));
  return words.filter(({ text }, position) => {
    const before = words[position - 1]?.text ?? '';
    return LANGUAGE.test(text) || LANGUAGE.test(before) ? false : QUOTED_FLAG.test(text) || (/^--[a-z][\w.-]*$/i.test(before) && QUOTED_VALUE.test(text));
  }).map(word => ({ ...word, name: placed.container.name }));
}
