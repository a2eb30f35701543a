import { listAt, textAt } from './loose';

/** A name that a program may ask for, and the port. */
export interface HostName {
  readonly name: string;
  readonly port?: number;
  /** Whether it stands in a URL. */
  readonly isInUrl: boolean;
}

// Stands for the address of the node: no manifest has it.
const NODE = '\0';
const BY_KUBELET = /\$\$|\$\(([\w.-]+)\)/g;
const BY_SHELL = /\$\$|\$\(([\w.-]+)\)|\$\{(\w+)\}|\$(\w+)/g;
const PORT_OF_NODE = /\0[\]"']*(?::|\s+)["']?(\d{1,5})(?!\w|\.\d)/g;
// What a path or a longer word has in it is no name.
const NAME = /(?<![\w.-])(?<!(?:^|[^/])\/)(\/\/)?([a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*)(?!\.?[\w-])(?:["']?(?::|\s+)["']?(\d{1,5})(?!\w|\.\d))?/g;

/**
 * What the containers of a pod template are told in variables, commands and arguments, with the variables that are known in their places. The address of the
 * node is one of them, where it comes from `status.hostIP`.
 */
export function textsOf(template: unknown): string[] {
  return ['initContainers', 'containers'].flatMap(list => listAt(template, 'spec', list)).flatMap(container => {
    const known = new Map<string, string>();
    const texts = listAt(container, 'env').flatMap(variable => {
      const isNode = textAt(variable, 'valueFrom', 'fieldRef', 'fieldPath') === 'status.hostIP';
      const value = textAt(variable, 'value');
      const text = isNode ? NODE : value === undefined ? undefined : filled(value, BY_KUBELET, known);
      text === undefined ? known.delete(textAt(variable, 'name') ?? '') : known.set(textAt(variable, 'name') ?? '', text);
      return text ?? [];
    });
    const words = ['command', 'args'].flatMap(list => listAt(container, list)).filter(word => typeof word === 'string');
    return [...texts, words.map(word => filled(word, BY_SHELL, known)).join(' ')];
  });
}

/** The ports that texts ask of the node itself. */
export function portsOfNode(texts: readonly string[]): Set<number> {
  return new Set(texts.flatMap(text => [...text.matchAll(PORT_OF_NODE)].map(([, port]) => Number(port))));
}

/** The names in texts that may be those of Services. */
export function hostNames(texts: readonly string[]): HostName[] {
  return texts.flatMap(text => [...text.matchAll(NAME)].map(([, scheme, name, port]) => ({
    name, isInUrl: scheme !== undefined, port: port === undefined ? undefined : Number(port),
  })));
}

function filled(text: string, references: RegExp, known: ReadonlyMap<string, string>): string {
  return text.replace(references, (reference, ...names: (string | undefined)[]) => {
    const name = names.slice(0, -2).find(one => one !== undefined);
    return (name === undefined ? undefined : known.get(name)) ?? reference;
  });
}
