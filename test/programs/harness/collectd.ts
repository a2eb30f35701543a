import { chmodSync, mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { directory } from './directory';
import { program } from './program';
import { Ended, run, Running, RunOptions, start } from './run';
import { showing } from './showing';

const COLLECTD = program('collectd');

/** Whether collectd takes a configuration: every plugin is loaded and read once. The text stays as it is; only paths of the machine are added. */
export function checkCollectd(configuration: string, options?: RunOptions): Promise<Ended> {
  const folder = around(configuration);
  return run(COLLECTD, ['-T', '-C', join(folder, 'around.conf')], showing(options, folder));
}

/** Runs collectd with a configuration. */
export function startCollectd(configuration: string, options?: RunOptions): Running {
  const folder = around(configuration);
  return start(COLLECTD, ['-f', '-C', join(folder, 'around.conf')], showing(options, folder));
}

/**
 * A folder with the configuration and a file that includes it: what says where plugins are must come first, what says where collectd
 * writes last, so that it counts.
 */
function around(configuration: string): string {
  const folder = directory({ 'collectd.conf': configuration });
  const installed = join(dirname(COLLECTD), 'root/usr');
  mkdirSync(join(folder, 'state'));
  chmodSync(join(folder, 'state'), 0o777); // whoever collectd is
  writeFileSync(join(folder, 'around.conf'), `PluginDir "${installed}/lib/collectd"
TypesDB "${installed}/share/collectd/types.db"
Include "${folder}/collectd.conf"
BaseDir "${folder}/state"
PIDFile "${folder}/state/pid"
`);
  return folder;
}
