import { listAt, textAt } from './loose';

/** A name that a program may ask for, and the port. */
export interface HostName {
  readonly name: string;
  readonly port?: number;
  readonly protocol: string;
  /** Whether it stands in a URL. */
  readonly isInUrl: boolean;
}

/** A port of the node that a program asks. */
export interface NodePort {
  readonly port: number;
  readonly protocol: string;
}

// Stands for the address of the node: no manifest has it.
const NODE = '\0';
const BY_KUBELET = /\$\$|\$\(([\w.-]+)\)/g;
const BY_SHELL = /\$\$|\$\(([\w.-]+)\)|\$\{(\w+)\}|\$(\w+)/g;
const PORT_OF_NODE = /(?:(\w+):\/\/)?[["']*\0[\]"']*(?::|\s+)["']?(\d{1,5})(?!\w|\.\d)/g;
// What a path or a longer word has in it is no name.
// eslint-disable-next-line @stylistic/max-len
const NAME = /(?<![\w.-])(?<!(?:^|[^/])\/)(?:(\w*):?\/\/)?([a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*)(?!\.?[\w-])(?:["']?(?::|\s+)["']?(\d{1,5})(?!\w|\.\d))?/g;
const SHELL_COMMENT = /(?<=^|\s)#.*$/gm;
/** Settings whose value the program does not connect to: its own addresses, names of certificates, and what is let in or left out. */
const NOT_ASKED = /listen|bind|advertise|dns-?names?\b|cert|disable|exclude|ignore|skip|allow|deny|origin|proxy$|proxies$/i;

/**
 * What the containers of a pod template are told to connect to, in variables, commands and arguments, with the variables that are known in their places.
 * The address of the node is one of them, where it comes from `status.hostIP`.
 */
export function textsOf(template: unknown): string[] {
  return ['initContainers', 'containers'].flatMap(list => listAt(template, 'spec', list)).flatMap(container => {
    const known = new Map<string, string>();
    const texts = listAt(container, 'env').flatMap(variable => {
      const isNode = textAt(variable, 'valueFrom', 'fieldRef', 'fieldPath') === 'status.hostIP';
      const [name, value] = [textAt(variable, 'name') ?? '', textAt(variable, 'value')];
      const text = isNode ? NODE : value === undefined ? undefined : filled(value, BY_KUBELET, known);
      text === undefined ? known.delete(name) : known.set(name, text);
      return text === undefined || NOT_ASKED.test(name) ? [] : asked(/udp/i.test(name) ? [`udp ${text}`] : [text]);
    });
    const words = ['command', 'args'].flatMap(list => listAt(container, list)).filter(word => typeof word === 'string');
    return [...texts, asked(words.map(word => filled(word, BY_SHELL, known)))];
  });
}

/** The ports that texts ask of the node itself. */
export function portsOfNode(texts: readonly string[]): NodePort[] {
  return texts.flatMap(text => [...text.matchAll(PORT_OF_NODE)].map(([, scheme, port]) => ({ port: Number(port), protocol: protocolOf(text, scheme) })));
}

/** The names in texts that may be those of Services. */
export function hostNames(texts: readonly string[]): HostName[] {
  return texts.flatMap(text => [...text.matchAll(NAME)].map(([, scheme, name, port]) => ({
    name, isInUrl: scheme !== undefined, port: port === undefined ? undefined : Number(port), protocol: protocolOf(text, scheme),
  })));
}

/** Texts as one, without the settings whose values are not asked, and without lists, of which nobody knows what they are for. */
function asked(texts: readonly string[]): string {
  const words = texts.flatMap(text => text.replace(SHELL_COMMENT, '').split(/\s+/));
  return words.filter((word, i) => !word.includes(',') && !isNotAsked(word) && !(i > 0 && isNotAsked(words[i - 1]) && !words[i - 1].includes('='))).join(' ');
}

/** Whether a word is a setting whose value is not asked. */
function isNotAsked(word: string): boolean {
  const [, name] = /^(-[^=]*|[\w.-]+(?==)|(?:listen|bind):?$)/.exec(word) ?? [];
  return name !== undefined && NOT_ASKED.test(name);
}

function protocolOf(text: string, scheme = ''): string {
  const isOverUdp = scheme === '' ? /udp|\bnc (.* )?-\w*u/i.test(text) : /udp/i.test(scheme);
  return isOverUdp ? 'UDP' : 'TCP';
}

function filled(text: string, references: RegExp, known: ReadonlyMap<string, string>): string {
  return text.replace(references, (reference, ...names: (string | undefined)[]) => {
    const name = names.slice(0, -2).find(one => one !== undefined);
    return (name === undefined ? undefined : known.get(name)) ?? reference;
  });
}
