import { Yaml } from 'cdk8s';

const REPLACED = /SECRET\[|\$\{/;

/**
 * A configuration as YAML. What stands for a credential or a variable is replaced before the text is read: only in a block of its own has
 * no character of it a meaning, no quote, colon or hash.
 */
export function configurationText(configuration: object): string {
  return Yaml.stringify(inBlocks(configuration)).replace(/\|\n(?=[^\n]*(?:SECRET\[|\$\{))/g, '|-\n');
}

/** A line break makes the writer of YAML choose a block. */
function inBlocks(value: unknown): unknown {
  if (typeof value === 'string') {
    return REPLACED.test(value) && !value.includes('\n') ? `${value}\n` : value;
  }
  return typeof value !== 'object' || value === null ? value
    : Array.isArray(value) ? value.map(inBlocks) : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inBlocks(part)]));
}
