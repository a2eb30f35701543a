/** Writes node-exporter-flags.json, which the catalogue is compared with: `npx tsx test/programs/node-exporter-flags.ts`. */
import { spawnSync } from 'child_process';
import { writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { program } from './harness/program';

/** What node_exporter says of one of its flags, `--NAME`. */
export interface Flag {
  /** A `bool` takes no value: `--NAME` or `--no-NAME`. */
  readonly type: 'bool' | 'string' | 'int' | 'duration' | string;
  /** The default as it would be written; none is the type's nought: false, 0 or an empty text. */
  readonly default?: string;
  /** The variable that gives the value where the flag is absent. */
  readonly env?: string;
  /** May stand more than once. */
  readonly repeatable?: true;
  /** Not in the help. */
  readonly hidden?: true;
}

/** The flags of one release of node_exporter. */
export interface Flags {
  readonly version: string;
  /** Every collector, and whether it is on by default. */
  readonly collectors: { readonly [name: string]: boolean };
  /** Every flag, those that turn collectors on among them, without `--`. */
  readonly flags: { readonly [name: string]: Flag };
}

interface Row { type: string; default?: string[]; env?: string; repeatable?: true; hidden?: true; help: string }

/** The flags as the program itself has them. */
export function nodeExporterFlags(): Flags {
  const { stdout } = spawnSync(join(dirname(program('node_exporter')), 'flags'), { encoding: 'utf8' });
  const said = JSON.parse(stdout) as { version: string; flags: Record<string, Row> };
  const rows = Object.entries(said.flags).sort(([a], [b]) => a < b ? -1 : 1);
  return {
    version: said.version,
    collectors: Object.fromEntries(rows.flatMap(([name, { help }]) => {
      const state = /^Enable the (\S+) collector \(default: (enabled|disabled)\)\.$/.exec(help);
      return state && name === `collector.${state[1]}` ? [[state[1], state[2] === 'enabled']] : [];
    })),
    flags: Object.fromEntries(rows.map(([name, { help, default: values, ...flag }]) => [name, { ...flag, default: values?.join() }])),
  };
}

/** The text of node-exporter-flags.json. */
export function flagsFile(): string {
  return `${JSON.stringify(nodeExporterFlags(), undefined, 2)}\n`;
}

if (require.main === module) {
  writeFileSync(join(__dirname, 'node-exporter-flags.json'), flagsFile());
}
