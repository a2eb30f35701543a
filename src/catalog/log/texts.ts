import { DaemonContainer } from '../../host/daemon-container';
import { EnvValue } from '../../host/env-value';
import { invalid, listed } from '../../host/invalid';

/** How an agent writes a fixed text, and a variable of its environment. */
export interface TextLanguage {
  literal(text: string): string;
  variable(name: string): string;
}

const OF_POD: { readonly [name: string]: EnvValue } = {
  NODE_NAME: EnvValue.NODE_NAME,
  HOST_IP: EnvValue.HOST_IP,
  POD_NAME: EnvValue.POD_NAME,
  POD_NAMESPACE: EnvValue.POD_NAMESPACE,
  POD_IP: EnvValue.POD_IP,
};

/** A text of the user in the agent's language: `$(NAME)` is a variable, `$$(` stands for `$(`. */
export function written(text: string, { literal, variable }: TextLanguage): string {
  return partsOf(text).map(part => 'variable' in part ? variable(part.variable) : literal(part.text)).join('');
}

/** The variables that texts name. One that nobody sets would be empty, or end the program. */
export function variablesOf(texts: readonly (string | undefined)[], container: DaemonContainer): { [name: string]: EnvValue } {
  const names = [...new Set(texts.flatMap(text => partsOf(text ?? '').flatMap(part => 'variable' in part ? [part.variable] : [])))];
  const isOpen = (container.envFrom ?? []).length > 0;
  const missing = names.find(name => OF_POD[name] === undefined && container.env?.[name] === undefined && !isOpen);
  if (missing !== undefined) {
    throw invalid(`'$(${missing})' in the pipeline`, `a variable that is set; the pod has ${listed(Object.keys(OF_POD))}`, missing,
      `set it: container: { env: { ${missing}: EnvValue.text('…') } }`);
  }
  return Object.fromEntries(names.filter(name => OF_POD[name] !== undefined && container.env?.[name] === undefined).map(name => [name, OF_POD[name]]));
}

function partsOf(text: string): ({ readonly text: string } | { readonly variable: string })[] {
  return text.split(/(\$\$\(|\$\([A-Za-z_][A-Za-z0-9_]*\))/).filter(part => part !== '').map(part =>
    part === '$$(' ? { text: '$(' } : /^\$\(\w+\)$/.test(part) ? { variable: part.slice(2, -1) } : { text: part });
}
