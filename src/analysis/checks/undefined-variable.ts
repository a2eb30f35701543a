import { isServiceVariable, referencesIn } from '../../kubernetes/expansion';
import { answer, Check, Problem } from '../check';
import { PlacedContainer } from '../daemon';
import { Severity } from '../severity';

/** Other names in parentheses are commands of a shell: `$(date)`. */
const VARIABLE = /^[A-Z_][A-Z0-9_]*$/;

/** ND223 */
export const undefinedVariable: Check = {
  id: 'ND223',
  severity: Severity.WARNING,
  title: '$(NAME) stands for a variable that is not defined, or not yet',
  text: 'The kubelet leaves such a reference as it is, so the program gets the text `$(NAME)`. A variable is known to those after it: '
    + '[dependent variables](https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/). '
    + '`$$(NAME)` is the text itself.',
  acknowledgeable: true,
  judge: ({ containers }) => answer(containers.flatMap(placed => [...usedEarly(placed), ...neverDefined(placed)])),
};

function usedEarly({ container: { name, env = [] }, field }: PlacedContainer): Problem[] {
  return env.flatMap((variable, i) => referencesIn(variable.value ?? '')
    .filter(used => !env.slice(0, i).some(earlier => earlier.name === used) && env.slice(i).some(later => later.name === used))
    .map(used => ({
      field: `${field}.env[${i}].value`,
      message: used === variable.name
        ? `${used} of container '${name}' refers to itself, and no earlier value is known: write the whole value`
        : `${variable.name} of container '${name}' uses $(${used}), which is defined after it and so is not replaced: define ${used} first`,
    })));
}

function neverDefined({ container: { name, env = [], envFrom = [], command = [], args = [] }, field }: PlacedContainer): Problem[] {
  if (envFrom.length > 0) {
    return [];
  }
  const known = new Set(env.map(variable => variable.name));
  const texts = [
    ...env.map(({ value = '' }, i) => ({ text: value, at: `env[${i}].value` })),
    ...command.map((text, i) => ({ text, at: `command[${i}]` })),
    ...args.map((text, i) => ({ text, at: `args[${i}]` })),
  ];
  return texts.flatMap(({ text, at }) => [...new Set(referencesIn(text))]
    .filter(used => VARIABLE.test(used) && !known.has(used) && !isServiceVariable(used))
    .map(used => ({
      field: `${field}.${at}`,
      message: `container '${name}' uses $(${used}), which it does not define: add it to env, or write $$(${used}) where the text is meant`,
    })));
}
