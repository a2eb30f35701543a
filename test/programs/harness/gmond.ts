import { readdirSync } from 'fs';
import { connect } from 'net';
import { dirname, join } from 'path';
import { directory } from './directory';
import { program } from './program';
import { Ended, run, Running, RunOptions, start } from './run';
import { showing } from './showing';

const GMOND = program('gmond');

/** What gmond says of a configuration. */
export interface GmondCheck extends Ended {
  /** The metrics that its modules know. */
  readonly metrics: readonly string[];
}

/** Whether gmond takes a configuration. It exits with 0 also where a module or a metric is missing: see the output and the metrics. */
export async function checkGmond(configuration: string, options?: RunOptions): Promise<GmondCheck> {
  const file = fileOf(configuration);
  const ended = await run(GMOND, ['-c', file, '-m'], showing(options, file));
  return { ...ended, metrics: [...ended.output.matchAll(/^(\S+) *\t.* \(module \S+\)$/gm)].map(([, name]) => name) };
}

/** Runs gmond with a configuration, in the foreground. */
export function startGmond(configuration: string, options?: RunOptions): Running {
  const file = fileOf(configuration);
  return start(GMOND, ['-f', '-c', file], showing(options, file));
}

/** What gmond, or anything else, sends to whoever connects. */
export function readAll(port: number): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    connect(port, '127.0.0.1').setEncoding('utf8').setTimeout(10_000, () => fail(new Error('gmond says no end')))
      .on('data', data => { text += data; }).on('error', fail).on('end', () => done(text));
  });
}

/** The configuration with the paths of modules that are where the packages are unpacked: gmond looks for them where they would be installed. */
function fileOf(configuration: string): string {
  const lib = join(dirname(GMOND), 'root/usr/lib');
  const modules = join(lib, readdirSync(lib).find(name => name.endsWith('-linux-gnu'))!, 'ganglia');
  return join(directory({ 'gmond.conf': configuration.replace(/(\bpath\s*=\s*")(?=mod\w+\.so")/g, `$1${modules}/`) }), 'gmond.conf');
}
