import { CollectdOptions } from './options';
import { invalid } from '../../host/invalid';
import { assertImage } from '../assert-image';
import { assertLine, assertSeconds, assertWhole } from '../assert-values';

/** Refuses what could never be right of collectd, where it is typed. */
export function assertCollectd(options: CollectdOptions): void {
  const { container, plugins = [], outputs = [], interval, timeout, readThreads, writeThreads, writeQueueLimit, typesDb = [] } = options;
  assertImage('collectd', container);
  assertSeconds('interval of collectd', interval);
  assertWhole('timeout of collectd', timeout, 1);
  assertWhole('readThreads', readThreads, 1);
  assertWhole('writeThreads', writeThreads, 1);
  assertWhole('writeQueueLimit', writeQueueLimit, 1);
  typesDb.forEach(file => assertLine('typesDb', file));
  assertOnce('plugins', plugins.map(({ name }) => name), 'give all of its options in one');
  const ofOne = outputs.filter(({ _name }) => _name === undefined).map(({ plugin }) => plugin);
  assertOnce('outputs', ofOne, 'give all of its options in one');
  assertOnce('outputs', outputs.flatMap(({ plugin, _name }) => _name === undefined ? [] : [`${plugin} ${_name}`]), 'give each a name of its own');
  if ((outputs.length > 0 || plugins.length > 0) && plugins.some(({ name }) => name === 'logfile' || outputs.some(({ plugin }) => plugin === name))) {
    throw invalid('plugins', 'without logfile and without those of the outputs', plugins.map(({ name }) => name));
  }
}

function assertOnce(what: string, names: readonly string[], repair: string): void {
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined) {
    throw invalid(what, 'different from each other', twice, repair);
  }
}
