import { existsSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { Config } from './config';
import { parseConfig } from './parse-config';
import { fsReason } from '../input/fs-error';
import { Io } from '../io';
import { BadInput } from '../read/bad-input';
import { UsageError } from '../usage-error';

export const CONFIG_FILE = 'node-daemons.yaml';

/** The configuration, or every mistake in it; empty where none is named and none lies in the working directory. */
export function readConfig(file: string | undefined, { cwd }: Io): Config | { readonly mistakes: readonly BadInput[] } {
  const path = file ?? CONFIG_FILE;
  if (file === undefined && !existsSync(join(cwd, path))) {
    return { acknowledge: [], ignore: [] };
  }
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new UsageError(`the configuration file '${path}': ${fsReason(error)}`);
  }
  return parseConfig(text, path);
}
