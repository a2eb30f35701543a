import { dirname, join } from 'path';
import { directory } from './directory';
import { program } from './program';
import { Ended, run, Running, RunOptions, start } from './run';

/** Whether collectd takes a configuration: every plugin is loaded and read once. The text stays as it is; only paths of the machine are added. */
export function checkCollectd(configuration: string, options?: RunOptions): Promise<Ended> {
  return run(program('collectd'), ['-T', '-C', around(configuration)], options);
}

/** Runs collectd with a configuration. */
export function startCollectd(configuration: string, options?: RunOptions): Running {
  return start(program('collectd'), ['-f', '-C', around(configuration)], options);
}

/** The file that includes the configuration: what says where plugins are must come first, what says where it writes last, so that it counts. */
function around(configuration: string): string {
  const folder = directory({ 'collectd.conf': configuration, 'state/.keep': '' });
  const installed = join(dirname(program('collectd')), 'root/usr');
  const file = directory({
    'around.conf': `PluginDir "${installed}/lib/collectd"
TypesDB "${installed}/share/collectd/types.db"
Include "${folder}/collectd.conf"
BaseDir "${folder}/state"
PIDFile "${folder}/pid"
`,
  });
  return join(file, 'around.conf');
}
