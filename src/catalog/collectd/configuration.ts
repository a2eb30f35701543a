import { block, Item, option } from './conf';
import { CollectdLogLevel, CollectdOptions } from './options';
import { CollectdOutput } from './output';
import { CollectdPlugin } from './plugin';

/** Where collectd may write; nothing of it is kept. */
export const BASE_DIRECTORY = '/var/lib/collectd';

/** collectd.conf up to the outputs: the log comes first, so that nothing is lost of what goes wrong afterwards. */
export function baseItems(options: CollectdOptions, plugins: readonly CollectdPlugin[], outputs: readonly CollectdOutput[], hardened: boolean): Item[] {
  const { logLevel = CollectdLogLevel.INFO, interval, timeout, readThreads, writeThreads, typesDb = [] } = options;
  const { writeQueueLimit = hardened ? 20000 : undefined } = options;
  return [
    ...option('LoadPlugin', 'logfile'),
    block('Plugin', ['logfile'], [...option('LogLevel', logLevel), ...option('File', 'STDOUT'), ...option('Timestamp', true), ...option('PrintSeverity', true)]),
    // A name that nobody resolves would end collectd.
    ...option('FQDNLookup', false),
    ...option('BaseDir', BASE_DIRECTORY),
    ...typesDb.length === 0 ? [] : option('TypesDB', ...typesDb),
    ...option('Interval', interval),
    ...option('Timeout', timeout),
    ...option('ReadThreads', readThreads),
    ...option('WriteThreads', writeThreads),
    ...option('WriteQueueLimitHigh', writeQueueLimit),
    ...option('WriteQueueLimitLow', writeQueueLimit),
    ...plugins.flatMap(loaded),
    ...[...new Set(outputs.map(({ plugin }) => plugin))].flatMap(plugin => option('LoadPlugin', plugin)),
  ];
}

/** The blocks of the outputs, one for each plugin. */
export function outputItems(outputs: readonly CollectdOutput[]): Item[] {
  return [...new Set(outputs.map(({ plugin }) => plugin))]
    .map(plugin => block('Plugin', [plugin], outputs.filter(output => output.plugin === plugin).flatMap(({ _items }) => _items)));
}

function loaded({ name, _items, _lines, _interval }: CollectdPlugin): Item[] {
  return [
    ..._interval === undefined ? option('LoadPlugin', name) : [block('LoadPlugin', [name], option('Interval', _interval))],
    ..._items.length + _lines.length === 0 ? [] : [block('Plugin', [name], _items, _lines)],
  ];
}
