import { join } from 'path';
import { directory } from './directory';
import { program } from './program';
import { Ended, run } from './run';

const UCFG = program('ucfg');

/** What Beats read of a configuration in YAML, as JSON, with these variables. */
export function readByBeats(configuration: string, env: { readonly [name: string]: string } = {}): Promise<Ended> {
  return run(UCFG, [join(directory({ 'beat.yml': configuration }), 'beat.yml')], { env });
}
