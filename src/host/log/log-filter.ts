import { LogField } from './log-field';
import { LogFilterOptions, RawLogFilterOptions, RedactOptions } from './log-filter-options';
import { FilterModel } from './model';
import { assertPartId, assertRegularExpression, assertSourceIds } from './names';
import { rawOf } from './raw';
import { assertStruct } from './values';
import { copyOf } from '../copy';
import { invalid } from '../invalid';

/** What a log collector does with lines between sources and sinks, in the order in which they are written. */
export class LogFilter {
  /**
   * Where the text is a JSON object, its keys become fields. The text stays; what is no JSON passes unchanged.
   *
   * @param options which lines
   */
  public static parseJson(options: LogFilterOptions = {}): LogFilter {
    return new LogFilter({ kind: 'parseJson', ...baseOf('parseJson', 'parse-json', options) });
  }

  /**
   * Adds fields with a fixed text. A field that is there is replaced.
   *
   * @param fields text by name; `$(NAME)` in it stands for a variable of the container, such as `$(NODE_NAME)`
   * @param options which lines
   */
  public static addFields(fields: { [field: string]: string }, options: LogFilterOptions = {}): LogFilter {
    const names = Object.entries(fields ?? {});
    const wrong = names.find(([name, text]) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || typeof text !== 'string' || /[\r\n]/.test(text));
    if (names.length === 0 || wrong !== undefined) {
      throw invalid('fields of the filter addFields', "names of letters, digits and '_' with a text in one line", wrong === undefined ? fields : { [wrong[0]]: wrong[1] });
    }
    return new LogFilter({ kind: 'addFields', fields: copyOf(fields), ...baseOf('addFields', 'add-fields', options) });
  }

  /**
   * Drops lines.
   *
   * @param field the field that is looked at
   * @param pattern regular expression; lines whose field it matches anywhere are dropped
   * @param options which lines
   */
  public static drop(field: LogField, pattern: string, options: LogFilterOptions = {}): LogFilter {
    return LogFilter.choosing('drop', field, pattern, options);
  }

  /**
   * Drops all other lines.
   *
   * @param field the field that is looked at
   * @param pattern regular expression; lines whose field it matches nowhere, or that lack the field, are dropped
   * @param options which lines
   */
  public static keep(field: LogField, pattern: string, options: LogFilterOptions = {}): LogFilter {
    return LogFilter.choosing('keep', field, pattern, options);
  }

  /**
   * Replaces parts of the text, such as numbers of cards.
   *
   * @param pattern regular expression of the part; each one that it matches is replaced
   * @param options what stands there instead
   */
  public static redact(pattern: string, options: RedactOptions = {}): LogFilter {
    const { replacement = '[REDACTED]', ...base } = assertStruct('options of the filter redact', options, "{ replacement: '***' }");
    assertRegularExpression('pattern of the filter redact', pattern);
    if (typeof replacement !== 'string' || /[\r\n\\$'"`{}]/.test(replacement)) {
      throw invalid('replacement of the filter redact', "plain text without quotes, braces, '$' and '\\'", replacement);
    }
    return new LogFilter({ kind: 'redact', pattern, replacement, ...baseOf('redact', 'redact', base) });
  }

  /**
   * A filter in the agent's own language, for what the others cannot say.
   *
   * @param options its configuration
   */
  public static raw(options: RawLogFilterOptions): LogFilter {
    assertStruct('options of the filter raw', options, "{ text: '…' }");
    return new LogFilter({ kind: 'raw', raw: rawOf('the filter raw', options), ...baseOf('raw', 'raw', options) });
  }

  private static choosing(kind: 'drop' | 'keep', field: LogField, pattern: string, options: LogFilterOptions): LogFilter {
    if (field?._model === undefined) {
      throw invalid(`field of the filter ${kind}`, 'a value such as LogField.MESSAGE', field);
    }
    assertRegularExpression(`pattern of the filter ${kind}`, pattern);
    return new LogFilter({ kind, field: field._model, pattern, ...baseOf(kind, kind, options) });
  }

  private constructor(private readonly model: FilterModel) {}

  /** What it is called. */
  public get id(): string {
    return this.model.id;
  }

  /** @internal */
  public get _model(): FilterModel {
    return this.model;
  }
}

function baseOf(kind: string, standard: string, options: LogFilterOptions): Pick<FilterModel, 'id' | 'sources'> {
  const { id = standard, sources } = assertStruct(`options of the filter ${kind}`, options, `{ id: '${standard}' }`);
  return { id: assertPartId(`the filter ${kind}`, id), sources: copyOf(assertSourceIds(`the filter ${kind}`, sources)) };
}
