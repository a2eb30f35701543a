import { CollectorName } from './collector-name';
import { DEPRECATED, kindOfFlag, NODE_EXPORTER_VERSION } from '../../analysis/node-exporter-flags';
import { RENAMED_FLAGS } from '../../analysis/node-exporter-renames';
import { invalid } from '../../host/invalid';

/** Refuses arguments with which node_exporter does not start, or that do not say what they seem to say. */
export function assertExtraArgs(extra: readonly string[], generated: readonly string[]): void {
  const given = new Set(generated.map(nameOf));
  for (const arg of extra) {
    assertArgument(arg);
    const name = nameOf(arg);
    const positive = name.replace(/^no-/, '');
    if ((given.has(positive) || given.has(`no-${positive}`)) && kindOfFlag(name) !== 'repeatable') {
      throw invalid('extraArgs', `without flags that stand there already, such as --${name}`, arg, 'node_exporter does not start with a flag twice: use the prop that made it, or leave it out');
    }
    given.add(name);
    assertNoProp(arg, name);
  }
}

/** What a prop says has needs, which would not follow from the flag. */
function assertNoProp(arg: string, name: string): void {
  const [, negation, collector] = /^(no-)?collector\.([^.]+)$/.exec(name) ?? [];
  const prop = PROPS[name] ?? (collector === undefined || !Object.values<string>(CollectorName).includes(collector) ? undefined
    : `${negation ? 'without: [' : 'collectors: [NodeCollector.named('}CollectorName.${collector.toUpperCase()}${negation ? ']' : ')]'}`);
  if (prop !== undefined) {
    throw invalid('extraArgs', 'without flags that a prop makes, with all that they need', arg, `write ${prop}`);
  }
}

const PROPS: { readonly [flag: string]: string } = {
  'collector.disable-defaults': 'onlyTheseCollectors: true',
  'collector.textfile.directory': "textfiles: [TextfileDirectory.host('/var/lib/node_exporter/textfile')]",
  'web.config.file': "auth: MetricsAuth.webConfig(SecretValue.key('…', '…'))",
  'web.listen-address': 'port and listenOn',
};

function assertArgument(arg: string): void {
  const [, name, value] = /^--([a-z][\w.-]*)(?:=([^]*))?$/i.exec(arg) ?? [];
  if (name === undefined) {
    throw invalid('an argument of node_exporter', "a flag and its value in one, such as '--web.max-requests=10'", arg);
  }
  const renaming = Object.hasOwn(RENAMED_FLAGS, name) ? RENAMED_FLAGS[name] : undefined;
  if (renaming !== undefined) {
    throw invalid('a flag of node_exporter', 'one that is not renamed', arg, `write --${renaming.to}`);
  }
  if (DEPRECATED.some(collector => name === `collector.${collector}` || name.startsWith(`collector.${collector}.`))) {
    throw invalid('a flag of node_exporter', 'of a collector that the next version has', arg, 'its authors advise against it and remove it');
  }
  const kind = kindOfFlag(name);
  if (kind === undefined) {
    throw invalid('a flag of node_exporter', `one that ${NODE_EXPORTER_VERSION} knows`, arg, 'it does not start with another');
  }
  if (kind === 'switch' ? value !== undefined : value === undefined) {
    throw invalid(`flag --${name}`, kind === 'switch' ? 'without a value; --no- before the name turns it off' : 'given with its value after =', arg);
  }
  if (value !== undefined && /^(["'])[^]*\1$/.test(value)) {
    throw invalid(`value of --${name}`, 'without quotes around it', arg, 'no shell takes them away');
  }
}

function nameOf(arg: string): string {
  return arg.replace(/^--/, '').replace(/=[^]*$/, '');
}
