import { program } from './program';
import { run } from './run';

const ALLOY = program('alloy');

/** A block of Alloy's language as its own parser has it. References and calls are `{ expression: '…' }`. */
export interface AlloyBlock {
  readonly name: string;
  readonly label: string;
  readonly attributes: { readonly [attribute: string]: any };
  readonly blocks: readonly AlloyBlock[];
}

/** What a configuration says; fails where the parser refuses it. */
export async function parseAlloy(configuration: string): Promise<AlloyBlock> {
  const { code, output } = await run(ALLOY, [], { input: configuration });
  if (code !== 0) {
    throw new Error(`${output}\n${configuration}`);
  }
  return JSON.parse(output);
}
