import { onOff } from './language';
import { kept } from './position';
import { withoutUndefined } from '../../host/copy';
import { invalid } from '../../host/invalid';
import { JournalModel } from '../../host/log/model';
import { LogSurroundings } from '../log/collector';

const MOST_INPUTS = 16;

/**
 * The inputs of a journal: one for each of its directories, and for each combination of values where several fields have several. It knows one
 * word between all conditions: any of the values of one field, or one value of each of several.
 * @see https://docs.fluentbit.io/manual/data-pipeline/inputs/systemd
 */
export function journals(source: JournalModel, around: LogSurroundings): object[] {
  const conditions = conditionsOf(source);
  const inputs = (source.directories ?? [undefined]).flatMap(path => conditions.map(condition => ({ path, ...condition })));
  if (inputs.length > MOST_INPUTS) {
    throw invalid(`matches of the source '${source.id}'`, `at most ${MOST_INPUTS} combinations of values for Fluent Bit, each of which is an input`, inputs.length,
      'drop lines by a field instead: LogFilter.keep(LogField.named(…), …)');
  }
  return inputs.map((input, position) => withoutUndefined({
    name: 'systemd',
    ...kept(position === 0 ? source.id : `${source.id}-${position + 1}`, around),
    tag: source.id,
    read_from_tail: onOff(!source.fromBeginning),
    ...input,
  }));
}

function conditionsOf({ units, matches }: JournalModel): object[] {
  const fields = Object.entries({ ...units.length > 0 && { _SYSTEMD_UNIT: units }, ...matches });
  const words = fields.map(([field, values]) => values.map(value => `${field}=${value}`));
  if (words.length < 2) {
    return words.length === 0 ? [{}] : [{ systemd_filter: words[0], systemd_filter_type: 'or' }];
  }
  const combinations = words.reduce<string[][]>((all, values) => all.flatMap(before => values.map(value => [...before, value])), [[]]);
  return combinations.map(systemd_filter => ({ systemd_filter, systemd_filter_type: 'and' }));
}
